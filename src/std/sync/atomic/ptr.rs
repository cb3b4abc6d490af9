// Atomic pointers.

use super::{Ordering, check_failure, check_load, check_store, failure_of, sys};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::panic::RefUnwindSafe;
use crate::ptr;

/// A raw pointer that threads can share and change without a lock. What it points to is not protected.
#[lockstep::object = "atomic"]
#[lockstep::render = "atomic"]
pub struct AtomicPtr<T> {
    v: UnsafeCell<*mut T>,
}

unsafe impl<T> Send for AtomicPtr<T> {}

atomic_common! { AtomicPtr [<T>] *mut T }

impl<T> AtomicPtr<T> {
    /// Moves the pointer on by `val` elements and gives the one before.
    pub fn fetch_ptr_add(&self, val: usize, order: Ordering) -> *mut T {
        sys::ptr_add(self.v.get(), val as isize, order)
    }

    /// Moves the pointer back by `val` elements and gives the one before.
    pub fn fetch_ptr_sub(&self, val: usize, order: Ordering) -> *mut T {
        sys::ptr_add(self.v.get(), -(val as isize), order)
    }
}

impl<T> Default for AtomicPtr<T> {
    fn default() -> AtomicPtr<T> {
        AtomicPtr::new(ptr::null_mut())
    }
}

impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.load(Ordering::Relaxed), f)
    }
}
