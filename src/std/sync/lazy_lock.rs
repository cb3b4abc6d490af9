// `LazyLock`: a value that is made when somebody first asks for it.
//
// Follows: std::sync::LazyLock: a panic in the initialiser poisons it for good.

#![lockstep::concept = ""]

use super::once::Once;
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::mem::ManuallyDrop;
use crate::ops::{Deref, DerefMut};
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::ptr;

union Data<T, F> {
    value: ManuallyDrop<T>,
    f: ManuallyDrop<F>,
}

/// A value that is computed by the first thread that uses it; the others wait, and afterwards everybody reads it.
#[lockstep::shares]
#[lockstep::render = "lazylock"]
pub struct LazyLock<T, F = fn() -> T> {
    once: Once,
    data: UnsafeCell<Data<T, F>>,
}

unsafe impl<T: Sync + Send, F: Send> Sync for LazyLock<T, F> {}
impl<T: RefUnwindSafe + UnwindSafe, F: UnwindSafe> RefUnwindSafe for LazyLock<T, F> {}
impl<T: UnwindSafe, F: UnwindSafe> UnwindSafe for LazyLock<T, F> {}

impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    /// `f` will make the value when it is first needed.
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock { once: Once::new(), data: UnsafeCell::new(Data { f: ManuallyDrop::new(f) }) }
    }

    /// Makes the value now unless it is there already.
    pub fn force(this: &LazyLock<T, F>) -> &T {
        this.once.call_once_force(|state| {
            if state.is_poisoned() {
                poisoned();
            }
            unsafe { this.make() };
        });
        unsafe { &*(*this.data.get()).value }
    }

    /// Makes the value if need be and gives `&mut` to it: nobody else can use it meanwhile.
    pub fn force_mut(this: &mut LazyLock<T, F>) -> &mut T {
        LazyLock::force(this);
        unsafe { &mut *(*this.data.get()).value }
    }

    /// Moves the function out, calls it, and puts the value in its place.
    unsafe fn make(&self) {
        unsafe {
            let data = self.data.get();
            let f = ManuallyDrop::take(&mut (*data).f);
            let value = f();
            ptr::write(data, Data { value: ManuallyDrop::new(value) });
        }
    }
}

impl<T, F> LazyLock<T, F> {
    /// The value, if it has been made.
    pub fn get(this: &LazyLock<T, F>) -> Option<&T> {
        if this.once.is_completed() { Some(unsafe { &*(*this.data.get()).value }) } else { None }
    }

    /// `&mut` to the value if it was made already.
    pub fn get_mut(this: &mut LazyLock<T, F>) -> Option<&mut T> {
        if this.once.state_owned() == 2 {
            Some(unsafe { &mut *(*this.data.get()).value })
        } else {
            None
        }
    }
}

#[lockstep::place = "std/src/sync/lazy_lock.rs:410:5"]
fn poisoned() -> ! {
    panic!("LazyLock instance has previously been poisoned")
}

impl<T, F> Drop for LazyLock<T, F> {
    fn drop(&mut self) {
        let data = unsafe { &mut *self.data.get() };
        match self.once.state_owned() {
            0 => unsafe { ManuallyDrop::drop(&mut data.f) },
            2 => unsafe { ManuallyDrop::drop(&mut data.value) },
            _ => {}
        }
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}

impl<T, F: FnOnce() -> T> DerefMut for LazyLock<T, F> {
    fn deref_mut(&mut self) -> &mut T {
        LazyLock::force_mut(self)
    }
}

impl<T: Default> Default for LazyLock<T> {
    fn default() -> LazyLock<T> {
        LazyLock::new(T::default)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for LazyLock<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut d = f.debug_tuple("LazyLock");
        match LazyLock::get(self) {
            Some(value) => d.field(value),
            None => d.field(&format_args!("<uninit>")),
        };
        d.finish()
    }
}
