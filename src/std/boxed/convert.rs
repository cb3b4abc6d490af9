// Conversions into boxes and downcasts of boxed trait objects.

use crate::any::Any;
use crate::borrow::Cow;
use crate::error::Error;
use crate::fmt;
use crate::pin::Pin;

impl<T> From<T> for Box<T> {
    fn from(value: T) -> Box<T> {
        Box::new(value)
    }
}
impl<T: ?Sized> From<Box<T>> for Pin<Box<T>> {
    fn from(boxed: Box<T>) -> Self {
        Box::into_pin(boxed)
    }
}
impl<T: Clone> From<&[T]> for Box<[T]> {
    fn from(slice: &[T]) -> Box<[T]> {
        slice.to_vec().into_boxed_slice()
    }
}
impl From<&str> for Box<str> {
    fn from(s: &str) -> Box<str> {
        String::from(s).into_boxed_str()
    }
}
impl From<&mut str> for Box<str> {
    fn from(s: &mut str) -> Box<str> {
        Box::from(&*s)
    }
}
impl From<Box<str>> for Box<[u8]> {
    fn from(s: Box<str>) -> Box<[u8]> {
        unsafe { Box::from_raw(Box::into_raw(s) as *mut [u8]) }
    }
}
impl<T: Clone> From<&mut [T]> for Box<[T]> {
    fn from(slice: &mut [T]) -> Box<[T]> {
        Box::from(&*slice)
    }
}
impl<T: Clone> From<Cow<'_, [T]>> for Box<[T]> {
    fn from(cow: Cow<'_, [T]>) -> Box<[T]> {
        cow.into_owned().into_boxed_slice()
    }
}
impl<T, const N: usize> TryFrom<Vec<T>> for Box<[T; N]> {
    type Error = Vec<T>;
    fn try_from(v: Vec<T>) -> Result<Self, Vec<T>> {
        if v.len() == N {
            Ok(unsafe { Box::from_raw(Box::into_raw(v.into_boxed_slice()) as *mut [T; N]) })
        } else {
            Err(v)
        }
    }
}

macro_rules! collected {
    ($($Part:ty),*) => { $(
        impl<'a> FromIterator<$Part> for Box<str> {
            fn from_iter<I: IntoIterator<Item = $Part>>(iter: I) -> Self {
                String::from_iter(iter).into_boxed_str()
            }
        }
    )* };
}
collected! { &'a char, &'a str, Box<str>, Cow<'a, str> }

impl FromIterator<String> for Box<str> {
    fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> Self {
        String::from_iter(iter).into_boxed_str()
    }
}
impl From<String> for Box<str> {
    fn from(s: String) -> Box<str> {
        s.into_boxed_str()
    }
}
impl From<Cow<'_, str>> for Box<str> {
    fn from(cow: Cow<'_, str>) -> Box<str> {
        cow.into_owned().into_boxed_str()
    }
}
impl<T> From<Vec<T>> for Box<[T]> {
    fn from(v: Vec<T>) -> Box<[T]> {
        v.into_boxed_slice()
    }
}
impl<T, const N: usize> From<[T; N]> for Box<[T]> {
    fn from(array: [T; N]) -> Box<[T]> {
        Box::new(array)
    }
}
impl<T, const N: usize> TryFrom<Box<[T]>> for Box<[T; N]> {
    type Error = Box<[T]>;
    fn try_from(boxed: Box<[T]>) -> Result<Self, Box<[T]>> {
        if boxed.len() == N {
            Ok(unsafe { Box::from_raw(Box::into_raw(boxed) as *mut [T; N]) })
        } else {
            Err(boxed)
        }
    }
}

/// An error that is nothing but its message.
struct StringError(String);

impl Error for StringError {}
impl fmt::Display for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
impl fmt::Debug for StringError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl<'a, E: Error + 'a> From<E> for Box<dyn Error + 'a> {
    fn from(err: E) -> Box<dyn Error + 'a> {
        Box::new(err)
    }
}
impl<'a, E: Error + Send + Sync + 'a> From<E> for Box<dyn Error + Send + Sync + 'a> {
    fn from(err: E) -> Box<dyn Error + Send + Sync + 'a> {
        Box::new(err)
    }
}
impl<'a> From<String> for Box<dyn Error + Send + Sync + 'a> {
    fn from(message: String) -> Self {
        Box::new(StringError(message))
    }
}
impl<'a> From<String> for Box<dyn Error + 'a> {
    fn from(message: String) -> Self {
        Box::new(StringError(message))
    }
}
impl<'a, 'b> From<&'b str> for Box<dyn Error + Send + Sync + 'a> {
    fn from(message: &'b str) -> Self {
        Box::new(StringError(String::from(message)))
    }
}
impl<'a, 'b> From<&'b str> for Box<dyn Error + 'a> {
    fn from(message: &'b str) -> Self {
        Box::new(StringError(String::from(message)))
    }
}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + Send + Sync + 'a> {
    fn from(message: Cow<'b, str>) -> Self {
        Box::new(StringError(message.into_owned()))
    }
}
impl<'a, 'b> From<Cow<'b, str>> for Box<dyn Error + 'a> {
    fn from(message: Cow<'b, str>) -> Self {
        Box::new(StringError(message.into_owned()))
    }
}

macro_rules! downcasts {
    ($($any:ty),*) => { $(
        impl Box<$any> {
            /// The value as the type it really has, or the box back.
            pub fn downcast<T: Any>(self) -> Result<Box<T>, Self> {
                if self.is::<T>() { Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }) } else { Err(self) }
            }
        }
    )* };
}
downcasts! { dyn Any, dyn Any + Send, dyn Any + Send + Sync }

macro_rules! error_downcasts {
    ($($error:ty),*) => { $(
        impl Box<$error> {
            pub fn downcast<T: Error + 'static>(self) -> Result<Box<T>, Self> {
                if self.is::<T>() { Ok(unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }) } else { Err(self) }
            }
        }
    )* };
}
error_downcasts! { dyn Error, dyn Error + Send, dyn Error + Send + Sync }
