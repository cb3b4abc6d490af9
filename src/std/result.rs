// `Result`: a value or the error that kept it from being made.

mod traits;

pub use self::traits::{IntoIter, Iter, IterMut};

use crate::fmt;
use crate::ops::{Deref, DerefMut};
use crate::rt;

/// `Ok` with a value, or `Err` with the reason why there is none.
#[lang = "Result"]
#[derive(Copy, PartialEq, PartialOrd, Eq, Ord, Debug, Hash)]
pub enum Result<T, E> {
    /// It worked.
    #[lang = "Ok"]
    Ok(T),
    /// It did not.
    #[lang = "Err"]
    Err(E),
}

use Result::{Err, Ok};

impl<T, E> Result<T, E> {
    /// Whether it worked.
    pub const fn is_ok(&self) -> bool {
        matches!(*self, Ok(_))
    }

    /// Whether it failed.
    pub const fn is_err(&self) -> bool {
        matches!(*self, Err(_))
    }

    /// Whether it worked with a value that passes the test.
    pub fn is_ok_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {
        match self {
            Ok(x) => f(x),
            Err(_) => false,
        }
    }

    /// Whether it failed with an error that passes the test.
    pub fn is_err_and<F: FnOnce(E) -> bool>(self, f: F) -> bool {
        match self {
            Ok(_) => false,
            Err(e) => f(e),
        }
    }

    /// The value as an option; the error is dropped.
    pub fn ok(self) -> Option<T> {
        match self {
            Ok(x) => Some(x),
            Err(_) => None,
        }
    }

    /// The error as an option; the value is dropped.
    pub fn err(self) -> Option<E> {
        match self {
            Ok(_) => None,
            Err(e) => Some(e),
        }
    }

    /// References to the value or the error, without moving them out.
    pub const fn as_ref(&self) -> Result<&T, &E> {
        match self {
            Ok(x) => Ok(x),
            Err(e) => Err(e),
        }
    }

    /// Mutable references to the value or the error.
    pub const fn as_mut(&mut self) -> Result<&mut T, &mut E> {
        match self {
            Ok(x) => Ok(x),
            Err(e) => Err(e),
        }
    }

    /// Changes the value, keeps the error.
    pub fn map<U, F: FnOnce(T) -> U>(self, op: F) -> Result<U, E> {
        match self {
            Ok(x) => Ok(op(x)),
            Err(e) => Err(e),
        }
    }

