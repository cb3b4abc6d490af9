// The pointer of an owner: `Send` and `Sync` as the value it owns.

use super::NonNull;
use crate::marker::{PhantomData, Unsize};
use crate::ops::{CoerceUnsized, DispatchFromDyn};

/// A pointer to a value that only its holder uses, as in `Box` and `Vec`.
#[lockstep::qualified]
pub struct Unique<T: ?Sized> {
    pointer: NonNull<T>,
    owned: PhantomData<T>,
}

unsafe impl<T: Send + ?Sized> Send for Unique<T> {}
unsafe impl<T: Sync + ?Sized> Sync for Unique<T> {}

impl<T> Unique<T> {
    pub const fn dangling() -> Self {
        Unique { pointer: NonNull::dangling(), owned: PhantomData }
    }
}

impl<T: ?Sized> Unique<T> {
    pub const fn new(ptr: *mut T) -> Self {
        Unique { pointer: unsafe { NonNull::new_unchecked(ptr) }, owned: PhantomData }
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.pointer.as_ptr()
    }
}

impl<T: ?Sized> Clone for Unique<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for Unique<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Unique<U>> for Unique<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Unique<U>> for Unique<T> {}
