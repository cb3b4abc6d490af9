// Shared mutability on one thread. None of these types is `Sync`.

#![lockstep::concept = "ch15-05-interior-mutability"]

mod lazy;
mod once;
mod refcell;

pub use self::lazy::LazyCell;
pub use self::once::OnceCell;
pub use self::refcell::{BorrowError, BorrowMutError, Ref, RefCell, RefMut};

use crate::cmp::Ordering;
use crate::fmt;
use crate::marker::Unsize;
use crate::mem;
use crate::ops::CoerceUnsized;
use crate::ptr;

/// The one type whose contents may change behind `&`. Every other such type is built on it.
#[lang = "unsafe_cell"]
pub struct UnsafeCell<T: ?Sized> {
    value: T,
}

#[lockstep::why = "Its contents may change behind a shared reference, and nothing orders the threads that do so."]
impl<T: ?Sized> !Sync for UnsafeCell<T> {}

impl<T> UnsafeCell<T> {
    /// Wraps a value that may change behind `&`.
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value }
    }

    /// The value itself: whoever owns the cell needs no care.
    pub const fn into_inner(self) -> T {
        self.value
    }
}

impl<T: ?Sized> UnsafeCell<T> {
    /// A raw pointer to the contents.
    pub const fn get(&self) -> *mut T {
        self as *const UnsafeCell<T> as *const T as *mut T
    }

    /// A plain `&mut`: owning the cell alone proves that nobody else looks.
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// As `get`, from a raw pointer to the cell.
    pub const fn raw_get(this: *const Self) -> *mut T {
        this as *const T as *mut T
    }
}

impl<T: Default> Default for UnsafeCell<T> {
    fn default() -> UnsafeCell<T> {
        UnsafeCell::new(T::default())
    }
}
impl<T> From<T> for UnsafeCell<T> {
    fn from(t: T) -> UnsafeCell<T> {
        UnsafeCell::new(t)
    }
}
impl<T: ?Sized> fmt::Debug for UnsafeCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UnsafeCell { .. }")
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<UnsafeCell<U>> for UnsafeCell<T> {}

/// A value that is read by copying and replaced as a whole, through `&`. Only for one thread at a time.
#[lockstep::render = "cell"]
pub struct Cell<T: ?Sized> {
    value: UnsafeCell<T>,
}

unsafe impl<T: ?Sized + Send> Send for Cell<T> {}
#[lockstep::why = "A `Cell` is changed through a shared reference without synchronisation: two threads doing so would be a data race."]
#[lockstep::repair = "an atomic or a `Mutex` does the same job for threads."]
impl<T: ?Sized> !Sync for Cell<T> {}

impl<T> Cell<T> {
    /// A cell with this value.
    pub const fn new(value: T) -> Cell<T> {
        Cell { value: UnsafeCell::new(value) }
    }

    /// Replaces the value and drops the old one.
    pub fn set(&self, val: T) {
        mem::drop(self.replace(val));
    }

    /// Exchanges the values of two cells.
    pub fn swap(&self, other: &Cell<T>) {
        unsafe { ptr::swap(self.value.get(), other.value.get()) }
    }

    /// Replaces the value and gives back the old one.
    #[lockstep::unsynchronised = "value"]
    pub const fn replace(&self, val: T) -> T {
        mem::replace(unsafe { &mut *self.value.get() }, val)
    }

    /// The value itself.
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }

    /// A copy of the value.
    #[lockstep::unsynchronised = "value"]
    pub const fn get(&self) -> T
    where
        T: Copy,
    {
        unsafe { *self.value.get() }
    }

    /// Replaces the value by what `f` makes of it.
    pub fn update(&self, f: impl FnOnce(T) -> T)
    where
        T: Copy,
    {
        self.set(f(self.get()));
    }

    /// Takes the value out and leaves the default.
    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.replace(T::default())
    }
}

impl<T: ?Sized> Cell<T> {
    /// A raw pointer to the value.
    pub const fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    /// A plain `&mut`: nobody else can have the cell meanwhile.
    pub const fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// The value behind a `&mut`, to be shared as a cell.
    pub const fn from_mut(t: &mut T) -> &Cell<T> {
        unsafe { &*(t as *mut T as *const Cell<T>) }
    }
}

impl<T> Cell<[T]> {
    /// A cell of a slice as a slice of cells.
    pub const fn as_slice_of_cells(&self) -> &[Cell<T>] {
        unsafe { &*(self as *const Cell<[T]> as *const [Cell<T>]) }
    }
}

impl<T: Copy> Clone for Cell<T> {
    fn clone(&self) -> Cell<T> {
        Cell::new(self.get())
    }
}
impl<T: Default> Default for Cell<T> {
    fn default() -> Cell<T> {
        Cell::new(T::default())
    }
}
impl<T> From<T> for Cell<T> {
    fn from(t: T) -> Cell<T> {
        Cell::new(t)
    }
}
impl<T: PartialEq + Copy> PartialEq for Cell<T> {
    fn eq(&self, other: &Cell<T>) -> bool {
        self.get() == other.get()
    }
}
impl<T: Eq + Copy> Eq for Cell<T> {}
impl<T: PartialOrd + Copy> PartialOrd for Cell<T> {
    fn partial_cmp(&self, other: &Cell<T>) -> Option<Ordering> {
        self.get().partial_cmp(&other.get())
    }
}
impl<T: Ord + Copy> Ord for Cell<T> {
    fn cmp(&self, other: &Cell<T>) -> Ordering {
        self.get().cmp(&other.get())
    }
}
impl<T: Copy + fmt::Debug> fmt::Debug for Cell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell").field("value", &self.get()).finish()
    }
}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<Cell<U>> for Cell<T> {}
