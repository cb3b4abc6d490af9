// Panics seen from the program: catching them, hooks, unwind safety.

use crate::any::Any;
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::intrinsics;
use crate::ops::{Deref, DerefMut};
use crate::panicking;

/// Types that are safe to use after a panic passed by.
#[lang = "unwind_safe"]
#[lockstep::unimplemented = "the type `{Self}` may not be safely transferred across an unwind boundary"]
#[lockstep::unimplemented_label = "`{Self}` may not be safely transferred across an unwind boundary"]
pub auto trait UnwindSafe {}

/// Types whose shared references are safe to use after a panic passed by.
#[lang = "ref_unwind_safe"]
#[lockstep::unimplemented = "the type `{Self}` may contain interior mutability and a reference may not be safely transferable across a catch_unwind boundary"]
#[lockstep::unimplemented_label = "`{Self}` may contain interior mutability and a reference may not be safely transferable across a catch_unwind boundary"]
pub auto trait RefUnwindSafe {}

impl<T: ?Sized> !UnwindSafe for &mut T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for &T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for *const T {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for *mut T {}
impl<T: UnwindSafe + ?Sized> UnwindSafe for crate::ptr::Unique<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for crate::ptr::NonNull<T> {}
impl<T: ?Sized> !RefUnwindSafe for UnsafeCell<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for crate::rc::Rc<T> {}
impl<T: RefUnwindSafe + ?Sized> RefUnwindSafe for crate::rc::Rc<T> {}

/// Says that a value may be used across `catch_unwind` all the same.
pub struct AssertUnwindSafe<T>(pub T);

impl<T> UnwindSafe for AssertUnwindSafe<T> {}
impl<T> RefUnwindSafe for AssertUnwindSafe<T> {}
impl<T> Deref for AssertUnwindSafe<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
impl<T> DerefMut for AssertUnwindSafe<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
    type Output = R;
    extern "rust-call" fn call_once(self, _args: ()) -> R {
        (self.0)()
    }
}
impl<T: fmt::Debug> fmt::Debug for AssertUnwindSafe<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AssertUnwindSafe").field(&self.0).finish()
    }
}

/// Calls `f` and stops a panic in it: `Err` then holds what the panic carried.
#[lockstep::concept = "ch09-01-unrecoverable-errors-with-panic"]
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send + 'static>> {
    intrinsics::try_call(f)
}

/// Lets a caught panic go on, without calling the hook again.
#[lockstep::concept = "ch09-01-unrecoverable-errors-with-panic"]
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    intrinsics::start_unwind(payload)
}

/// Panics with any value as payload.
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {
    panicking::begin_any(Box::new(msg))
}

/// Replaces what is called when a panic begins.
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    let _ = panicking::replace_hook(Some(hook));
}

/// Takes the hook out and puts the default one in its place.
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    panicking::replace_hook(None)
}

/// What a panic hook is told.
pub struct PanicHookInfo<'a> {
    payload: &'a (dyn Any + Send),
    location: &'a Location<'a>,
}

pub type PanicInfo<'a> = PanicHookInfo<'a>;

impl<'a> PanicHookInfo<'a> {
    pub(crate) fn new(payload: &'a (dyn Any + Send), location: &'a Location<'a>) -> Self {
        PanicHookInfo { payload, location }
    }

    pub(crate) fn place(&self) -> &'a str {
        self.location.place
    }

    pub(crate) fn any_payload(&self) -> &'a (dyn Any + Send) {
        self.payload
    }

    /// What the panic carries.
    pub fn payload(&self) -> &(dyn Any + Send) {
        self.payload
    }

    /// The message, if it is text.
    pub fn payload_as_str(&self) -> Option<&str> {
        if let Some(text) = self.payload.downcast_ref::<&'static str>() {
            Some(text)
        } else if let Some(text) = self.payload.downcast_ref::<String>() {
            Some(text)
        } else {
            None
        }
    }

    /// Where the panic began.
    pub fn location(&self) -> Option<&Location<'_>> {
        Some(self.location)
    }
}

impl fmt::Display for PanicHookInfo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("panicked at ")?;
        self.location.fmt(f)?;
        f.write_str(":")?;
        match self.payload_as_str() {
            Some(text) => {
                f.write_str("\n")?;
                f.write_str(text)
            }
            None => Ok(()),
        }
    }
}

/// A place in the source text.
#[derive(Copy, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Location<'a> {
    place: &'a str,
}

impl<'a> Location<'a> {
    pub(crate) fn at(place: &'static str) -> &'static Location<'static> {
        Box::leak(Box::new(Location { place }))
    }

    /// The nearest call in a function without `#[track_caller]`.
    pub const fn caller() -> &'static Location<'static> {
        Box::leak(Box::new(Location { place: intrinsics::caller_location() }))
    }

    /// The file.
    pub const fn file(&self) -> &str {
        self.part(2)
    }

    /// The line, from 1.
    pub const fn line(&self) -> u32 {
        self.part(1).parse().unwrap_or(0)
    }

    /// The column, from 1.
    pub const fn column(&self) -> u32 {
        self.part(0).parse().unwrap_or(0)
    }

    /// Counted from behind in `file:line:column`.
    fn part(&self, from_behind: usize) -> &str {
        self.place.rsplitn(3, ':').nth(from_behind).unwrap_or("")
    }
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.place)
    }
}
