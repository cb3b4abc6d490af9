// `RefCell`: the borrow rules checked while the program runs.
//
// The flag counts readers; -1 means one writer (more negative when a `RefMut` was split). Each change is reported to the trace.

use super::{Cell, UnsafeCell};
use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics;
use crate::marker::{PhantomData, Unsize};
use crate::mem;
use crate::ops::{CoerceUnsized, Deref, DerefMut, Drop};
use crate::ptr::NonNull;
use crate::rt;

/// A value that is borrowed with checks while the program runs: many readers or one writer, or a panic.
#[lockstep::object = "refcell"]
#[lockstep::render = "refcell"]
#[lockstep::threaded = "std::sync::Mutex"]
pub struct RefCell<T: ?Sized> {
    borrow: Cell<isize>,
    value: UnsafeCell<T>,
}

unsafe impl<T: ?Sized + Send> Send for RefCell<T> {}
#[lockstep::why = "A `RefCell` counts its borrows without synchronisation: two threads could both be given a mutable borrow."]
#[lockstep::repair = "`Mutex` or `RwLock` does the same job for threads."]
impl<T: ?Sized> !Sync for RefCell<T> {}

/// Why `try_borrow` failed: there is a `RefMut`.
pub struct BorrowError {
    _private: (),
}

/// Why `try_borrow_mut` failed: the value is borrowed.
pub struct BorrowMutError {
    _private: (),
}

impl fmt::Debug for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowError")
    }
}
impl fmt::Display for BorrowError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("RefCell already mutably borrowed")
    }
}
impl fmt::Debug for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BorrowMutError")
    }
}
impl fmt::Display for BorrowMutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("RefCell already borrowed")
    }
}

impl<T> RefCell<T> {
    /// Wraps a value. Nobody borrows it yet.
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { borrow: Cell::new(0), value: UnsafeCell::new(value) }
    }

    /// Gives the value back. The compiler sees that nobody borrows it.
    pub const fn into_inner(self) -> T {
        self.value.into_inner()
    }

    /// Stores `t` and gives back the old value; panics if the value is borrowed.
    pub fn replace(&self, t: T) -> T {
        mem::replace(&mut *self.borrow_mut(), t)
    }

    /// Stores what `f` makes and gives back the old value; panics if the value is borrowed.
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let mut guard = self.borrow_mut();
        let replacement = f(&mut *guard);
        mem::replace(&mut *guard, replacement)
    }

    /// Exchanges the values of two cells; panics if one is borrowed.
    #[lockstep::place = "core/src/cell.rs:1080:30"]
    pub fn swap(&self, other: &RefCell<T>) {
        mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut())
    }

    /// Takes the value out and leaves the default; panics if the value is borrowed.
    #[lockstep::place = "core/src/cell.rs:1431:14"]
    pub fn take(&self) -> T
    where
        T: Default,
    {
        self.replace(T::default())
    }
}

impl<T: ?Sized> RefCell<T> {
    /// Borrows the value for reading; panics while a `RefMut` lives.
    pub fn borrow(&self) -> Ref<'_, T> {
        match self.try_borrow() {
            Ok(guard) => guard,
            Err(_) => rt::panic_string("RefCell already mutably borrowed"),
        }
    }

    /// Borrows the value for reading unless a `RefMut` lives.
    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        let flag = flag_of(&self.borrow);
        intrinsics::refcell_borrow(self.borrow.as_ptr(), false, flag < 0);
        if flag < 0 {
            return Err(BorrowError { _private: () });
        }
        set_flag(&self.borrow, flag + 1);
        Ok(Ref { value: unsafe { NonNull::new_unchecked(self.value.get()) }, borrow: BorrowRef { flag: &self.borrow } })
    }

    /// Borrows the value for changing; panics while any other borrow lives.
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        match self.try_borrow_mut() {
            Ok(guard) => guard,
            Err(_) => rt::panic_string("RefCell already borrowed"),
        }
    }

    /// Borrows the value for changing unless any other borrow lives.
    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        let flag = flag_of(&self.borrow);
        intrinsics::refcell_borrow(self.borrow.as_ptr(), true, flag != 0);
        if flag != 0 {
            return Err(BorrowMutError { _private: () });
        }
        set_flag(&self.borrow, -1);
        Ok(RefMut {
            value: unsafe { NonNull::new_unchecked(self.value.get()) },
            borrow: BorrowRefMut { flag: &self.borrow },
            marker: PhantomData,
        })
    }

    /// A raw pointer to the value, past the checks.
    pub fn as_ptr(&self) -> *mut T {
        self.value.get()
    }

    /// A mutable reference without any check while running: `&mut self` proves that nobody borrows.
    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    /// A plain reference without a guard, if nobody borrows mutably now. The caller promises that nobody will while it lives.
    pub unsafe fn try_borrow_unguarded(&self) -> Result<&T, BorrowError> {
        if flag_of(&self.borrow) < 0 { Err(BorrowError { _private: () }) } else { Ok(unsafe { &*self.value.get() }) }
    }
}

