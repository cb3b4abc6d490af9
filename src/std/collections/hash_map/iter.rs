// Iterators over a hash map.

use super::{Bucket, HashMap};
use crate::fmt;
use crate::intrinsics;
use crate::iter::FusedIterator;
use crate::{slice, vec};

macro_rules! iterators {
    ($($(#[$doc:meta])* [$($params:tt)*] $Name:ident [$($args:tt)*] over $inner:ty => $item:ty : $bucket:ident $value:expr;)*) => { $(
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
                    Some($bucket) => Some($value),
                    None => None,
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.inner.size_hint()
            }
        }
        impl<$($params)*> ExactSizeIterator for $Name<$($args)*> {}
        impl<$($params)*> FusedIterator for $Name<$($args)*> {}
    )* };
}
iterators! {
    /// Made by `HashMap::iter`.
    ['a, K, V] Iter ['a, K, V] over slice::Iter<'a, Bucket<K, V>> => (&'a K, &'a V) : b (&b.key, &b.value);
    /// Made by `HashMap::iter_mut`.
    ['a, K, V] IterMut ['a, K, V] over slice::IterMut<'a, Bucket<K, V>> => (&'a K, &'a mut V) : b (&b.key, &mut b.value);
    /// Made by `HashMap::into_iter`.
    [K, V] IntoIter [K, V] over vec::IntoIter<Bucket<K, V>> => (K, V) : b (b.key, b.value);
    /// Made by `HashMap::drain`.
    ['a, K, V] Drain ['a, K, V] over vec::Drain<'a, Bucket<K, V>> => (K, V) : b (b.key, b.value);
    /// Made by `HashMap::keys`.
    ['a, K, V] Keys ['a, K, V] over Iter<'a, K, V> => &'a K : pair pair.0;
    /// Made by `HashMap::values`.
    ['a, K, V] Values ['a, K, V] over Iter<'a, K, V> => &'a V : pair pair.1;
    /// Made by `HashMap::values_mut`.
    ['a, K, V] ValuesMut ['a, K, V] over IterMut<'a, K, V> => &'a mut V : pair pair.1;
    /// Made by `HashMap::into_keys`.
    [K, V] IntoKeys [K, V] over IntoIter<K, V> => K : pair pair.0;
    /// Made by `HashMap::into_values`.
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
clones! { Iter Keys Values }

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

/// Goes over the entries and takes some out.
pub struct Removing<'a, K, V> {
    entries: &'a mut Vec<Bucket<K, V>>,
    at: usize,
}

impl<'a, K, V> Removing<'a, K, V> {
    pub(super) fn new(entries: &'a mut Vec<Bucket<K, V>>) -> Self {
        Removing { entries, at: 0 }
    }

    pub(crate) fn next_if<F: FnMut(&K, &mut V) -> bool>(&mut self, mut pred: F) -> Option<(K, V)> {
        while self.at < self.entries.len() {
            let bucket = &mut self.entries[self.at];
            if pred(&bucket.key, &mut bucket.value) {
                let bucket = self.entries.remove(self.at);
                return Some((bucket.key, bucket.value));
            }
            self.at += 1;
        }
        None
    }
}

/// Made by `HashMap::extract_if`.
pub struct ExtractIf<'a, K, V, F> {
    inner: Removing<'a, K, V>,
    pred: F,
}

impl<'a, K, V, F> ExtractIf<'a, K, V, F> {
    pub(super) fn new(inner: Removing<'a, K, V>, pred: F) -> Self {
        ExtractIf { inner, pred }
    }
}
impl<K, V, F: FnMut(&K, &mut V) -> bool> Iterator for ExtractIf<'_, K, V, F> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.inner.next_if(&mut self.pred)
    }
}
impl<K, V, F: FnMut(&K, &mut V) -> bool> FusedIterator for ExtractIf<'_, K, V, F> {}

impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        intrinsics::hash_walk();
        IntoIter::new(self.entries.into_iter())
    }
}
impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}
impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;
    fn into_iter(self) -> IterMut<'a, K, V> {
        self.iter_mut()
    }
}
