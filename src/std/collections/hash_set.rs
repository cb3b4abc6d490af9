// `HashSet`: a hash map without values.

use super::hash_map::{self, HashMap};
use super::set_ops::{Both, Lookup, OnlyFirst};
use crate::borrow::Borrow;
use crate::fmt;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::iter::{Chain, FusedIterator};
use crate::ops::{BitAnd, BitOr, BitXor, Sub};

/// A set of values, in an order that nobody can rely on.
#[lockstep::render = "set"]
pub struct HashSet<T, S = RandomState> {
    map: HashMap<T, (), S>,
}

impl<T> HashSet<T, RandomState> {
    /// An empty set.
    pub fn new() -> HashSet<T, RandomState> {
        HashSet { map: HashMap::new() }
    }

    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {
        HashSet { map: HashMap::with_capacity(capacity) }
    }
}

impl<T, S> HashSet<T, S> {
    pub const fn with_hasher(hasher: S) -> HashSet<T, S> {
        HashSet { map: HashMap::with_hasher(hasher) }
    }

    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> HashSet<T, S> {
        HashSet { map: HashMap::with_capacity_and_hasher(capacity, hasher) }
    }

    pub fn hasher(&self) -> &S {
        self.map.hasher()
    }

    pub fn capacity(&self) -> usize {
        self.map.capacity()
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    /// Takes all values out.
    pub fn clear(&mut self) {
        self.map.clear()
    }

    /// The values, in any order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { keys: self.map.keys() }
    }

    /// Takes all values out, as an iterator.
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { inner: self.map.drain() }
    }

    /// Keeps the values that pass the test.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.map.retain(|value, _| f(value))
    }

    /// Takes out the values that pass the test, one by one.
    pub fn extract_if<F: FnMut(&T) -> bool>(&mut self, pred: F) -> ExtractIf<'_, T, F> {
        ExtractIf { inner: self.map.removing(), pred }
    }
}

type Others<'a, T, S> = OnlyFirst<'a, Iter<'a, T>, HashSet<T, S>>;

impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
    pub fn reserve(&mut self, additional: usize) {
        self.map.reserve(additional)
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), super::TryReserveError> {
        self.map.try_reserve(additional)
    }

    pub fn shrink_to_fit(&mut self) {
        self.map.shrink_to_fit()
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.map.shrink_to(min_capacity)
    }

    /// Whether the value is in the set.
    pub fn contains<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.contains_key(value)
    }

    /// The value as it stands in the set.
    pub fn get<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q>,
    {
        Some(self.map.get_key_value(value)?.0)
    }

    /// Puts a value in; false when it was there.
    pub fn insert(&mut self, value: T) -> bool {
        self.map.insert(value, ()).is_none()
    }

    pub fn replace(&mut self, value: T) -> Option<T> {
        let old = self.take(&value);
        self.map.insert(value, ());
        old
    }

    /// Takes a value out; false when it was not there.
    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.remove(value).is_some()
    }

    /// Takes a value out and gives it back.
    pub fn take<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q>,
    {
        Some(self.map.remove_entry(value)?.0)
    }

    /// Values of this set that are not in the other.
    pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> Difference<'a, T, S> {
        Difference { iter: OnlyFirst::new(self.iter(), other) }
    }

    /// Values that are in one of the two sets only.
    pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> SymmetricDifference<'a, T, S> {
        let first = OnlyFirst::new(self.iter(), other);
        SymmetricDifference { iter: first.chain(OnlyFirst::new(other.iter(), self)) }
    }

    /// Values that are in both sets.
    pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> Intersection<'a, T, S> {
        let (small, large) = if self.len() <= other.len() { (self, other) } else { (other, self) };
        Intersection { iter: Both::new(small.iter(), large) }
    }

    /// Values that are in at least one of the two sets.
    pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> Union<'a, T, S> {
        let (large, small) = if self.len() >= other.len() { (self, other) } else { (other, self) };
        Union { iter: large.iter().chain(OnlyFirst::new(small.iter(), large)) }
    }

    /// Whether no value is in both sets.
    pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool {
        self.intersection(other).next().is_none()
    }

    /// Whether all values are in the other set too.
    pub fn is_subset(&self, other: &HashSet<T, S>) -> bool {
        self.len() <= other.len() && self.iter().all(|value| other.contains(value))
    }

    /// Whether all values of the other set are in this one.
    pub fn is_superset(&self, other: &HashSet<T, S>) -> bool {
        other.is_subset(self)
    }
}