#[lockstep::unsynchronised = "borrow flag"]
fn flag_of(cell: &Cell<isize>) -> isize {
    unsafe { *cell.as_ptr() }
}

#[lockstep::unsynchronised = "borrow flag"]
fn set_flag(cell: &Cell<isize>, flag: isize) {
    unsafe { *cell.as_ptr() = flag }
}

struct BorrowRef<'b> {
    flag: &'b Cell<isize>,
}

impl Drop for BorrowRef<'_> {
    fn drop(&mut self) {
        set_flag(self.flag, flag_of(self.flag) - 1);
        intrinsics::refcell_release(self.flag.as_ptr(), false);
    }
}

struct BorrowRefMut<'b> {
    flag: &'b Cell<isize>,
}

impl Drop for BorrowRefMut<'_> {
    fn drop(&mut self) {
        set_flag(self.flag, flag_of(self.flag) + 1);
        intrinsics::refcell_release(self.flag.as_ptr(), true);
    }
}

/// A read borrow of a `RefCell`; it ends when this is dropped.
#[lockstep::guard = "refcell_shared"]
#[lockstep::why = "Dropping it changes the borrow count of its `RefCell` without synchronisation."]
#[lockstep::sample = "RefCell::new({0}).borrow()"]
pub struct Ref<'b, T: ?Sized + 'b> {
    value: NonNull<T>,
    borrow: BorrowRef<'b>,
}

/// The write borrow of a `RefCell`; it ends when this is dropped.
#[lockstep::guard = "refcell_mut"]
#[lockstep::why = "Dropping it changes the borrow count of its `RefCell` without synchronisation."]
#[lockstep::sample = "RefCell::new({0}).borrow_mut()"]
pub struct RefMut<'b, T: ?Sized + 'b> {
    value: NonNull<T>,
    borrow: BorrowRefMut<'b>,
    marker: PhantomData<&'b mut T>,
}

