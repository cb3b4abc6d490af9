// `HashMap`.
//
// Entries stand in a vector sorted by hash; among equal hashes in no order. A lookup is a binary search. The order of
// iteration is that of the hashes: it depends on the map's random state and not on the order of insertion.
// Not modelled: tables, load factors; `capacity` gives what the real one would.

mod entry;
mod iter;
mod traits;

pub use self::entry::{Entry, OccupiedEntry, VacantEntry};
pub use self::iter::{Drain, ExtractIf, IntoIter, IntoKeys, IntoValues, Iter, IterMut, Keys, Values, ValuesMut};
pub(crate) use self::iter::Removing;
pub use crate::hash::{DefaultHasher, RandomState};

use crate::borrow::Borrow;
use crate::hash::{BuildHasher, Hash};
use crate::intrinsics;
use crate::mem;

/// Values found by their keys. Iterating gives them in an order that nobody can rely on.
#[lockstep::render = "map"]
#[lockstep::size = "48"]
pub struct HashMap<K, V, S = RandomState> {
    entries: Vec<Bucket<K, V>>,
    /// For how many entries room was asked for.
    room: usize,
    hash_builder: S,
}

pub(super) struct Bucket<K, V> {
    hash: u64,
    key: K,
    value: V,
}

impl<K, V> HashMap<K, V, RandomState> {
    /// An empty map.
    pub fn new() -> HashMap<K, V, RandomState> {
        HashMap::with_hasher(RandomState::new())
    }

    /// An empty map with room for so many entries.
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        HashMap::with_capacity_and_hasher(capacity, RandomState::new())
    }
}

impl<K, V, S> HashMap<K, V, S> {
    pub const fn with_hasher(hash_builder: S) -> HashMap<K, V, S> {
        HashMap { entries: Vec::new(), room: 0, hash_builder }
    }

    pub fn with_capacity_and_hasher(capacity: usize, hash_builder: S) -> HashMap<K, V, S> {
        HashMap { entries: Vec::new(), room: capacity, hash_builder }
    }

    /// What a table of the real kind would hold: 3, then 7/8 of a power of two.
    pub fn capacity(&self) -> usize {
        let wanted = if self.room > self.entries.len() { self.room } else { self.entries.len() };
        if wanted == 0 {
            0
        } else if wanted < 4 {
            3
        } else if wanted < 8 {
            7
        } else {
            (wanted * 8 / 7).next_power_of_two() / 8 * 7
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.len() == 0
    }

    pub fn hasher(&self) -> &S {
        &self.hash_builder
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.room = self.capacity();
        self.entries.clear()
    }

    /// Keys and values.
    pub fn iter(&self) -> Iter<'_, K, V> {
        intrinsics::hash_walk();
        Iter::new(self.entries.iter())
    }

    /// Keys, and values to be changed.
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        intrinsics::hash_walk();
        IterMut::new(self.entries.iter_mut())
    }

    /// The keys, in any order.
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys::new(self.iter())
    }

    /// The values, in any order.
    pub fn values(&self) -> Values<'_, K, V> {
        Values::new(self.iter())
    }

    /// The values, to be changed.
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut::new(self.iter_mut())
    }

    /// The keys; the map is used up.
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys::new(self.into_iter())
    }

    /// The values; the map is used up.
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues::new(self.into_iter())
    }

    /// Takes all entries out.
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        intrinsics::hash_walk();
        self.room = self.capacity();
        Drain::new(self.entries.drain(..))
    }

    /// Keeps the entries that pass the test.
    pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, mut f: F) {
        intrinsics::hash_walk();
        self.room = self.capacity();
        self.entries.retain_mut(|bucket| f(&bucket.key, &mut bucket.value))
    }

    pub fn extract_if<F: FnMut(&K, &mut V) -> bool>(&mut self, pred: F) -> ExtractIf<'_, K, V, F> {
        ExtractIf::new(self.removing(), pred)
    }

    pub(crate) fn removing(&mut self) -> Removing<'_, K, V> {
        intrinsics::hash_walk();
        Removing::new(&mut self.entries)
    }

    /// Where the first entry with a hash not below `hash` stands.
    fn lower_bound(&self, hash: u64) -> usize {
        let (mut low, mut high) = (0, self.entries.len());
        while low < high {
            let mid = (low + high) / 2;
            if self.entries[mid].hash < hash { low = mid + 1 } else { high = mid }
        }
        low
    }
}

impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
    /// Where the key is (`Ok`) or belongs (`Err`), and its hash.
    fn search<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> (u64, Result<usize, usize>)
    where
        K: Borrow<Q>,
    {
        let hash = self.hash_builder.hash_one(k);
        let mut at = self.lower_bound(hash);
        while at < self.entries.len() && self.entries[at].hash == hash {
            if self.entries[at].key.borrow() == k {
                return (hash, Ok(at));
            }
            at += 1;
        }
        (hash, Err(at))
    }

    fn find<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        if self.entries.is_empty() { None } else { self.search(k).1.ok() }
    }

    pub fn reserve(&mut self, additional: usize) {
        self.room = self.entries.len() + additional;
    }

    pub fn shrink_to_fit(&mut self) {
        self.room = 0;
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.room = min_capacity.min(self.capacity());
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), super::TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    /// Mutable access to several values at once; panics when two keys are the same.
    pub fn get_disjoint_mut<Q: ?Sized + Hash + Eq, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&'_ mut V>; N]
    where
        K: Borrow<Q>,
    {
        let places = ks.map(|k| self.find(k));
        let base = self.entries.as_mut_ptr();
        for (i, place) in places.iter().enumerate() {
            if place.is_some() && places[..i].contains(place) {
                panic!("duplicate keys found");
            }
        }
        places.map(|place| place.map(|at| unsafe { &mut (*base.add(at)).value }))
    }

    pub unsafe fn get_disjoint_unchecked_mut<Q: ?Sized + Hash + Eq, const N: usize>(&mut self, ks: [&Q; N]) -> [Option<&'_ mut V>; N]
    where
        K: Borrow<Q>,
    {
        self.get_disjoint_mut(ks)
    }

    /// The place of a key, taken or free.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let (hash, place) = self.search(&key);
        Entry::new(&mut self.entries, hash, place, key)
    }

    /// The value of a key.
    pub fn get<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        match self.find(k) {
            Some(at) => Some(&self.entries[at].value),
            None => None,
        }
    }

    /// The key as it stands in the map, with its value.
    pub fn get_key_value<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        let at = self.find(k)?;
        let bucket = &self.entries[at];
        Some((&bucket.key, &bucket.value))
    }

    /// Whether the key is there.
    pub fn contains_key<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(k).is_some()
    }

    /// The value of a key, to be changed.
    pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        match self.find(k) {
            Some(at) => Some(&mut self.entries[at].value),
            None => None,
        }
    }

    /// Sets the value of a key; gives back the old one.
    pub fn insert(&mut self, k: K, v: V) -> Option<V> {
        match self.search(&k) {
            (_, Ok(at)) => Some(mem::replace(&mut self.entries[at].value, v)),
            (hash, Err(at)) => {
                self.entries.insert(at, Bucket { hash, key: k, value: v });
                None
            }
        }
    }

    /// Takes a key out; gives back its value.
    pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        match self.remove_entry(k) {
            Some((_, value)) => Some(value),
            None => None,
        }
    }

    /// Takes a key out; gives back key and value.
    pub fn remove_entry<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
    {
        let at = self.find(k)?;
        self.room = self.capacity();
        let bucket = self.entries.remove(at);
        Some((bucket.key, bucket.value))
    }
}
