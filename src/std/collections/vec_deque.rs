// `VecDeque`: a queue with two ends, in a ring.
//
// Slot `head` of `cap` holds the first value; the others follow, round the end of the room.

mod iter;
mod traits;

pub use self::iter::{Drain, IntoIter, Iter, IterMut};

use super::TryReserveError;
use crate::cmp::Ordering;
use crate::mem;
use crate::ops::{Drop, RangeBounds};
use crate::ptr::{self, Unique};
use crate::slice::index::bounds_of;
use crate::slice::{from_raw_parts, from_raw_parts_mut};
use crate::intrinsics;

/// A queue that grows and shrinks at both ends.
#[lockstep::render = "deque"]
#[lockstep::sample = "VecDeque::from([{0..}])"]
pub struct VecDeque<T> {
    ptr: Unique<T>,
    cap: usize,
    head: usize,
    len: usize,
}

impl<T> VecDeque<T> {
    /// An empty queue.
    pub const fn new() -> VecDeque<T> {
        VecDeque { ptr: Unique::dangling(), cap: 0, head: 0, len: 0 }
    }

    /// An empty queue with room for so many values.
    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        let mut deque = VecDeque::new();
        deque.grow_to(capacity);
        deque
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no values.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub fn capacity(&self) -> usize {
        if mem::size_of::<T>() == 0 { usize::MAX } else { self.cap }
    }

    pub fn reserve(&mut self, additional: usize) {
        let needed = self.len + additional;
        if needed > self.cap {
            let doubled = if self.cap * 2 > needed { self.cap * 2 } else { needed };
            self.grow_to(if doubled < 4 { 4 } else { doubled });
        }
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.reserve_exact(additional);
        Ok(())
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        let needed = self.len + additional;
        if needed > self.cap {
            self.grow_to(needed);
        }
    }

    /// More room; the part before the end of the old room keeps its distance to the end of the new one.
    fn grow_to(&mut self, cap: usize) {
        let old = self.cap;
        if cap <= old {
            return;
        }
        self.ptr = Unique::new(intrinsics::grow::<T>(self.ptr.as_ptr(), old, cap));
        self.cap = cap;
        if self.head > old - self.len {
            let tail = old - self.head;
            let head = cap - tail;
            unsafe { ptr::copy(self.slot(self.head), self.slot(head), tail) };
            self.head = head;
        }
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        let wanted = if self.len > min_capacity { self.len } else { min_capacity };
        if wanted < self.cap {
            let mut smaller = VecDeque::with_capacity(wanted);
            smaller.append(self);
            *self = smaller;
        }
    }

    pub fn shrink_to_fit(&mut self) {
        self.make_contiguous().rotate_left(0);
        let mut copy = VecDeque::with_capacity(self.len);
        unsafe { ptr::copy(self.slot(self.head), copy.ptr.as_ptr(), self.len) };
        copy.len = mem::replace(&mut self.len, 0);
        *self = copy;
    }

    fn slot(&self, slot: usize) -> *mut T {
        unsafe { self.ptr.as_ptr().add(slot) }
    }

    /// The slot of the value at `index`.
    fn place(&self, index: usize) -> *mut T {
        let at = self.head + index;
        self.slot(if at >= self.cap { at - self.cap } else { at })
    }

    /// The value at `index`, counted from the front.
    pub fn get(&self, index: usize) -> Option<&T> {
        if index < self.len { Some(unsafe { &*self.place(index) }) } else { None }
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        if index < self.len { Some(unsafe { &mut *self.place(index) }) } else { None }
    }

    /// The first value.
    pub fn front(&self) -> Option<&T> {
        self.get(0)
    }

    /// The first value, to be changed.
    pub fn front_mut(&mut self) -> Option<&mut T> {
        self.get_mut(0)
    }

    /// The last value.
    pub fn back(&self) -> Option<&T> {
        if self.len == 0 { None } else { self.get(self.len - 1) }
    }

    /// The last value, to be changed.
    pub fn back_mut(&mut self) -> Option<&mut T> {
        if self.len == 0 { None } else { self.get_mut(self.len - 1) }
    }

    /// Adds a value at the end.
    pub fn push_back(&mut self, value: T) {
        if self.len == self.cap {
            self.reserve(1);
        }
        unsafe { ptr::write(self.place(self.len), value) };
        self.len += 1;
    }

