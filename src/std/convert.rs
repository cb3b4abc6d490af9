// Conversions between types. Those between numbers are in convert/num.rs.

mod num;

use crate::fmt;

/// A type without values: the error of what cannot fail.
#[derive(Copy, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Infallible {}

impl Clone for Infallible {
    fn clone(&self) -> Infallible {
        match *self {}
    }
}
impl fmt::Debug for Infallible {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
impl fmt::Display for Infallible {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
impl crate::error::Error for Infallible {}

/// Gives its argument back.
pub const fn identity<T>(x: T) -> T {
    x
}

/// A cheap view of a value as a reference to another type.
pub trait AsRef<T: ?Sized> {
    /// The value as a reference to the other type.
    fn as_ref(&self) -> &T;
}

/// A cheap mutable view of a value as a reference to another type.
pub trait AsMut<T: ?Sized> {
    /// The value as a mutable reference to the other type.
    fn as_mut(&mut self) -> &mut T;
}

/// `x.into()` to the type that the context asks for. Comes for free with `From`.
pub trait Into<T>: Sized {
    /// Converts into the type that the context asks for.
    fn into(self) -> T;
}

/// Conversion that always works. `?` uses it to turn one error type into another.
pub trait From<T>: Sized {
    /// Makes a value out of one of another type.
    fn from(value: T) -> Self;
}

/// `x.try_into()`. Comes for free with `TryFrom`.
pub trait TryInto<T>: Sized {
    type Error;
    /// Converts into the type that the context asks for, if the value fits.
    fn try_into(self) -> Result<T, Self::Error>;
}

/// Conversion that may fail, such as to a smaller number type.
pub trait TryFrom<T>: Sized {
    type Error;
    /// Makes a value out of one of another type, if that fits.
    fn try_from(value: T) -> Result<Self, Self::Error>;
}

impl<T> From<T> for T {
    fn from(value: T) -> T {
        value
    }
}
impl<T, U: From<T>> Into<U> for T {
    fn into(self) -> U {
        U::from(self)
    }
}
impl<T, U: Into<T>> TryFrom<U> for T {
    type Error = Infallible;
    fn try_from(value: U) -> Result<Self, Infallible> {
        Ok(value.into())
    }
}
impl<T, U: TryFrom<T>> TryInto<U> for T {
    type Error = U::Error;
    fn try_into(self) -> Result<U, U::Error> {
        U::try_from(self)
    }
}

impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &T {
    fn as_ref(&self) -> &U {
        (**self).as_ref()
    }
}
impl<T: ?Sized + AsRef<U>, U: ?Sized> AsRef<U> for &mut T {
    fn as_ref(&self) -> &U {
        (**self).as_ref()
    }
}
impl<T: ?Sized + AsMut<U>, U: ?Sized> AsMut<U> for &mut T {
    fn as_mut(&mut self) -> &mut U {
        (**self).as_mut()
    }
}
impl<T> AsRef<[T]> for [T] {
    fn as_ref(&self) -> &[T] {
        self
    }
}
impl<T> AsMut<[T]> for [T] {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}
impl AsRef<str> for str {
    fn as_ref(&self) -> &str {
        self
    }
}
impl AsMut<str> for str {
    fn as_mut(&mut self) -> &mut str {
        self
    }
}
impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
