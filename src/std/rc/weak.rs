// `Weak`: a pointer to a shared value that does not keep it alive.

use super::{Rc, RcInner, UPGRADE, UPGRADE_FAILED};
use crate::fmt;
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, DispatchFromDyn, Drop};
use crate::ptr::{self, NonNull};

/// Points to a value that `Rc` owners share, without owning it. `upgrade` tells whether it is still there.
#[lockstep::render = "weak"]
#[lockstep::weak_pointer]
pub struct Weak<T: ?Sized> {
    /// Dangling for a `Weak` that never had a value.
    ptr: NonNull<RcInner<T>>,
}

#[lockstep::why = "A `Weak` changes the counts of its `Rc` without synchronisation; two threads doing so can lose an update."]
#[lockstep::repair = "`sync::Weak` belongs to `Arc` and does the same job for threads."]
impl<T: ?Sized> !Send for Weak<T> {}
#[lockstep::why = "Through a shared `&Weak` another thread could upgrade it, which changes the counts without synchronisation."]
#[lockstep::repair = "`sync::Weak` belongs to `Arc` and does the same job for threads."]
impl<T: ?Sized> !Sync for Weak<T> {}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}

impl<T> Weak<T> {
    /// A pointer to nothing.
    pub const fn new() -> Weak<T> {
        Weak { ptr: unsafe { NonNull::new_unchecked(ptr::dangling_mut::<usize>() as *mut RcInner<T>) } }
    }
}

impl<T: ?Sized> Weak<T> {
    pub(super) unsafe fn from_inner(ptr: *mut RcInner<T>) -> Weak<T> {
        Weak { ptr: unsafe { NonNull::new_unchecked(ptr) } }
    }

    fn is_dangling(&self) -> bool {
        ptr::addr_eq(self.ptr.as_ptr(), ptr::dangling::<usize>())
    }

    fn inner(&self) -> Option<&RcInner<T>> {
        if self.is_dangling() { None } else { Some(unsafe { &*self.ptr.as_ptr() }) }
    }

    /// Another owner, or `None` when the value is gone.
    #[lockstep::counts = "upgrade"]
    pub fn upgrade(&self) -> Option<Rc<T>> {
        let inner = self.inner()?;
        let strong = inner.strong();
        if strong == 0 {
            inner.report(UPGRADE_FAILED);
            return None;
        }
        inner.set_strong(strong + 1);
        inner.report(UPGRADE);
        Some(unsafe { Rc::from_inner(self.ptr.as_ptr()) })
    }

    /// How many owners the value has; 0 when it is gone.
    pub fn strong_count(&self) -> usize {
        match self.inner() {
            Some(inner) => inner.strong(),
            None => 0,
        }
    }

    /// How many `Weak` pointers there are.
    pub fn weak_count(&self) -> usize {
        match self.inner() {
            Some(inner) if inner.strong() > 0 => inner.weak() - 1,
            _ => 0,
        }
    }

    /// Whether both point to the same value.
    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        ptr::addr_eq(self.ptr.as_ptr(), other.ptr.as_ptr())
    }
}

impl<T> Weak<T> {
    /// A raw pointer to the value, which may be gone.
    pub fn as_ptr(&self) -> *const T {
        if self.is_dangling() { ptr::dangling() } else { unsafe { &raw const (*self.ptr.as_ptr()).value } }
    }

    /// Gives the reference up for a pointer; `from_raw` takes it back.
    pub fn into_raw(self) -> *const T {
        let ptr = self.as_ptr();
        crate::mem::forget(self);
        ptr
    }

    /// Takes back what `into_raw` gave up.
    pub unsafe fn from_raw(ptr: *const T) -> Weak<T> {
        if ptr::addr_eq(ptr, ptr::dangling::<T>()) { Weak::new() } else { unsafe { Weak::from_inner(super::inner_of(ptr)) } }
    }
}

unsafe impl<#[may_dangle] T: ?Sized> Drop for Weak<T> {
    fn drop(&mut self) {
        if !self.is_dangling() {
            unsafe { RcInner::drop_weak(self.ptr.as_ptr(), true) }
        }
    }
}

impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        if let Some(inner) = self.inner() {
            inner.set_weak(inner.weak() + 1);
            inner.report(super::DOWNGRADE);
        }
        Weak { ptr: self.ptr }
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