    /// Adds a value at the end; gives a reference to it.
    pub fn push_back_mut(&mut self, value: T) -> &mut T {
        self.push_back(value);
        unsafe { &mut *self.place(self.len - 1) }
    }

    /// Adds a value at the front; gives a reference to it.
    pub fn push_front_mut(&mut self, value: T) -> &mut T {
        self.push_front(value);
        unsafe { &mut *self.place(0) }
    }

    pub fn insert_mut(&mut self, index: usize, value: T) -> &mut T {
        self.insert(index, value);
        unsafe { &mut *self.place(index) }
    }

    /// Adds a value at the front.
    pub fn push_front(&mut self, value: T) {
        if self.len == self.cap {
            self.reserve(1);
        }
        self.head = if self.head == 0 { self.cap - 1 } else { self.head - 1 };
        unsafe { ptr::write(self.slot(self.head), value) };
        self.len += 1;
    }

    /// Takes the first value out.
    pub fn pop_front(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        let place = self.slot(self.head);
        self.head = if self.head + 1 == self.cap { 0 } else { self.head + 1 };
        self.len -= 1;
        Some(unsafe { ptr::read(place) })
    }

    /// Takes the last value out.
    pub fn pop_back(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { ptr::read(self.place(self.len)) })
    }

    pub fn pop_front_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.front_mut()?) { self.pop_front() } else { None }
    }

    pub fn pop_back_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.back_mut()?) { self.pop_back() } else { None }
    }

    /// Exchanges two values.
    #[lockstep::place = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn swap(&mut self, i: usize, j: usize) {
        assert!(i < self.len());
        assert!(j < self.len());
        unsafe { ptr::swap(self.place(i), self.place(j)) }
    }

    /// The values as two slices: up to the end of the room, and from its start.
    pub fn as_slices(&self) -> (&[T], &[T]) {
        let first = if self.len < self.cap - self.head { self.len } else { self.cap - self.head };
        unsafe { (from_raw_parts(self.slot(self.head), first), from_raw_parts(self.ptr.as_ptr(), self.len - first)) }
    }

    pub fn as_mut_slices(&mut self) -> (&mut [T], &mut [T]) {
        let first = if self.len < self.cap - self.head { self.len } else { self.cap - self.head };
        unsafe { (from_raw_parts_mut(self.slot(self.head), first), from_raw_parts_mut(self.ptr.as_ptr(), self.len - first)) }
    }

    /// Puts all values next to each other.
    pub fn make_contiguous(&mut self) -> &mut [T] {
        if self.head + self.len > self.cap {
            unsafe { from_raw_parts_mut(self.ptr.as_ptr(), self.cap) }.rotate_left(self.head);
            self.head = 0;
        }
        unsafe { from_raw_parts_mut(self.slot(self.head), self.len) }
    }

    /// The values, front to back.
    pub fn iter(&self) -> Iter<'_, T> {
        let (a, b) = self.as_slices();
        Iter::new(a.iter(), b.iter())
    }

    /// The values, to be changed.
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        let (a, b) = self.as_mut_slices();
        IterMut::new(a.iter_mut(), b.iter_mut())
    }

    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn range<R: RangeBounds<usize>>(&self, range: R) -> Iter<'_, T> {
        let range = bounds_of(&range, self.len);
        let (a, b) = self.as_slices();
        let (x, y) = (range.start.min(a.len()), range.end.min(a.len()));
        Iter::new(a[x..y].iter(), b[range.start - x..range.end - y].iter())
    }

    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn range_mut<R: RangeBounds<usize>>(&mut self, range: R) -> IterMut<'_, T> {
        let range = bounds_of(&range, self.len);
        let (a, b) = self.as_mut_slices();
        let (x, y) = (range.start.min(a.len()), range.end.min(a.len()));
        IterMut::new(a[x..y].iter_mut(), b[range.start - x..range.end - y].iter_mut())
    }

    /// Drops all values.
    pub fn clear(&mut self) {
        self.truncate(0);
        self.head = 0;
    }

    /// Drops the values from `len` on.
    pub fn truncate(&mut self, len: usize) {
        while self.len > len {
            mem::drop(self.pop_back());
        }
    }

    /// Whether some value equals `x`.
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        self.iter().any(|item| *item == *x)
    }

    /// Puts a value at `index`.
    #[lockstep::place = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn insert(&mut self, index: usize, value: T) {
        if index > self.len {
            crate::rt::panic("index out of bounds");
        }
        self.push_back(value);
        let mut at = self.len - 1;
        while at > index {
            unsafe { ptr::swap(self.place(at), self.place(at - 1)) };
            at -= 1;
        }
    }

    /// Takes the value at `index` out.
    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        let mut at = index;
        while at + 1 < self.len {
            unsafe { ptr::swap(self.place(at), self.place(at + 1)) };
            at += 1;
        }
        self.pop_back()
    }

    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        self.swap(index, self.len - 1);
        self.pop_back()
    }

    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        self.swap(index, 0);
        self.pop_front()
    }

    /// Cuts the queue in two; the values from `at` on are given back.
    #[lockstep::place = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        if at > self.len {
            crate::rt::panic("`at` out of bounds");
        }
        let mut other = VecDeque::with_capacity(self.len - at);
        while self.len > at {
            match self.pop_back() {
                Some(value) => other.push_front(value),
                None => {}
            }
        }
        other
    }

    /// Moves all values of `other` to the end.
    pub fn append(&mut self, other: &mut VecDeque<T>) {
        self.reserve(other.len);
        while let Some(value) = other.pop_front() {
            self.push_back(value);
        }
    }

    /// Keeps the values for which `f` says so.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|item| f(item))
    }

    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let mut kept = 0;
        let mut at = 0;
        while at < self.len {
            if f(unsafe { &mut *self.place(at) }) {
                if kept != at {
                    self.swap(kept, at);
                }
                kept += 1;
            }
            at += 1;
        }
        self.truncate(kept);
    }

    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        self.resize_with(new_len, || value.clone())
    }

    pub fn resize_with(&mut self, new_len: usize, mut generator: impl FnMut() -> T) {
        while self.len < new_len {
            self.push_back(generator());
        }
        self.truncate(new_len);
    }

    /// Moves the first `n` values to the end.
    #[lockstep::place = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn rotate_left(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_left(n);
    }

    /// Moves the last `n` values to the front.
    #[lockstep::place = "alloc/src/collections/vec_deque/mod.rs:972:9"]
    pub fn rotate_right(&mut self, n: usize) {
        assert!(n <= self.len());
        self.make_contiguous().rotate_right(n);
    }

    /// Takes a range of values out, as an iterator.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let range = bounds_of(&range, self.len);
        let mut taken = self.split_off(range.start);
        let mut tail = taken.split_off(range.end - range.start);
        self.append(&mut tail);
        Drain::new(taken.into_iter())
    }

    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        self.binary_search_by(|item| item.cmp(x))
    }

    pub fn binary_search_by_key<'a, B: Ord, F: FnMut(&'a T) -> B>(&'a self, b: &B, mut f: F) -> Result<usize, usize> {
        self.binary_search_by(|k| f(k).cmp(b))
    }

    pub fn partition_point<P: FnMut(&T) -> bool>(&self, mut pred: P) -> usize {
        let (front, back) = self.as_slices();
        match back.first() {
            Some(first) if pred(first) => front.len() + back.partition_point(pred),
            _ => front.partition_point(pred),
        }
    }

    pub fn binary_search_by<'a, F: FnMut(&'a T) -> Ordering>(&'a self, mut f: F) -> Result<usize, usize> {
        let (front, back) = self.as_slices();
        match back.first().map(|item| f(item)) {
            Some(Ordering::Equal) => Ok(front.len()),
            Some(Ordering::Less) => back.binary_search_by(f).map(|i| i + front.len()).map_err(|i| i + front.len()),
            _ => front.binary_search_by(f),
        }
    }
}

unsafe impl<#[may_dangle] T> Drop for VecDeque<T> {
    fn drop(&mut self) {
        let _room = Room { ptr: self.ptr.as_ptr(), cap: self.cap };
        if mem::needs_drop::<T>() {
            let (a, b) = self.as_mut_slices();
            let (a, b): (*mut [T], *mut [T]) = (a, b);
            let _second = DropSlice(b);
            unsafe { ptr::drop_in_place(a) }
        }
    }
}

/// Drops the second slice, also when dropping the first one panics.
struct DropSlice<T>(*mut [T]);

impl<T> Drop for DropSlice<T> {
    fn drop(&mut self) {
        unsafe { ptr::drop_in_place(self.0) }
    }
}

struct Room<T> {
    ptr: *mut T,
    cap: usize,
}

impl<T> Drop for Room<T> {
    fn drop(&mut self) {
        if self.cap != 0 {
            intrinsics::free(self.ptr, self.cap);
        }
    }
}
