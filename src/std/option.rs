// `Option`: a value that may be missing.
//
// Iterators over an option and the traits it implements are in option/iter.rs and option/traits.rs.

mod iter;
mod traits;

pub use self::iter::{IntoIter, Iter, IterMut};

use crate::mem;
use crate::ops::{Deref, DerefMut};
use crate::rt;

/// Either `Some` value or `None`.
#[lang = "Option"]
#[derive(Copy, Debug, Hash, Eq, PartialEq, PartialOrd, Ord)]
#[lockstep::sample = "Some({0})"]
pub enum Option<T> {
    /// No value.
    #[lang = "None"]
    None,
    /// A value.
    #[lang = "Some"]
    Some(T),
}

use Option::{None, Some};

impl<T> Option<T> {
    /// Whether there is a value.
    pub const fn is_some(&self) -> bool {
        matches!(*self, Some(_))
    }

    /// Whether there is no value.
    pub const fn is_none(&self) -> bool {
        matches!(*self, None)
    }

    /// Whether there is a value that passes the test.
    pub fn is_some_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {
        match self {
            Some(x) => f(x),
            None => false,
        }
    }

    /// Whether there is no value, or one that passes the test.
    pub fn is_none_or<F: FnOnce(T) -> bool>(self, f: F) -> bool {
        match self {
            Some(x) => f(x),
            None => true,
        }
    }

    /// Looks inside without moving the value out.
    pub const fn as_ref(&self) -> Option<&T> {
        match self {
            Some(x) => Some(x),
            None => None,
        }
    }

    /// A mutable reference to the value, if there is one.
    pub const fn as_mut(&mut self) -> Option<&mut T> {
        match self {
            Some(x) => Some(x),
            None => None,
        }
    }

