// `LazyCell`: a value made at its first use.

use super::{Cell, OnceCell};
use crate::fmt;
use crate::ops::Deref;
use crate::rt;

/// A value that its function makes when it is first looked at, on one thread.
pub struct LazyCell<T, F = fn() -> T> {
    value: OnceCell<T>,
    init: Cell<Option<F>>,
}

impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    /// A value that `f` will make when it is needed.
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell { value: OnceCell::new(), init: Cell::new(Some(f)) }
    }

    /// Makes the value now, if that has not happened yet.
    pub fn force(this: &LazyCell<T, F>) -> &T {
        this.value.get_or_init(|| match this.init.take() {
            Some(f) => f(),
            None => poisoned(),
        })
    }
}

impl<T, F> LazyCell<T, F> {
    /// The value, if it was made already.
    pub fn get(this: &LazyCell<T, F>) -> Option<&T> {
        this.value.get()
    }
}

impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}
impl<T: Default> Default for LazyCell<T> {
    fn default() -> LazyCell<T> {
        LazyCell::new(T::default)
    }
}
impl<T: fmt::Debug, F> fmt::Debug for LazyCell<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut builder = f.debug_tuple("LazyCell");
        match self.value.get() {
            Some(value) => builder.field(value),
            None => builder.field(&fmt::Verbatim("<uninit>")),
        };
        builder.finish()
    }
}

#[lockstep::place = "core/src/cell/lazy.rs:372:5"]
fn poisoned() -> ! {
    rt::panic("LazyCell instance has previously been poisoned")
}
