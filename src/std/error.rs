// The trait of error types.

use crate::any::TypeId;
use crate::fmt::{Debug, Display};

/// Types that say what went wrong: they print, and may name the error behind them.
pub trait Error: Debug + Display {
    /// The error that caused this one.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    fn description(&self) -> &str {
        "description() is deprecated; use Display"
    }

    fn cause(&self) -> Option<&dyn Error> {
        self.source()
    }

    /// The concrete type behind a trait object.
    fn error_type_id(&self, _: Internal) -> TypeId
    where
        Self: 'static,
    {
        TypeId::of::<Self>()
    }
}

/// Keeps `error_type_id` from being called or overridden outside std.
#[derive(Debug)]
pub struct Internal(());

macro_rules! downcasts {
    ($($error:ty),*) => { $(
        impl $error {
            pub fn is<T: Error + 'static>(&self) -> bool {
                TypeId::of::<T>() == self.error_type_id(Internal(()))
            }

            /// The error as a `T`, if that is what it is.
            pub fn downcast_ref<T: Error + 'static>(&self) -> Option<&T> {
                if self.is::<T>() { Some(unsafe { &*(self as *const Self as *const T) }) } else { None }
            }

            pub fn downcast_mut<T: Error + 'static>(&mut self) -> Option<&mut T> {
                if self.is::<T>() { Some(unsafe { &mut *(self as *mut Self as *mut T) }) } else { None }
            }
        }
    )* };
}
downcasts! { dyn Error, dyn Error + Send, dyn Error + Send + Sync }

impl<'a, T: Error + ?Sized> Error for &'a T {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl Error for crate::fmt::Error {}
impl Error for crate::cell::BorrowError {}
impl Error for crate::cell::BorrowMutError {}
impl Error for crate::num::ParseIntError {}
impl Error for crate::num::ParseFloatError {}
impl Error for crate::num::TryFromIntError {}
impl Error for crate::str::ParseBoolError {}
impl Error for crate::str::Utf8Error {
    fn description(&self) -> &str {
        "invalid utf-8: corrupt contents"
    }
}
impl Error for crate::string::FromUtf8Error {}
impl Error for crate::string::FromUtf16Error {}
impl Error for crate::char::CharTryFromError {}
impl Error for crate::char::ParseCharError {}
impl Error for crate::char::TryFromCharError {}
impl Error for crate::array::TryFromSliceError {}
