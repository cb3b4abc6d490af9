// `BinaryHeap`: always gives its largest value.
//
// The classical array heap: the children of `i` are `2i + 1` and `2i + 2`. Sifting goes as in the real one, so that the
// order of `iter` and `into_vec` is the same.

use super::TryReserveError;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::mem;
use crate::ops::{Deref, DerefMut, Drop};
use crate::{slice, vec};

/// A queue that gives its largest value first. `Reverse` turns it round.
#[lockstep::render = "heap"]
pub struct BinaryHeap<T> {
    data: Vec<T>,
}

impl<T: Ord> BinaryHeap<T> {
    /// An empty heap.
    pub const fn new() -> BinaryHeap<T> {
        BinaryHeap { data: Vec::new() }
    }

    pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
        BinaryHeap { data: Vec::with_capacity(capacity) }
    }

    /// Adds a value.
    pub fn push(&mut self, item: T) {
        let at = self.data.len();
        self.data.push(item);
        self.sift_up(0, at);
    }

    /// Takes the largest value out.
    pub fn pop(&mut self) -> Option<T> {
        let last = self.data.pop()?;
        if self.data.is_empty() {
            return Some(last);
        }
        let top = mem::replace(&mut self.data[0], last);
        self.sift_down_to_bottom(0);
        Some(top)
    }

    /// The largest value, to be changed.
    pub fn peek_mut(&mut self) -> Option<PeekMut<'_, T>> {
        if self.data.is_empty() { None } else { Some(PeekMut { heap: self, changed: false }) }
    }

    /// All values, smallest first.
    pub fn into_sorted_vec(mut self) -> Vec<T> {
        let mut end = self.data.len();
        while end > 1 {
            end -= 1;
            self.data.swap(0, end);
            self.sift_down_range(0, end);
        }
        self.into_vec()
    }

    pub fn append(&mut self, other: &mut BinaryHeap<T>) {
        if self.len() < other.len() {
            mem::swap(self, other);
        }
        let start = self.data.len();
        self.data.append(&mut other.data);
        self.rebuild_from(start);
    }

    pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) {
        self.data.retain(f);
        self.rebuild();
    }

    pub fn into_iter_sorted(self) -> vec::IntoIter<T> {
        let mut sorted = self.into_sorted_vec();
        sorted.reverse();
        sorted.into_iter()
    }

    fn sift_up(&mut self, start: usize, pos: usize) -> usize {
        let mut at = pos;
        while at > start {
            let parent = (at - 1) / 2;
            if self.data[at] <= self.data[parent] {
                break;
            }
            self.data.swap(at, parent);
            at = parent;
        }
        at
    }

    fn sift_down_range(&mut self, pos: usize, end: usize) {
        let mut at = pos;
        let mut child = 2 * at + 1;
        while child + 1 < end {
            if self.data[child] <= self.data[child + 1] {
                child += 1;
            }
            if self.data[at] >= self.data[child] {
                return;
            }
            self.data.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
        if child + 1 == end && self.data[at] < self.data[child] {
            self.data.swap(at, child);
        }
    }

    /// Down to a leaf along the larger children, then up again to where it belongs.
    fn sift_down_to_bottom(&mut self, pos: usize) {
        let end = self.data.len();
        let mut at = pos;
        let mut child = 2 * at + 1;
        while child + 1 < end {
            if self.data[child] <= self.data[child + 1] {
                child += 1;
            }
            self.data.swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
        if child + 1 == end {
            self.data.swap(at, child);
            at = child;
        }
        self.sift_up(pos, at);
    }

    fn rebuild(&mut self) {
        let mut n = self.data.len() / 2;
        while n > 0 {
            n -= 1;
            let end = self.data.len();
            self.sift_down_range(n, end);
        }
    }

    fn rebuild_from(&mut self, start: usize) {
        let mut at = start;
        while at < self.data.len() {
            self.sift_up(0, at);
            at += 1;
        }
    }
}

impl<T> BinaryHeap<T> {
    /// The largest value.
    pub fn peek(&self) -> Option<&T> {
        self.data.first()
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }

    pub fn reserve(&mut self, additional: usize) {
        self.data.reserve(additional)
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        self.data.reserve_exact(additional)
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.reserve_exact(additional);
        Ok(())
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.data.shrink_to(min_capacity)
    }

    pub fn shrink_to_fit(&mut self) {
        self.data.shrink_to_fit()
    }

    pub fn capacity(&self) -> usize {
        self.data.capacity()
    }

    /// Drops all values.
    pub fn clear(&mut self) {
        self.data.clear()
    }

    /// All values, in no particular order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { inner: self.data.iter() }
    }

    pub fn drain(&mut self) -> vec::Drain<'_, T> {
        self.data.drain(..)
    }

    /// All values, in no particular order.
    pub fn into_vec(self) -> Vec<T> {
        self.data
    }

    pub fn as_slice(&self) -> &[T] {
        self.data.as_slice()
    }
}

