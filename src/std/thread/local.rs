// Values of which every thread has its own.
//
// `thread_local!` makes a constant `LocalKey` around the function that makes the value; the machine keeps, for each thread, a
// table from that function to the value's place. Values are destroyed when their thread ends, the youngest first.
//
// Follows: std::thread::LocalKey on Linux.

use crate::cell::{Cell, RefCell};
use crate::error::Error;
use crate::fmt;
use crate::intrinsics;
use crate::ptr;

mod sys {
    /// The place that this thread has for the key; null when it has none.
    #[lockstep::primitive = "local.find"]
    pub fn find<T>(key: fn() -> T) -> *mut T;
    /// Whether this thread's value is being destroyed or gone.
    #[lockstep::primitive = "local.is_destroyed"]
    pub fn is_destroyed<T>(key: fn() -> T) -> bool;
    #[lockstep::primitive = "local.insert"]
    pub fn insert<T>(key: fn() -> T, place: *mut T, destroy: fn(*mut ()));
    /// The youngest value that is left: marked as destroyed, with its place in `place`. False when none is left.
    #[lockstep::primitive = "local.next"]
    pub fn next() -> bool;
    #[lockstep::primitive = "local.place"]
    pub fn place() -> *mut ();
    #[lockstep::primitive = "local.destructor"]
    pub fn destructor() -> fn(*mut ());
}

/// A value that every thread has for itself, made when the thread first uses it and dropped when the thread ends.
#[lockstep::per_thread]
#[lockstep::render = "localKey"]
pub struct LocalKey<T: 'static> {
    init: fn() -> T,
}

/// The thread's value is already destroyed.
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct AccessError;

impl<T: 'static> LocalKey<T> {
    /// For `thread_local!` only.
    pub const unsafe fn new(init: fn() -> T) -> LocalKey<T> {
        LocalKey { init }
    }

    /// Calls `f` with this thread's value, making it first if need be.
    pub fn with<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        match self.try_with(f) {
            Ok(result) => result,
            Err(error) => refuse(error),
        }
    }

    /// As `with`; `Err` when the thread is ending and has dropped its value already.
    pub fn try_with<F, R>(&'static self, f: F) -> Result<R, AccessError>
    where
        F: FnOnce(&T) -> R,
    {
        if sys::is_destroyed(self.init) {
            return Err(AccessError);
        }
        let mut place = sys::find(self.init);
        if place.is_null() {
            place = Box::into_raw(Box::new((self.init)()));
            sys::insert(self.init, place, destroy::<T>);
        }
        Ok(f(unsafe { &*place }))
    }

    /// As `with`, but `value` is used instead of the initial value when there is none yet.
    fn with_initial<F, R>(&'static self, value: T, f: F) -> R
    where
        F: FnOnce(Option<T>, &T) -> R,
    {
        if sys::is_destroyed(self.init) {
            refuse(AccessError);
        }
        let place = sys::find(self.init);
        if !place.is_null() {
            return f(Some(value), unsafe { &*place });
        }
        let place = Box::into_raw(Box::new(value));
        sys::insert(self.init, place, destroy::<T>);
        f(None, unsafe { &*place })
    }
}

impl<T: 'static> LocalKey<Cell<T>> {
    /// Replaces this thread's value.
    pub fn set(&'static self, value: T) {
        self.with_initial(Cell::new(value), |value, cell| {
            if let Some(value) = value {
                cell.set(value.into_inner());
            }
        })
    }

    /// A copy of this thread's value.
    pub fn get(&'static self) -> T
    where
        T: Copy,
    {
        self.with(Cell::get)
    }

    /// Takes this thread's value out and leaves the default.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(Cell::take)
    }

    /// Puts a new value into this thread's cell and gives the old one.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }

    /// Changes this thread's value by `f`.
    pub fn update(&'static self, f: impl FnOnce(T) -> T)
    where
        T: Copy,
    {
        self.with(|cell| cell.update(f))
    }
}

impl<T: 'static> LocalKey<RefCell<T>> {
    /// Borrows this thread's value while `f` runs; panics if it is borrowed mutably.
    pub fn with_borrow<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&T) -> R,
    {
        self.with(|cell| f(&cell.borrow()))
    }

    /// Borrows this thread's value mutably while `f` runs; panics if it is borrowed already.
    pub fn with_borrow_mut<F, R>(&'static self, f: F) -> R
    where
        F: FnOnce(&mut T) -> R,
    {
        self.with(|cell| f(&mut cell.borrow_mut()))
    }

    /// Replaces this thread's value.
    pub fn set(&'static self, value: T) {
        self.with_initial(RefCell::new(value), |value, cell| {
            if let Some(value) = value {
                *cell.borrow_mut() = value.into_inner();
            }
        })
    }

    /// Takes this thread's value out and leaves the default.
    pub fn take(&'static self) -> T
    where
        T: Default,
    {
        self.with(RefCell::take)
    }

    /// Puts a new value into this thread's cell and gives the old one.
    pub fn replace(&'static self, value: T) -> T {
        self.with(|cell| cell.replace(value))
    }
}

/// The last thing that a thread does. A destructor may make further values; they are destroyed too.
pub(crate) fn run_destructors() {
    while sys::next() {
        let place = sys::place();
        let destroy = sys::destructor();
        destroy(place);
    }
}

fn destroy<T>(place: *mut ()) {
    drop(unsafe { Box::from_raw(place as *mut T) });
}

fn refuse(error: AccessError) -> ! {
    panic!("cannot access a Thread Local Storage value during or after destruction: {error:?}")
}

impl<T: 'static> fmt::Debug for LocalKey<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalKey").finish_non_exhaustive()
    }
}

impl fmt::Debug for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessError").finish()
    }
}

impl fmt::Display for AccessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt("already destroyed", f)
    }
}

impl Error for AccessError {}