    pub const fn as_slice(&self) -> &[T] {
        match self {
            Some(x) => crate::slice::from_ref(x),
            None => &[],
        }
    }

    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Some(x) => crate::slice::from_mut(x),
            None => &mut [],
        }
    }

    /// The value, or a panic with `msg`.
    pub const fn expect(self, msg: &str) -> T {
        match self {
            Some(x) => x,
            None => rt::panic_display(msg),
        }
    }

    /// The value, or a panic when there is none.
    pub const fn unwrap(self) -> T {
        match self {
            Some(x) => x,
            None => rt::panic("called `Option::unwrap()` on a `None` value"),
        }
    }

    /// The value, or `default`.
    pub fn unwrap_or(self, default: T) -> T {
        match self {
            Some(x) => x,
            None => default,
        }
    }

    /// The value, or what `f` makes; `f` is only called when there is none.
    pub fn unwrap_or_else<F: FnOnce() -> T>(self, f: F) -> T {
        match self {
            Some(x) => x,
            None => f(),
        }
    }

    /// The value, or the default of its type.
    pub fn unwrap_or_default(self) -> T
    where
        T: Default,
    {
        match self {
            Some(x) => x,
            None => T::default(),
        }
    }

    pub const unsafe fn unwrap_unchecked(self) -> T {
        match self {
            Some(x) => x,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }

    /// Applies `f` to the value, if there is one.
    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {
        match self {
            Some(x) => Some(f(x)),
            None => None,
        }
    }

    /// Lets `f` look at the value and gives the option on.
    pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Self {
        if let Some(x) = &self {
            f(x);
        }
        self
    }

    /// What `f` makes of the value, or `default`.
    pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
        match self {
            Some(x) => f(x),
            None => default,
        }
    }

    /// What `f` makes of the value, or what `default` makes.
    pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
        match self {
            Some(x) => f(x),
            None => default(),
        }
    }

    /// `Ok` of the value, or `Err(err)`.
    pub fn ok_or<E>(self, err: E) -> Result<T, E> {
        match self {
            Some(x) => Ok(x),
            None => Err(err),
        }
    }

    /// `Ok` of the value, or `Err` of what `err` makes.
    pub fn ok_or_else<E, F: FnOnce() -> E>(self, err: F) -> Result<T, E> {
        match self {
            Some(x) => Ok(x),
            None => Err(err()),
        }
    }

    /// A reference to what the value points to: `&str` out of an optional `String`.
    pub fn as_deref(&self) -> Option<&T::Target>
    where
        T: Deref,
    {
        match self {
            Some(x) => Some(x.deref()),
            None => None,
        }
    }

    /// A mutable reference to what the value points to.
    pub fn as_deref_mut(&mut self) -> Option<&mut T::Target>
    where
        T: DerefMut,
    {
        match self {
            Some(x) => Some(x.deref_mut()),
            None => None,
        }
    }

    /// An iterator over the value, if there is one.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { item: self.as_ref() }
    }

    /// An iterator over a mutable reference to the value.
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { item: self.as_mut() }
    }

    /// `other`, if there is a value; otherwise `None`.
    pub fn and<U>(self, other: Option<U>) -> Option<U> {
        match self {
            Some(_) => other,
            None => None,
        }
    }

    /// Applies `f`, which may find nothing itself.
    pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U> {
        match self {
            Some(x) => f(x),
            None => None,
        }
    }

    /// The value, if it passes the test.
    pub fn filter<P: FnOnce(&T) -> bool>(self, predicate: P) -> Self {
        if let Some(x) = self {
            if predicate(&x) {
                return Some(x);
            }
        }
        None
    }

    /// This option, or `other` when it is `None`.
    pub fn or(self, other: Option<T>) -> Option<T> {
        match self {
            Some(_) => self,
            None => other,
        }
    }

    /// This option, or what `f` finds.
    pub fn or_else<F: FnOnce() -> Option<T>>(self, f: F) -> Option<T> {
        match self {
            Some(_) => self,
            None => f(),
        }
    }

    /// The one value, if exactly one of the two options has one.
    pub fn xor(self, other: Option<T>) -> Option<T> {
        match (self, other) {
            (Some(a), None) => Some(a),
            (None, Some(b)) => Some(b),
            _ => None,
        }
    }

    /// Puts a value in, dropping an old one.
    pub fn insert(&mut self, value: T) -> &mut T {
        *self = Some(value);
        self.filled()
    }

    /// The value, after putting `value` in where there was none.
    pub fn get_or_insert(&mut self, value: T) -> &mut T {
        if self.is_none() {
            *self = Some(value);
        }
        self.filled()
    }

    pub fn get_or_insert_default(&mut self) -> &mut T
    where
        T: Default,
    {
        self.get_or_insert_with(T::default)
    }

    /// The value, after putting in what `f` makes where there was none.
    pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
        if self.is_none() {
            *self = Some(f());
        }
        self.filled()
    }

    fn filled(&mut self) -> &mut T {
        match self {
            Some(x) => x,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }

    /// Moves the value out and leaves `None`.
    pub const fn take(&mut self) -> Option<T> {
        mem::replace(self, None)
    }

    /// Takes the value out if it passes the test.
    pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, predicate: P) -> Option<T> {
        if self.as_mut().map_or(false, predicate) { self.take() } else { None }
    }

    /// Puts a value in and gives back the old one.
    pub const fn replace(&mut self, value: T) -> Option<T> {
        mem::replace(self, Some(value))
    }

    /// Both values as a pair, if there are both.
    pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
        match (self, other) {
            (Some(a), Some(b)) => Some((a, b)),
            _ => None,
        }
    }
}

impl<T, U> Option<(T, U)> {
    /// Two options out of an optional pair.
    pub fn unzip(self) -> (Option<T>, Option<U>) {
        match self {
            Some((a, b)) => (Some(a), Some(b)),
            None => (None, None),
        }
    }
}

impl<T> Option<&T> {
    /// A copy of the value behind the reference.
    pub const fn copied(self) -> Option<T>
    where
        T: Copy,
    {
        match self {
            Some(x) => Some(*x),
            None => None,
        }
    }

    /// A clone of the value behind the reference.
    pub fn cloned(self) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Some(x) => Some(x.clone()),
            None => None,
        }
    }
}

impl<T> Option<&mut T> {
    pub const fn copied(self) -> Option<T>
    where
        T: Copy,
    {
        match self {
            Some(x) => Some(*x),
            None => None,
        }
    }

    pub fn cloned(self) -> Option<T>
    where
        T: Clone,
    {
        match self {
            Some(x) => Some((*x).clone()),
            None => None,
        }
    }
}

impl<T, E> Option<Result<T, E>> {
    /// Swaps the two layers.
    #[rustc_do_not_const_check]
    pub const fn transpose(self) -> Result<Option<T>, E> {
        match self {
            Some(Ok(x)) => Ok(Some(x)),
            Some(Err(e)) => Err(e),
            None => Ok(None),
        }
    }
}

impl<T> Option<Option<T>> {
    /// One layer less.
    #[rustc_do_not_const_check]
    pub const fn flatten(self) -> Option<T> {
        match self {
            Some(inner) => inner,
            None => None,
        }
    }
}