/// The largest value, to be changed; it sinks to its new place when this is dropped.
#[lockstep::qualified]
pub struct PeekMut<'a, T: 'a + Ord> {
    heap: &'a mut BinaryHeap<T>,
    changed: bool,
}

impl<'a, T: Ord> PeekMut<'a, T> {
    pub fn pop(mut this: PeekMut<'a, T>) -> T {
        if this.changed {
            this.changed = false;
            let end = this.heap.data.len();
            this.heap.sift_down_range(0, end);
        }
        match this.heap.pop() {
            Some(value) => value,
            None => unsafe { crate::hint::unreachable_unchecked() },
        }
    }
}
impl<T: Ord> Deref for PeekMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.heap.data[0]
    }
}
impl<T: Ord> DerefMut for PeekMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = true;
        &mut self.heap.data[0]
    }
}
impl<T: Ord> Drop for PeekMut<'_, T> {
    fn drop(&mut self) {
        if self.changed {
            let end = self.heap.data.len();
            self.heap.sift_down_range(0, end);
        }
    }
}

/// Made by `BinaryHeap::iter`.
pub struct Iter<'a, T> {
    inner: slice::Iter<'a, T>,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { inner: self.inner.clone() }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.inner.next_back()
    }
}
impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}

/// Made by `BinaryHeap::into_iter`.
#[derive(Clone)]
pub struct IntoIter<T> {
    inner: vec::IntoIter<T>,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.inner.next_back()
    }
}
impl<T> ExactSizeIterator for IntoIter<T> {}
impl<T> FusedIterator for IntoIter<T> {}

impl<T> IntoIterator for BinaryHeap<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { inner: self.data.into_iter() }
    }
}
impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<T: Clone> Clone for BinaryHeap<T> {
    fn clone(&self) -> Self {
        BinaryHeap { data: self.data.clone() }
    }
}
impl<T: Ord> Default for BinaryHeap<T> {
    fn default() -> BinaryHeap<T> {
        BinaryHeap::new()
    }
}
impl<T: fmt::Debug> fmt::Debug for BinaryHeap<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
    fn from(vec: Vec<T>) -> BinaryHeap<T> {
        let mut heap = BinaryHeap { data: vec };
        heap.rebuild();
        heap
    }
}
impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {
    fn from(arr: [T; N]) -> BinaryHeap<T> {
        BinaryHeap::from(Vec::from(arr))
    }
}
impl<T> From<BinaryHeap<T>> for Vec<T> {
    fn from(heap: BinaryHeap<T>) -> Vec<T> {
        heap.data
    }
}
impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T> {
        BinaryHeap::from(iter.into_iter().collect::<Vec<T>>())
    }
}
impl<T: Ord> Extend<T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for item in iter {
            self.push(item);
        }
    }
}
impl<'a, T: Ord + Copy + 'a> Extend<&'a T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for item in iter {
            self.push(*item);
        }
    }
}
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
