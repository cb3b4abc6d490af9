// `Weak`: refers to a value that an `Arc` owns, without keeping it alive.

use super::{Arc, ArcInner, sys};
use crate::fmt;
use crate::intrinsics;
use crate::marker::{PhantomData, Unsize};
use crate::mem;
use crate::ops::{CoerceUnsized, DispatchFromDyn};
use crate::ptr::{self, NonNull};

/// Refers to a value without owning it. `upgrade` makes an `Arc` as long as an owner is left; use it for the way back in
/// structures whose owners would otherwise form a circle.
#[lockstep::render = "arcWeak"]
#[lockstep::weak_pointer]
pub struct Weak<T: ?Sized> {
    /// Dangling for a `Weak` that never had a value.
    ptr: NonNull<ArcInner<T>>,
}

unsafe impl<T: ?Sized + Sync + Send> Send for Weak<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Weak<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}

impl<T> Weak<T> {
    /// Refers to nothing: `upgrade` always gives `None`.
    pub const fn new() -> Weak<T> {
        Weak { ptr: unsafe { NonNull::new_unchecked(ptr::dangling_mut::<usize>() as *mut ArcInner<T>) } }
    }

    /// A raw pointer to the value, which may be gone.
    pub fn as_ptr(&self) -> *const T {
        if self.is_dangling() {
            ptr::dangling::<usize>() as *const T
        } else {
            unsafe { &raw const (*self.ptr.as_ptr()).data }
        }
    }
}

impl<T> Weak<T> {
    /// Gives the reference up for a pointer; `from_raw` takes it back.
    pub fn into_raw(self) -> *const T {
        mem::ManuallyDrop::new(self).as_ptr()
    }

    /// `ptr` must come from `into_raw`.
    pub unsafe fn from_raw(ptr: *const T) -> Weak<T> {
        if ptr::addr_eq(ptr, ptr::dangling::<usize>()) {
            return Weak::new();
        }
        Weak::from_inner(unsafe { NonNull::new_unchecked(super::inner_of(ptr)) })
    }
}

impl<T: ?Sized> Weak<T> {
    /// An owner of the value, if one is left.
    #[lockstep::observes = "arc.count"]
    #[lockstep::counts = "upgrade"]
    pub fn upgrade(&self) -> Option<Arc<T>> {
        if self.is_dangling() || !sys::upgrade::<T>(self.counts()) {
            return None;
        }
        Some(Arc { ptr: self.ptr, phantom: PhantomData })
    }

    /// Number of owners now; 0 when the value is gone. Another thread can change it before the number is used.
    #[lockstep::observes = "arc.count"]
    pub fn strong_count(&self) -> usize {
        if self.is_dangling() { 0 } else { sys::strong_count::<T>(self.counts()) }
    }

    /// Number of `Weak` pointers now. Another thread can change it before the number is used.
    #[lockstep::observes = "arc.count"]
    pub fn weak_count(&self) -> usize {
        if self.is_dangling() || sys::strong_count::<T>(self.counts()) == 0 {
            0
        } else {
            sys::weak_count::<T>(self.counts())
        }
    }

    /// Whether both point to the same value.
    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        ptr::addr_eq(self.ptr.as_ptr(), other.ptr.as_ptr())
    }

    pub(super) fn from_inner(ptr: NonNull<ArcInner<T>>) -> Weak<T> {
        Weak { ptr }
    }

    fn is_dangling(&self) -> bool {
        ptr::addr_eq(self.ptr.as_ptr(), ptr::dangling::<usize>())
    }

    fn counts(&self) -> *mut usize {
        unsafe { &raw mut (*self.ptr.as_ptr()).counts as *mut usize }
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        if !self.is_dangling() {
            sys::clone_weak::<T>(self.counts());
        }
        Weak { ptr: self.ptr }
    }
}

unsafe impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
    /// Frees the memory when no owner and no other `Weak` refers to it.
    fn drop(&mut self) {
        if !self.is_dangling() && sys::drop_weak::<T>(self.counts()) {
            intrinsics::free_value(self.ptr.as_ptr());
        }
    }
}

impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}

impl<T: ?Sized> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(Weak)")
    }
}
