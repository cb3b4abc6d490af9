// `OnceCell`: written at most once, then only read.

use super::UnsafeCell;
use crate::fmt;
use crate::mem;
use crate::rt;

/// A value that is set once and read ever after, on one thread.
#[lockstep::render = "cell"]
pub struct OnceCell<T> {
    inner: UnsafeCell<Option<T>>,
}

#[lockstep::why = "A `OnceCell` is set without synchronisation: two threads could both be the first."]
#[lockstep::repair = "`OnceLock` does the same job for threads."]
impl<T> !Sync for OnceCell<T> {}

impl<T> OnceCell<T> {
    /// An empty cell.
    pub const fn new() -> OnceCell<T> {
        OnceCell { inner: UnsafeCell::new(None) }
    }

    /// The value, if it was set.
    pub fn get(&self) -> Option<&T> {
        unsafe { &*self.inner.get() }.as_ref()
    }

    /// A mutable reference to the value, if it was set.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.inner.get_mut().as_mut()
    }

    /// Sets the value; gives it back when there is one already.
    pub fn set(&self, value: T) -> Result<(), T> {
        if self.get().is_some() {
            return Err(value);
        }
        unsafe { *self.inner.get() = Some(value) };
        Ok(())
    }

    /// The value, made by `f` at the first call.
    #[lockstep::place = "core/src/cell/once.rs:300:66"]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        if let Some(value) = self.get() {
            return value;
        }
        let value = f();
        if self.set(value).is_err() {
            rt::panic("reentrant init")
        }
        match self.get() {
            Some(value) => value,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }

    /// The value, if it was set.
    pub const fn into_inner(self) -> Option<T> {
        self.inner.into_inner()
    }

    /// Takes the value out; the cell can be set again.
    pub fn take(&mut self) -> Option<T> {
        mem::take(self).into_inner()
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        OnceCell::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_tuple("OnceCell");
        match self.get() {
            Some(value) => builder.field(value),
            None => builder.field(&fmt::Verbatim("<uninit>")),
        };
        builder.finish()
    }
}
impl<T: Clone> Clone for OnceCell<T> {
    fn clone(&self) -> OnceCell<T> {
        OnceCell { inner: UnsafeCell::new(self.get().cloned()) }
    }
}
impl<T: PartialEq> PartialEq for OnceCell<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}
impl<T: Eq> Eq for OnceCell<T> {}
impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> Self {
        OnceCell { inner: UnsafeCell::new(Some(value)) }
    }
}
