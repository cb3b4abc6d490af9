// `BTreeSet`: a tree map without values.

use super::btree_map::{self, BTreeMap};
use super::set_ops::{Both, Lookup, OnlyFirst};
use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::iter::{FusedIterator, Peekable};
use crate::marker::PhantomData;
use crate::ops::{BitAnd, BitOr, BitXor, RangeBounds, Sub};

/// A set of values, in their order.
#[lockstep::render = "set"]
pub struct BTreeSet<T> {
    map: BTreeMap<T, ()>,
}

impl<T> BTreeSet<T> {
    /// An empty set.
    pub const fn new() -> BTreeSet<T> {
        BTreeSet { map: BTreeMap::new() }
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    pub fn clear(&mut self) {
        self.map.clear()
    }

    /// The values, smallest first.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.map.keys() }
    }

    /// The values in a range.
    #[lockstep::place = "alloc/src/collections/btree/search.rs:121:21"]
    pub fn range<K: ?Sized + Ord, R: RangeBounds<K>>(&self, range: R) -> Range<'_, T>
    where
        T: Borrow<K> + Ord,
    {
        Range { inner: self.map.range(range) }
    }

    /// Whether the value is in the set.
    pub fn contains<Q: ?Sized + Ord>(&self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
    {
        self.map.contains_key(value)
    }

    pub fn get<Q: ?Sized + Ord>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
    {
        Some(self.map.get_key_value(value)?.0)
    }
}

impl<T: Ord> BTreeSet<T> {
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
    pub fn remove<Q: ?Sized + Ord>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.map.remove(value).is_some()
    }

    pub fn take<Q: ?Sized + Ord>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q>,
    {
        Some(self.map.remove_entry(value)?.0)
    }

    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.map.retain(|value, _| f(value))
    }

    /// Takes out the values of a range that pass the test, one by one.
    pub fn extract_if<F: FnMut(&T) -> bool, R: RangeBounds<T>>(&mut self, range: R, pred: F) -> ExtractIf<'_, T, R, F> {
        ExtractIf { inner: self.map.removing(&range), pred, range: PhantomData }
    }

    pub fn append(&mut self, other: &mut BTreeSet<T>) {
        self.map.append(&mut other.map)
    }

    pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> BTreeSet<T>
    where
        T: Borrow<Q>,
    {
        BTreeSet { map: self.map.split_off(value) }
    }

    /// The smallest value.
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The largest value.
    pub fn last(&self) -> Option<&T> {
        self.iter().next_back()
    }

    /// Takes the smallest value out.
    pub fn pop_first(&mut self) -> Option<T> {
        Some(self.map.pop_first()?.0)
    }

    /// Takes the largest value out.
    pub fn pop_last(&mut self) -> Option<T> {
        Some(self.map.pop_last()?.0)
    }

    /// Values of this set that are not in the other, in order.
    pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> Difference<'a, T> {
        Difference { inner: OnlyFirst::new(self.iter(), other) }
    }

    /// Values that are in both sets, in order.
    pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> Intersection<'a, T> {
        Intersection { inner: Both::new(self.iter(), other) }
    }

    pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> SymmetricDifference<'a, T> {
        SymmetricDifference { inner: Merge::new(self.iter(), other.iter(), false) }
    }

    /// Values that are in at least one of the two sets, in order.
    pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> Union<'a, T> {
        Union { inner: Merge::new(self.iter(), other.iter(), true) }
    }

    pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool {
        self.intersection(other).next().is_none()
    }

    pub fn is_subset(&self, other: &BTreeSet<T>) -> bool {
        self.iter().all(|value| other.contains(value))
    }

    pub fn is_superset(&self, other: &BTreeSet<T>) -> bool {
        other.is_subset(self)
    }
}

impl<T: Ord> Lookup<T> for BTreeSet<T> {
    fn has(&self, value: &T) -> bool {
        self.contains(value)
    }
}

/// Two sorted runs as one; values in both are given once or not at all.
struct Merge<'a, T> {
    a: Peekable<Iter<'a, T>>,
    b: Peekable<Iter<'a, T>>,
    common: bool,
}

impl<'a, T: Ord> Merge<'a, T> {
    fn new(a: Iter<'a, T>, b: Iter<'a, T>, common: bool) -> Self {
        Merge { a: a.peekable(), b: b.peekable(), common }
    }

    fn next(&mut self) -> Option<&'a T> {
        loop {
            let order = match (self.a.peek(), self.b.peek()) {
                (Some(x), Some(y)) => x.cmp(y),
                (Some(_), None) => Ordering::Less,
                (None, _) => Ordering::Greater,
            };
            match order {
                Ordering::Less => return self.a.next(),
                Ordering::Greater => return self.b.next(),
                Ordering::Equal => {
                    self.b.next();
                    let value = self.a.next();
                    if self.common {
                        return value;
                    }
                }
            }
        }
    }
}

