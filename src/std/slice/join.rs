// `concat` and `join`, of slices of slices and of slices of text.

use crate::borrow::Borrow;

/// What `concat` can put together.
pub trait Concat<Item: ?Sized> {
    type Output;
    fn concat(slice: &Self) -> Self::Output;
}

/// What `join` can put together with a separator.
pub trait Join<Separator> {
    type Output;
    fn join(slice: &Self, sep: Separator) -> Self::Output;
}

impl<T> [T] {
    /// All parts behind each other.
    pub fn concat<Item: ?Sized>(&self) -> <Self as Concat<Item>>::Output
    where
        Self: Concat<Item>,
    {
        Concat::concat(self)
    }

    /// All parts behind each other with a separator between them.
    pub fn connect<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
    where
        Self: Join<Separator>,
    {
        Join::join(self, sep)
    }

    /// All parts in one, with the separator between them.
    pub fn join<Separator>(&self, sep: Separator) -> <Self as Join<Separator>>::Output
    where
        Self: Join<Separator>,
    {
        Join::join(self, sep)
    }
}

impl<S: Borrow<str>> Concat<str> for [S] {
    type Output = String;
    fn concat(slice: &Self) -> String {
        Join::join(slice, "")
    }
}
impl<'s, S: Borrow<str>> Join<&'s str> for [S] {
    type Output = String;
    fn join(slice: &Self, sep: &'s str) -> String {
        let mut text = String::new();
        let mut first = true;
        for part in slice {
            if !first {
                text.push_str(sep);
            }
            first = false;
            text.push_str(part.borrow());
        }
        text
    }
}

impl<T: Clone, V: Borrow<[T]>> Concat<T> for [V] {
    type Output = Vec<T>;
    fn concat(slice: &Self) -> Vec<T> {
        let mut all = Vec::new();
        for part in slice {
            all.extend_from_slice(part.borrow());
        }
        all
    }
}
impl<'t, T: Clone, V: Borrow<[T]>> Join<&'t T> for [V] {
    type Output = Vec<T>;
    fn join(slice: &Self, sep: &'t T) -> Vec<T> {
        Join::join(slice, crate::slice::from_ref(sep))
    }
}
impl<'t, T: Clone, V: Borrow<[T]>> Join<&'t [T]> for [V] {
    type Output = Vec<T>;
    fn join(slice: &Self, sep: &'t [T]) -> Vec<T> {
        let mut all = Vec::new();
        let mut first = true;
        for part in slice {
            if !first {
                all.extend_from_slice(sep);
            }
            first = false;
            all.extend_from_slice(part.borrow());
        }
        all
    }
}
