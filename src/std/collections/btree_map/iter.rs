// Iterators over a tree map.

use super::BTreeMap;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::{slice, vec};

macro_rules! iterators {
    ($($(#[$doc:meta])* [$($params:tt)*] $Name:ident [$($args:tt)*] over $inner:ty => $item:ty : $entry:ident $value:expr;)*) => { $(
        $(#[$doc])*
        pub struct $Name<$($params)*> {
            inner: $inner,
        }

        impl<$($params)*> $Name<$($args)*> {
            pub(super) fn new(inner: $inner) -> Self {
                $Name { inner }
            }
        }
        impl<$($params)*> Iterator for $Name<$($args)*> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                match self.inner.next() {
                    Some($entry) => Some($value),
                    None => None,
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl<$($params)*> DoubleEndedIterator for $Name<$($args)*> {
            fn next_back(&mut self) -> Option<$item> {
                match self.inner.next_back() {
                    Some($entry) => Some($value),
                    None => None,
                }
            }
        }
        impl<$($params)*> ExactSizeIterator for $Name<$($args)*> {}
        impl<$($params)*> FusedIterator for $Name<$($args)*> {}
    )* };
}
iterators! {
    /// Made by `BTreeMap::iter`.
    ['a, K, V] Iter ['a, K, V] over slice::Iter<'a, (K, V)> => (&'a K, &'a V) : b (&b.0, &b.1);
    /// Made by `BTreeMap::iter_mut`.
    ['a, K, V] IterMut ['a, K, V] over slice::IterMut<'a, (K, V)> => (&'a K, &'a mut V) : b (&b.0, &mut b.1);
    /// Made by `BTreeMap::into_iter`.
    [K, V] IntoIter [K, V] over vec::IntoIter<(K, V)> => (K, V) : b b;
    /// Made by `BTreeMap::range`.
    ['a, K, V] Range ['a, K, V] over slice::Iter<'a, (K, V)> => (&'a K, &'a V) : b (&b.0, &b.1);
    /// Made by `BTreeMap::range_mut`.
    ['a, K, V] RangeMut ['a, K, V] over slice::IterMut<'a, (K, V)> => (&'a K, &'a mut V) : b (&b.0, &mut b.1);
    /// Made by `BTreeMap::keys`.
    ['a, K, V] Keys ['a, K, V] over Iter<'a, K, V> => &'a K : pair pair.0;
    /// Made by `BTreeMap::values`.
    ['a, K, V] Values ['a, K, V] over Iter<'a, K, V> => &'a V : pair pair.1;
    /// Made by `BTreeMap::values_mut`.
    ['a, K, V] ValuesMut ['a, K, V] over IterMut<'a, K, V> => &'a mut V : pair pair.1;
    /// Made by `BTreeMap::into_keys`.
    [K, V] IntoKeys [K, V] over IntoIter<K, V> => K : pair pair.0;
    /// Made by `BTreeMap::into_values`.
    [K, V] IntoValues [K, V] over IntoIter<K, V> => V : pair pair.1;
}

macro_rules! clones {
    ($($Name:ident)*) => { $(
        impl<K, V> Clone for $Name<'_, K, V> {
            fn clone(&self) -> Self {
                $Name { inner: self.inner.clone() }
            }
        }
    )* };
}
clones! { Iter Keys Values Range }

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Iter<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
impl<K: fmt::Debug, V> fmt::Debug for Keys<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
impl<K, V: fmt::Debug> fmt::Debug for Values<'_, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// Goes over a part of the entries and takes some out.
pub struct Removing<'a, K, V> {
    entries: &'a mut Vec<(K, V)>,
    at: usize,
    end: usize,
}

impl<'a, K, V> Removing<'a, K, V> {
    pub(super) fn new(entries: &'a mut Vec<(K, V)>, at: usize, end: usize) -> Self {
        Removing { entries, at, end }
    }

    pub(crate) fn next_if<F: FnMut(&K, &mut V) -> bool>(&mut self, mut pred: F) -> Option<(K, V)> {
        while self.at < self.end {
            let entry = &mut self.entries[self.at];
            if pred(&entry.0, &mut entry.1) {
                self.end -= 1;
                return Some(self.entries.remove(self.at));
            }
            self.at += 1;
        }
        None
    }
}

/// Made by `BTreeMap::extract_if`. `R` is the range that was asked for.
pub struct ExtractIf<'a, K, V, R, F> {
    inner: Removing<'a, K, V>,
    pred: F,
    range: PhantomData<R>,
}

impl<'a, K, V, R, F> ExtractIf<'a, K, V, R, F> {
    pub(super) fn new(inner: Removing<'a, K, V>, pred: F) -> Self {
        ExtractIf { inner, pred, range: PhantomData }
    }
}
impl<K, V, R, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, R, F> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.inner.next_if(&mut self.pred)
    }
}
impl<K, V, R, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<'_, K, V, R, F> {}

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter::new(self.entries.into_iter())
    }
}
impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}
impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;
    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}

macro_rules! empty_defaults {
    ($([$($params:tt)*] $Name:ident [$($args:tt)*];)*) => { $(
        impl<$($params)*> Default for $Name<$($args)*> {
            fn default() -> Self {
                $Name { inner: Default::default() }
            }
        }
    )* };
}
empty_defaults! {
    [K, V] Iter ['_, K, V]; [K, V] IterMut ['_, K, V]; [K, V] IntoIter [K, V]; [K, V] Range ['_, K, V]; [K, V] RangeMut ['_, K, V];
    [K, V] Keys ['_, K, V]; [K, V] Values ['_, K, V]; [K, V] ValuesMut ['_, K, V]; [K, V] IntoKeys [K, V]; [K, V] IntoValues [K, V];
}