impl<T: Eq + Hash, S: BuildHasher> Lookup<T> for HashSet<T, S> {
    fn has(&self, value: &T) -> bool {
        self.contains(value)
    }
}

macro_rules! iterators {
    ($($(#[$doc:meta])* [$($params:tt)*] $Name:ident [$($args:tt)*] [$($bounds:tt)*] $field:ident: $inner:ty => $item:ty : $x:ident $value:expr;)*) => { $(
        $(#[$doc])*
        pub struct $Name<$($params)*> {
            $field: $inner,
        }

        impl<$($params)*> Iterator for $Name<$($args)*> where $($bounds)* {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                match self.$field.next() {
                    Some($x) => Some($value),
                    None => None,
                }
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.$field.size_hint()
            }
        }
        impl<$($params)*> FusedIterator for $Name<$($args)*> where $($bounds)* {}
    )* };
}
iterators! {
    /// Made by `HashSet::iter`.
    ['a, T] Iter ['a, T] [] keys: hash_map::Keys<'a, T, ()> => &'a T : x x;
    /// Made by `HashSet::into_iter`.
    [T] IntoIter [T] [] inner: hash_map::IntoIter<T, ()> => T : pair pair.0;
    /// Made by `HashSet::drain`.
    ['a, T] Drain ['a, T] [] inner: hash_map::Drain<'a, T, ()> => T : pair pair.0;
    /// Made by `HashSet::difference`.
    ['a, T, S] Difference ['a, T, S] [T: Eq + Hash, S: BuildHasher] iter: Others<'a, T, S> => &'a T : x x;
    /// Made by `HashSet::symmetric_difference`.
    ['a, T, S] SymmetricDifference ['a, T, S] [T: Eq + Hash, S: BuildHasher] iter: Chain<Others<'a, T, S>, Others<'a, T, S>> => &'a T : x x;
    /// Made by `HashSet::intersection`.
    ['a, T, S] Intersection ['a, T, S] [T: Eq + Hash, S: BuildHasher] iter: Both<'a, Iter<'a, T>, HashSet<T, S>> => &'a T : x x;
    /// Made by `HashSet::union`.
    ['a, T, S] Union ['a, T, S] [T: Eq + Hash, S: BuildHasher] iter: Chain<Iter<'a, T>, Others<'a, T, S>> => &'a T : x x;
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { keys: self.keys.clone() }
    }
}
impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> ExactSizeIterator for Drain<'_, T> {}

macro_rules! operators {
    ($($Op:ident $op:ident $method:ident;)*) => { $(
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> $Op<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;
            fn $op(self, rhs: &HashSet<T, S>) -> HashSet<T, S> {
                self.$method(rhs).cloned().collect()
            }
        }
    )* };
}
operators! {
    BitOr bitor union;
    BitAnd bitand intersection;
    BitXor bitxor symmetric_difference;
    Sub sub difference;
}

impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
    fn clone(&self) -> Self {
        HashSet { map: self.map.clone() }
    }
}
impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {
    fn eq(&self, other: &HashSet<T, S>) -> bool {
        self.len() == other.len() && self.is_subset(other)
    }
}
impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> HashSet<T, S> {
        HashSet { map: HashMap::default() }
    }
}
impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> HashSet<T, S> {
        let mut set = HashSet::with_hasher(S::default());
        set.extend(iter);
        set
    }
}
impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(value);
        }
    }
}
impl<'a, T: Eq + Hash + Copy + 'a, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(*value);
        }
    }
}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {
    fn from(arr: [T; N]) -> Self {
        HashSet::from_iter(arr)
    }
}
impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.map.into_iter() }
    }
}
impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// Made by `HashSet::extract_if`.
pub struct ExtractIf<'a, T, F> {
    inner: hash_map::Removing<'a, T, ()>,
    pred: F,
}
impl<T, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        Some(self.inner.next_if(|value, _| (self.pred)(value))?.0)
    }
}
impl<T, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<'_, T, F> {}
