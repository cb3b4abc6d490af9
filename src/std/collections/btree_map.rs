// `BTreeMap`: a vector of pairs, sorted by key.
//
// Not modelled: nodes; only the results are those of a tree.

mod entry;
mod iter;
mod traits;

pub use self::entry::{Entry, OccupiedEntry, VacantEntry};
pub(crate) use self::iter::Removing;
pub use self::iter::{ExtractIf, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Range, RangeMut, Values, ValuesMut};

use crate::borrow::Borrow;
use crate::cmp::Ordering;
use crate::mem;
use crate::ops::{Bound, RangeBounds};

/// Values found by their keys, in the order of the keys.
#[lockstep::render = "map"]
pub struct BTreeMap<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> BTreeMap<K, V> {
    /// An empty map.
    pub const fn new() -> BTreeMap<K, V> {
        BTreeMap { entries: Vec::new() }
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.entries = Vec::new();
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keys and values, smallest key first.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter::new(self.entries.iter())
    }

    /// Keys, and values to be changed, smallest key first.
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut::new(self.entries.iter_mut())
    }

    /// The keys, smallest first.
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(self.iter())
    }

    /// The values, by key.
    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(self.iter())
    }

    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(self.iter_mut())
    }

    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.into_iter())
    }

    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.into_iter())
    }

    /// Where the key is (`Ok`) or belongs (`Err`).
    fn search<Q: ?Sized + Ord>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        let (mut low, mut high) = (0, self.entries.len());
        while low < high {
            let mid = (low + high) / 2;
            match self.entries[mid].0.borrow().cmp(key) {
                Ordering::Less => low = mid + 1,
                Ordering::Equal => return Ok(mid),
                Ordering::Greater => high = mid,
            }
        }
        Err(low)
    }

    /// The value of a key.
    pub fn get<Q: ?Sized + Ord>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q> + Ord,
    {
        match self.search(key) {
            Ok(at) => Some(&self.entries[at].1),
            Err(_) => None,
        }
    }

    pub fn get_key_value<Q: ?Sized + Ord>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q> + Ord,
    {
        match self.search(key) {
            Ok(at) => Some((&self.entries[at].0, &self.entries[at].1)),
            Err(_) => None,
        }
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q> + Ord,
    {
        match self.search(key) {
            Ok(at) => Some(&mut self.entries[at].1),
            Err(_) => None,
        }
    }

    /// Whether the key is there.
    pub fn contains_key<Q: ?Sized + Ord>(&self, key: &Q) -> bool
    where
        K: Borrow<Q> + Ord,
    {
        self.search(key).is_ok()
    }

    /// The entry with the smallest key.
    pub fn first_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next()
    }

    /// The entry with the largest key.
    pub fn last_key_value(&self) -> Option<(&K, &V)>
    where
        K: Ord,
    {
        self.iter().next_back()
    }

    /// Takes the entry with the smallest key out.
    pub fn pop_first(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        if self.entries.is_empty() { None } else { Some(self.entries.remove(0)) }
    }

    /// Takes the entry with the largest key out.
    pub fn pop_last(&mut self) -> Option<(K, V)>
    where
        K: Ord,
    {
        self.entries.pop()
    }

    pub fn first_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        if self.entries.is_empty() { None } else { Some(OccupiedEntry::new(&mut self.entries, 0)) }
    }

    pub fn last_entry(&mut self) -> Option<OccupiedEntry<'_, K, V>>
    where
        K: Ord,
    {
        let len = self.entries.len();
        if len == 0 { None } else { Some(OccupiedEntry::new(&mut self.entries, len - 1)) }
    }

    /// Sets the value of a key; gives back the old one.
    pub fn insert(&mut self, key: K, value: V) -> Option<V>
    where
        K: Ord,
    {
        match self.search(&key) {
            Ok(at) => Some(mem::replace(&mut self.entries[at].1, value)),
            Err(at) => {
                self.entries.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a key out; gives back its value.
    pub fn remove<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q> + Ord,
    {
        match self.remove_entry(key) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    pub fn remove_entry<Q: ?Sized + Ord>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q> + Ord,
    {
        match self.search(key) {
            Ok(at) => Some(self.entries.remove(at)),
            Err(_) => None,
        }
    }

    /// Keeps the entries that pass the test.
    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, mut f: F)
    where
        K: Ord,
    {
        self.entries.retain_mut(|entry| f(&entry.0, &mut entry.1))
    }

    pub fn extract_if<F: FnMut(&K, &mut V) -> bool, R: RangeBounds<K>>(&mut self, range: R, pred: F) -> ExtractIf<'_, K, V, R, F>
    where
        K: Ord,
    {
        ExtractIf::new(self.removing(&range), pred)
    }

    pub(crate) fn removing<R: RangeBounds<K>>(&mut self, range: &R) -> Removing<'_, K, V>
    where
        K: Ord,
    {
        let (start, end) = self.positions(range);
        Removing::new(&mut self.entries, start, end)
    }

    /// Moves all entries of `other` over.
    pub fn append(&mut self, other: &mut BTreeMap<K, V>)
    where
        K: Ord,
    {
        for (key, value) in mem::take(other) {
            self.insert(key, value);
        }
    }

    /// Cuts the map in two; the entries from `key` on are given back.
    pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> BTreeMap<K, V>
    where
        K: Borrow<Q> + Ord,
    {
        let at = match self.search(key) {
            Ok(at) | Err(at) => at,
        };
        BTreeMap { entries: self.entries.split_off(at) }
    }

    /// The place of a key, taken or free.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V>
    where
        K: Ord,
    {
        let place = self.search(&key);
        Entry::new(&mut self.entries, place, key)
    }

    /// The entries whose keys lie in a range.
    #[lockstep::place = "alloc/src/collections/btree/search.rs:121:21"]
    pub fn range<T: ?Sized + Ord, R: RangeBounds<T>>(&self, range: R) -> Range<'_, K, V>
    where
        K: Borrow<T> + Ord,
    {
        let (start, end) = self.positions(&range);
        Range::new(self.entries[start..end].iter())
    }

    #[lockstep::place = "alloc/src/collections/btree/search.rs:121:21"]
    pub fn range_mut<T: ?Sized + Ord, R: RangeBounds<T>>(&mut self, range: R) -> RangeMut<'_, K, V>
    where
        K: Borrow<T> + Ord,
    {
        let (start, end) = self.positions(&range);
        RangeMut::new(self.entries[start..end].iter_mut())
    }

    fn positions<T: ?Sized + Ord, R: RangeBounds<T>>(&self, range: &R) -> (usize, usize)
    where
        K: Borrow<T>,
    {
        if !self.entries.is_empty() {
            check_range(range);
        }
        let start = match range.start_bound() {
            Bound::Included(key) => match self.search(key) {
                Ok(at) | Err(at) => at,
            },
            Bound::Excluded(key) => match self.search(key) {
                Ok(at) => at + 1,
                Err(at) => at,
            },
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(key) => match self.search(key) {
                Ok(at) => at + 1,
                Err(at) => at,
            },
            Bound::Excluded(key) => match self.search(key) {
                Ok(at) | Err(at) => at,
            },
            Bound::Unbounded => self.entries.len(),
        };
        (start, end)
    }
}

fn check_range<T: ?Sized + Ord, R: RangeBounds<T>>(range: &R) {
    let (start, end) = (range.start_bound(), range.end_bound());
    if let (Bound::Included(s) | Bound::Excluded(s), Bound::Included(e) | Bound::Excluded(e)) = (start, end) {
        match s.cmp(e) {
            Ordering::Greater => panic!("range start is greater than range end in BTreeMap"),
            Ordering::Equal if matches!((start, end), (Bound::Excluded(_), Bound::Excluded(_))) => {
                panic!("range start and end are equal and excluded in BTreeMap")
            }
            _ => {}
        }
    }
}
