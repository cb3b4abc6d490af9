// Counted ownership for std's own use (join results, thread names): an `Arc` without `Weak` that no picture shows.
//
// The count is a plain number: it changes inside a step, which no other thread can cut in two.

use crate::marker::PhantomData;
use crate::mem;
use crate::ops::Deref;
use crate::ptr::NonNull;

mod sys {
    /// One owner less; true for the last. A step of its own where dropping a `V` can be noticed by others.
    #[lockstep::primitive = "shared.release"]
    pub fn release<V>(count: *mut usize) -> bool;
}

struct Inner<T> {
    count: usize,
    value: T,
}

/// Owns a value together with its clones. `V` is the part of it whose destruction other threads could notice.
pub(crate) struct Shared<T, V = T> {
    ptr: NonNull<Inner<T>>,
    noticed: PhantomData<V>,
}

unsafe impl<T: Send + Sync, V> Send for Shared<T, V> {}
unsafe impl<T: Send + Sync, V> Sync for Shared<T, V> {}

impl<T, V> Shared<T, V> {
    pub(crate) fn new(value: T) -> Shared<T, V> {
        let inner = Box::new(Inner { count: 1, value });
        Shared { ptr: unsafe { NonNull::new_unchecked(Box::into_raw(inner)) }, noticed: PhantomData }
    }

    /// The value, when this is the only owner.
    pub(crate) fn get_mut(&mut self) -> Option<&mut T> {
        let inner = unsafe { &mut *self.ptr.as_ptr() };
        if inner.count == 1 { Some(&mut inner.value) } else { None }
    }
}

impl<T, V> Clone for Shared<T, V> {
    fn clone(&self) -> Shared<T, V> {
        unsafe { (*self.ptr.as_ptr()).count += 1 };
        Shared { ptr: self.ptr, noticed: PhantomData }
    }
}

impl<T, V> Deref for Shared<T, V> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &(*self.ptr.as_ptr()).value }
    }
}

impl<T, V> Drop for Shared<T, V> {
    fn drop(&mut self) {
        unsafe {
            let raw = self.ptr.as_ptr();
            if sys::release::<V>(&raw mut (*raw).count) {
                mem::drop(Box::from_raw(raw));
            }
        }
    }
}
