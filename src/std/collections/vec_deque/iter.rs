// Iterators over a queue.

use super::VecDeque;
use crate::iter::{Chain, FusedIterator};
use crate::marker::PhantomData;
use crate::{fmt, slice};

/// Made by `VecDeque::iter`.
pub struct Iter<'a, T> {
    inner: Chain<slice::Iter<'a, T>, slice::Iter<'a, T>>,
}

/// Made by `VecDeque::iter_mut`.
pub struct IterMut<'a, T> {
    inner: Chain<slice::IterMut<'a, T>, slice::IterMut<'a, T>>,
}

/// Made by `VecDeque::into_iter`.
#[derive(Clone)]
pub struct IntoIter<T> {
    inner: VecDeque<T>,
}

/// Made by `VecDeque::drain`.
pub struct Drain<'a, T> {
    inner: IntoIter<T>,
    marker: PhantomData<&'a mut VecDeque<T>>,
}

impl<'a, T> Iter<'a, T> {
    pub(super) fn new(a: slice::Iter<'a, T>, b: slice::Iter<'a, T>) -> Self {
        Iter { inner: a.chain(b) }
    }
}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}
impl<'a, T> IterMut<'a, T> {
    pub(super) fn new(a: slice::IterMut<'a, T>, b: slice::IterMut<'a, T>) -> Self {
        IterMut { inner: a.chain(b) }
    }
}
impl<'a, T> Drain<'a, T> {
    pub(super) fn new(inner: IntoIter<T>) -> Self {
        Drain { inner, marker: PhantomData }
    }
}

macro_rules! iterators {
    ($([$($params:tt)*] $ty:ty => $item:ty, $next:ident $next_back:ident, $this:ident $size:expr;)*) => { $(
        impl<$($params)*> Iterator for $ty {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                self.inner.$next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let $this = self;
                $size
            }
        }
        impl<$($params)*> DoubleEndedIterator for $ty {
            fn next_back(&mut self) -> Option<$item> {
                self.inner.$next_back()
            }
        }
        impl<$($params)*> ExactSizeIterator for $ty {}
        impl<$($params)*> FusedIterator for $ty {}
    )* };
}
iterators! {
    ['a, T] Iter<'a, T> => &'a T, next next_back, this this.inner.size_hint();
    ['a, T] IterMut<'a, T> => &'a mut T, next next_back, this this.inner.size_hint();
    [T] IntoIter<T> => T, pop_front pop_back, this (this.inner.len, Some(this.inner.len));
    ['a, T] Drain<'a, T> => T, next next_back, this this.inner.size_hint();
}

impl<T: fmt::Debug> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.inner).finish()
    }
}
impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self }
    }
}
impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { inner: Default::default() }
    }
}
impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        IterMut { inner: Default::default() }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { inner: VecDeque::new() }
    }
}
