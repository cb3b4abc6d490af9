// An option as an iterator of at most one item.

use crate::iter::FusedIterator;

/// Gives a reference to the value, if there is one.
#[derive(Debug)]
pub struct Iter<'a, T> {
    pub(super) item: Option<&'a T>,
}

/// Gives a mutable reference to the value, if there is one.
#[derive(Debug)]
pub struct IterMut<'a, T> {
    pub(super) item: Option<&'a mut T>,
}

/// Gives the value, if there is one.
#[derive(Clone, Debug)]
pub struct IntoIter<T> {
    pub(super) item: Option<T>,
}

impl<'a, T> Clone for Iter<'a, T> {
    fn clone(&self) -> Self {
        Iter { item: self.item }
    }
}

macro_rules! one_item {
    ($([$($params:tt)*] $ty:ty => $item:ty;)*) => { $(
        impl<$($params)*> Iterator for $ty {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.item.take()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.item.is_some() as usize;
                (n, Some(n))
            }
        }
        impl<$($params)*> DoubleEndedIterator for $ty {
            fn next_back(&mut self) -> Option<$item> {
                self.item.take()
            }
        }
        impl<$($params)*> ExactSizeIterator for $ty {}
        impl<$($params)*> FusedIterator for $ty {}
    )* };
}
one_item! {
    ['a, T] Iter<'a, T> => &'a T;
    ['a, T] IterMut<'a, T> => &'a mut T;
    [T] IntoIter<T> => T;
}

impl<T> IntoIterator for Option<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { item: self }
    }
}
impl<'a, T> IntoIterator for &'a Option<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut Option<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