macro_rules! iterators {
    ($($(#[$doc:meta])* [$($params:tt)*] $Name:ident [$($args:tt)*] $inner:ty => $item:ty : $x:ident $value:expr;)*) => { $(
        $(#[$doc])*
        pub struct $Name<$($params)*> {
            inner: $inner,
        }

        impl<$($params)*> Iterator for $Name<$($args)*> {
            type Item = $item;
            fn next(&mut self) -> Option<$item> {
                match self.inner.next() {
                    Some($x) => Some($value),
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
                    Some($x) => Some($value),
                    None => None,
                }
            }
        }
        impl<$($params)*> ExactSizeIterator for $Name<$($args)*> {}
        impl<$($params)*> FusedIterator for $Name<$($args)*> {}
    )* };
}
iterators! {
    /// Made by `BTreeSet::iter`.
    ['a, T] Iter ['a, T] btree_map::Keys<'a, T, ()> => &'a T : x x;
    /// Made by `BTreeSet::into_iter`.
    [T] IntoIter [T] btree_map::IntoIter<T, ()> => T : pair pair.0;
    /// Made by `BTreeSet::range`.
    ['a, T] Range ['a, T] btree_map::Range<'a, T, ()> => &'a T : pair pair.0;
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}

macro_rules! operations {
    ($($(#[$doc:meta])* $Name:ident $inner:ty, $Op:ident $op:ident $method:ident;)*) => { $(
        $(#[$doc])*
        pub struct $Name<'a, T> {
            inner: $inner,
        }

        impl<'a, T: Ord> Iterator for $Name<'a, T> {
            type Item = &'a T;
            fn next(&mut self) -> Option<&'a T> {
                self.inner.next()
            }
        }
        impl<'a, T: Ord> FusedIterator for $Name<'a, T> {}

        impl<T: Ord + Clone> $Op<&BTreeSet<T>> for &BTreeSet<T> {
            type Output = BTreeSet<T>;
            fn $op(self, rhs: &BTreeSet<T>) -> BTreeSet<T> {
                self.$method(rhs).cloned().collect()
            }
        }
    )* };
}
operations! {
    /// Made by `BTreeSet::union`.
    Union Merge<'a, T>, BitOr bitor union;
    /// Made by `BTreeSet::intersection`.
    Intersection Both<'a, Iter<'a, T>, BTreeSet<T>>, BitAnd bitand intersection;
    /// Made by `BTreeSet::symmetric_difference`.
    SymmetricDifference Merge<'a, T>, BitXor bitxor symmetric_difference;
    /// Made by `BTreeSet::difference`.
    Difference OnlyFirst<'a, Iter<'a, T>, BTreeSet<T>>, Sub sub difference;
}

impl<T: Clone> Clone for BTreeSet<T> {
    fn clone(&self) -> Self {
        BTreeSet { map: self.map.clone() }
    }
}
impl<T: PartialEq> PartialEq for BTreeSet<T> {
    fn eq(&self, other: &BTreeSet<T>) -> bool {
        self.map == other.map
    }
}
impl<T: Eq> Eq for BTreeSet<T> {}
impl<T: PartialOrd> PartialOrd for BTreeSet<T> {
    fn partial_cmp(&self, other: &BTreeSet<T>) -> Option<Ordering> {
        self.map.partial_cmp(&other.map)
    }
}
impl<T: Ord> Ord for BTreeSet<T> {
    fn cmp(&self, other: &BTreeSet<T>) -> Ordering {
        self.map.cmp(&other.map)
    }
}
impl<T: Hash> Hash for BTreeSet<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.map.hash(state)
    }
}
impl<T: fmt::Debug> fmt::Debug for BTreeSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
impl<T> Default for BTreeSet<T> {
    fn default() -> BTreeSet<T> {
        BTreeSet::new()
    }
}
impl<T: Ord> FromIterator<T> for BTreeSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T> {
        let mut set = BTreeSet::new();
        set.extend(iter);
        set
    }
}
impl<T: Ord> Extend<T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(value);
        }
    }
}
impl<'a, T: Ord + Copy + 'a> Extend<&'a T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for value in iter {
            self.insert(*value);
        }
    }
}
impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
    fn from(arr: [T; N]) -> Self {
        BTreeSet::from_iter(arr)
    }
}
impl<T> IntoIterator for BTreeSet<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.map.into_iter() }
    }
}
impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// Made by `BTreeSet::extract_if`. `R` is the range that was asked for.
pub struct ExtractIf<'a, T, R, F> {
    inner: btree_map::Removing<'a, T, ()>,
    pred: F,
    range: PhantomData<R>,
}
impl<T, R, F: FnMut(&T) -> bool> Iterator for ExtractIf<'_, T, R, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        Some(self.inner.next_if(|value, _| (self.pred)(value))?.0)
    }
}
impl<T, R, F: FnMut(&T) -> bool> FusedIterator for ExtractIf<'_, T, R, F> {}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter { inner: Default::default() }
    }
}
impl<T> Default for IntoIter<T> {
    fn default() -> Self {
        IntoIter { inner: Default::default() }
    }
}
impl<T> Default for Range<'_, T> {
    fn default() -> Self {
        Range { inner: Default::default() }
    }
}