impl<'b, T: ?Sized> Ref<'b, T> {
    /// Another read borrow of the same cell.
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        let flag = orig.borrow.flag;
        intrinsics::refcell_borrow(flag.as_ptr(), false, false);
        set_flag(flag, flag_of(flag) + 1);
        Ref { value: orig.value, borrow: BorrowRef { flag } }
    }

    /// Narrows the borrow to a part of the value.
    pub fn map<U: ?Sized, F: FnOnce(&T) -> &U>(orig: Ref<'b, T>, f: F) -> Ref<'b, U> {
        Ref { value: NonNull::from(f(&*orig)), borrow: orig.borrow }
    }

    /// Narrows the borrow to a part of the value, if there is that part.
    pub fn filter_map<U: ?Sized, F: FnOnce(&T) -> Option<&U>>(orig: Ref<'b, T>, f: F) -> Result<Ref<'b, U>, Self> {
        match f(&*orig) {
            Some(part) => Ok(Ref { value: NonNull::from(part), borrow: orig.borrow }),
            None => Err(orig),
        }
    }

    /// Splits the borrow into borrows of two parts.
    pub fn map_split<U: ?Sized, V: ?Sized, F: FnOnce(&T) -> (&U, &V)>(orig: Ref<'b, T>, f: F) -> (Ref<'b, U>, Ref<'b, V>) {
        let (a, b) = f(&*orig);
        let second = Ref::clone(&orig).borrow;
        (Ref { value: NonNull::from(a), borrow: second }, Ref { value: NonNull::from(b), borrow: orig.borrow })
    }
}

impl<'b, T: ?Sized> RefMut<'b, T> {
    /// Narrows the borrow to a part of the value.
    pub fn map<U: ?Sized, F: FnOnce(&mut T) -> &mut U>(mut orig: RefMut<'b, T>, f: F) -> RefMut<'b, U> {
        let value = NonNull::from(f(&mut *orig));
        RefMut { value, borrow: orig.borrow, marker: PhantomData }
    }

    /// A guard of a part of the value, if `f` finds one; else the guard again.
    pub fn filter_map<U: ?Sized, F: FnOnce(&mut T) -> Option<&mut U>>(mut orig: RefMut<'b, T>, f: F) -> Result<RefMut<'b, U>, Self> {
        match f(unsafe { orig.value.as_mut() }) {
            Some(part) => Ok(RefMut { value: NonNull::from(part), borrow: orig.borrow, marker: PhantomData }),
            None => Err(orig),
        }
    }

    /// Two guards of two parts of the value; the borrow ends when both are gone.
    pub fn map_split<U: ?Sized, V: ?Sized, F>(mut orig: RefMut<'b, T>, f: F) -> (RefMut<'b, U>, RefMut<'b, V>)
    where
        F: FnOnce(&mut T) -> (&mut U, &mut V),
    {
        let flag = orig.borrow.flag;
        set_flag(flag, flag_of(flag) - 1);
        let (a, b) = f(&mut *orig);
        let (a, b) = (NonNull::from(a), NonNull::from(b));
        (
            RefMut { value: a, borrow: BorrowRefMut { flag }, marker: PhantomData },
            RefMut { value: b, borrow: orig.borrow, marker: PhantomData },
        )
    }
}

impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { self.value.as_ref() }
    }
}
impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { self.value.as_ref() }
    }
}
impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { self.value.as_mut() }
    }
}
impl<'b, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Ref<'b, U>> for Ref<'b, T> {}
impl<'b, T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<RefMut<'b, U>> for RefMut<'b, T> {}
impl<T: CoerceUnsized<U>, U> CoerceUnsized<RefCell<U>> for RefCell<T> {}

impl<T: ?Sized + fmt::Display> fmt::Display for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for Ref<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Display> fmt::Display for RefMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
impl<T: ?Sized + fmt::Debug> fmt::Debug for RefMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RefCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_struct("RefCell");
        if flag_of(&self.borrow) < 0 {
            builder.field("value", &fmt::Verbatim("<borrowed>"));
        } else {
            builder.field("value", &unsafe { &*self.value.get() });
        }
        builder.finish()
    }
}
impl<T: Clone> Clone for RefCell<T> {
    fn clone(&self) -> RefCell<T> {
        RefCell::new(self.borrow().clone())
    }
}
impl<T: Default> Default for RefCell<T> {
    fn default() -> RefCell<T> {
        RefCell::new(T::default())
    }
}
impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> RefCell<T> {
        RefCell::new(t)
    }
}
impl<T: ?Sized + PartialEq> PartialEq for RefCell<T> {
    #[lockstep::place = "core/src/cell.rs:1479:15"]
    fn eq(&self, other: &RefCell<T>) -> bool {
        *self.borrow() == *other.borrow()
    }
}
impl<T: ?Sized + Eq> Eq for RefCell<T> {}
impl<T: ?Sized + PartialOrd> PartialOrd for RefCell<T> {
    #[lockstep::place = "core/src/cell.rs:1501:15"]
    fn partial_cmp(&self, other: &RefCell<T>) -> Option<Ordering> {
        self.borrow().partial_cmp(&*other.borrow())
    }
}
impl<T: ?Sized + Ord> Ord for RefCell<T> {
    fn cmp(&self, other: &RefCell<T>) -> Ordering {
        self.borrow().cmp(&*other.borrow())
    }
}