    /// What `f` makes of the value, or `default`.
    pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
        match self {
            Ok(x) => f(x),
            Err(_) => default,
        }
    }

    /// What `f` makes of the value, or what `default` makes of the error.
    pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
        match self {
            Ok(x) => f(x),
            Err(e) => default(e),
        }
    }

    /// Changes the error, keeps the value.
    pub fn map_err<F, O: FnOnce(E) -> F>(self, op: O) -> Result<T, F> {
        match self {
            Ok(x) => Ok(x),
            Err(e) => Err(op(e)),
        }
    }

    /// Lets `f` look at the value and gives the result on.
    pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {
        if let Ok(x) = &self {
            f(x);
        }
        self
    }

    /// Lets `f` look at the error and gives the result on.
    pub fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Self {
        if let Err(e) = &self {
            f(e);
        }
        self
    }

    /// A reference to what the value points to.
    pub fn as_deref(&self) -> Result<&T::Target, &E>
    where
        T: Deref,
    {
        match self {
            Ok(x) => Ok(x.deref()),
            Err(e) => Err(e),
        }
    }

    pub fn as_deref_mut(&mut self) -> Result<&mut T::Target, &mut E>
    where
        T: DerefMut,
    {
        match self {
            Ok(x) => Ok(x.deref_mut()),
            Err(e) => Err(e),
        }
    }

    /// An iterator over the value, if there is one.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { item: self.as_ref().ok() }
    }

    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { item: self.as_mut().ok() }
    }

    /// The value, or a panic with `msg` and the error.
    #[lockstep::on_err = "panics"]
    pub fn expect(self, msg: &str) -> T
    where
        E: fmt::Debug,
    {
        match self {
            Ok(x) => x,
            Err(e) => rt::unwrap_failed(msg, &e),
        }
    }

    /// The value, or a panic that shows the error.
    #[lockstep::on_err = "panics"]
    pub fn unwrap(self) -> T
    where
        E: fmt::Debug,
    {
        match self {
            Ok(x) => x,
            Err(e) => rt::unwrap_failed("called `Result::unwrap()` on an `Err` value", &e),
        }
    }

    /// The value, or the default of its type; an error is dropped.
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        match self {
            Ok(x) => x,
            Err(_) => T::default(),
        }
    }

    /// The error, or a panic with `msg` and the value.
    pub fn expect_err(self, msg: &str) -> E
    where
        T: fmt::Debug,
    {
        match self {
            Ok(x) => rt::unwrap_failed(msg, &x),
            Err(e) => e,
        }
    }

    /// The error, or a panic that shows the value.
    pub fn unwrap_err(self) -> E
    where
        T: fmt::Debug,
    {
        match self {
            Ok(x) => rt::unwrap_failed("called `Result::unwrap_err()` on an `Ok` value", &x),
            Err(e) => e,
        }
    }

    /// `other`, if this worked; otherwise this error.
    pub fn and<U>(self, other: Result<U, E>) -> Result<U, E> {
        match self {
            Ok(_) => other,
            Err(e) => Err(e),
        }
    }

    /// Goes on with `op`, which may fail itself.
    pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, op: F) -> Result<U, E> {
        match self {
            Ok(x) => op(x),
            Err(e) => Err(e),
        }
    }

    /// This value, or `other` if this failed.
    pub fn or<F>(self, other: Result<T, F>) -> Result<T, F> {
        match self {
            Ok(x) => Ok(x),
            Err(_) => other,
        }
    }

    /// This value, or what `op` makes of the error.
    pub fn or_else<F, O: FnOnce(E) -> Result<T, F>>(self, op: O) -> Result<T, F> {
        match self {
            Ok(x) => Ok(x),
            Err(e) => op(e),
        }
    }

    /// The value, or `default`; an error is dropped.
    pub fn unwrap_or(self, default: T) -> T {
        match self {
            Ok(x) => x,
            Err(_) => default,
        }
    }

    /// The value, or what `op` makes of the error.
    pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, op: F) -> T {
        match self {
            Ok(x) => x,
            Err(e) => op(e),
        }
    }

    pub unsafe fn unwrap_unchecked(self) -> T {
        match self {
            Ok(x) => x,
            Err(_) => unsafe { crate::hint::unreachable_unchecked() },
        }
    }
}

impl<T, E> Result<T, E> {
    pub unsafe fn unwrap_err_unchecked(self) -> E {
        match self {
            Ok(_) => unsafe { crate::hint::unreachable_unchecked() },
            Err(e) => e,
        }
    }
}

impl<T, E> Result<&T, E> {
    /// A copy of the value behind the reference.
    #[rustc_do_not_const_check]
    pub const fn copied(self) -> Result<T, E>
    where
        T: Copy,
    {
        match self {
            Ok(x) => Ok(*x),
            Err(e) => Err(e),
        }
    }

    /// A clone of the value behind the reference.
    pub fn cloned(self) -> Result<T, E>
    where
        T: Clone,
    {
        match self {
            Ok(x) => Ok(x.clone()),
            Err(e) => Err(e),
        }
    }
}

impl<T, E> Result<&mut T, E> {
    #[rustc_do_not_const_check]
    pub const fn copied(self) -> Result<T, E>
    where
        T: Copy,
    {
        match self {
            Ok(x) => Ok(*x),
            Err(e) => Err(e),
        }
    }

    pub fn cloned(self) -> Result<T, E>
    where
        T: Clone,
    {
        match self {
            Ok(x) => Ok(x.clone()),
            Err(e) => Err(e),
        }
    }
}

impl<T, E> Result<Option<T>, E> {
    /// Swaps the two layers.
    #[rustc_do_not_const_check]
    pub const fn transpose(self) -> Option<Result<T, E>> {
        match self {
            Ok(Some(x)) => Some(Ok(x)),
            Ok(None) => None,
            Err(e) => Some(Err(e)),
        }
    }
}

impl<T, E> Result<Result<T, E>, E> {
    /// One layer less.
    #[rustc_do_not_const_check]
    pub const fn flatten(self) -> Result<T, E> {
        match self {
            Ok(inner) => inner,
            Err(e) => Err(e),
        }
    }
}
