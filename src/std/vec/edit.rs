// Changing a vector in the middle: insert, remove, retain, dedup, split, append.

use super::{Drain, ExtractIf, Splice, Vec, out_of_range};
use crate::mem;
use crate::ops::RangeBounds;
use crate::ptr;
use crate::slice::index::bounds_of;

impl<T> Vec<T> {
    /// Puts a value at `index` and moves what follows up.
    pub fn insert(&mut self, index: usize, element: T) {
        let len = self.len;
        if index > len {
            out_of_range("insertion index", "<=", index, len);
        }
        self.reserve(1);
        unsafe {
            let place = self.as_mut_ptr().add(index);
            ptr::copy(place, place.add(1), len - index);
            ptr::write(place, element);
        }
        self.len = len + 1;
    }

    /// Takes the value at `index` out and moves what follows down.
    pub fn remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            out_of_range("removal index", "<", index, len);
        }
        unsafe {
            let place = self.as_mut_ptr().add(index);
            let value = ptr::read(place);
            ptr::copy(place.add(1), place, len - index - 1);
            self.len = len - 1;
            value
        }
    }

    /// Takes the value at `index` out and puts the last one in its place.
    #[lockstep::place = "alloc/src/vec/mod.rs:2202:13"]
    pub fn swap_remove(&mut self, index: usize) -> T {
        let len = self.len;
        if index >= len {
            out_of_range("swap_remove index", "<", index, len);
        }
        unsafe {
            let base = self.as_mut_ptr();
            let value = ptr::read(base.add(index));
            ptr::copy(base.add(len - 1), base.add(index), 1);
            self.len = len - 1;
            value
        }
    }

    /// Keeps the values for which `f` says so.
    pub fn retain<F: FnMut(&T) -> bool>(&mut self, mut f: F) {
        self.retain_mut(|item| f(item))
    }

    /// Keeps the values for which `f` says so; `f` may change them.
    pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, mut f: F) {
        let mut gap = Gap::new(self);
        while gap.read < gap.len {
            let keep = f(unsafe { &mut *gap.current() });
            if keep { gap.keep() } else { gap.drop_current() }
        }
    }

    /// Removes repeated values that stand next to each other.
    pub fn dedup(&mut self)
    where
        T: PartialEq,
    {
        self.dedup_by(|a, b| a == b)
    }

    /// Removes neighbours whose keys are equal.
    pub fn dedup_by_key<F: FnMut(&mut T) -> K, K: PartialEq>(&mut self, mut key: F) {
        self.dedup_by(|a, b| key(a) == key(b))
    }

    /// Removes neighbours that `same_bucket` calls the same.
    pub fn dedup_by<F: FnMut(&mut T, &mut T) -> bool>(&mut self, mut same_bucket: F) {
        let mut gap = Gap::new(self);
        while gap.read < gap.len {
            let same = gap.write > 0 && same_bucket(unsafe { &mut *gap.current() }, unsafe { &mut *gap.base.add(gap.write - 1) });
            if same { gap.drop_current() } else { gap.keep() }
        }
    }

    /// Moves all values of `other` to the end.
    pub fn append(&mut self, other: &mut Vec<T>) {
        let count = other.len;
        self.reserve(count);
        unsafe { ptr::copy(other.as_ptr(), self.as_mut_ptr().add(self.len), count) };
        self.len += count;
        other.len = 0;
    }

    /// Cuts the vector in two; the part from `at` on is given back.
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        if at > self.len {
            out_of_range("`at` split index", "<=", at, self.len);
        }
        let count = self.len - at;
        let mut other = Vec::with_capacity(count);
        unsafe { ptr::copy(self.as_ptr().add(at), other.as_mut_ptr(), count) };
        self.len = at;
        other.len = count;
        other
    }

    /// Takes a range of values out, as an iterator. What it has not given when it is dropped is dropped.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
        let range = bounds_of(&range, self.len);
        Drain::new(self, range.start, range.end)
    }

    /// Replaces a range by the items of an iterator; gives what was there.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn splice<R: RangeBounds<usize>, I: IntoIterator<Item = T>>(&mut self, range: R, replace_with: I) -> Splice<'_, I::IntoIter> {
        Splice::new(self.drain(range), replace_with.into_iter())
    }

    /// Takes out the values of a range for which `filter` says so, one by one.
    pub fn extract_if<F: FnMut(&mut T) -> bool, R: RangeBounds<usize>>(&mut self, range: R, filter: F) -> ExtractIf<'_, T, F> {
        let range = bounds_of(&range, self.len);
        ExtractIf::new(self, range.start, range.end, filter)
    }

    /// Grows with values that `f` makes, or cuts off.
    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, mut f: F) {
        if new_len <= self.len {
            return self.truncate(new_len);
        }
        self.reserve(new_len - self.len);
        while self.len < new_len {
            self.push(f());
        }
    }
}

impl<T, const N: usize> Vec<[T; N]> {
    pub fn into_flattened(self) -> Vec<T> {
        let mut flat = Vec::with_capacity(self.len * N);
        for array in self {
            for item in array {
                flat.push(item);
            }
        }
        flat
    }
}

/// A vector being thinned out: kept values up to `write`, a gap, values not looked at from `read` on.
/// Dropping it closes the gap, so that the vector is whole again also after a panic.
struct Gap<'a, T> {
    vec: &'a mut Vec<T>,
    base: *mut T,
    write: usize,
    read: usize,
    len: usize,
}

impl<'a, T> Gap<'a, T> {
    fn new(vec: &'a mut Vec<T>) -> Self {
        let len = mem::replace(&mut vec.len, 0);
        Gap { base: vec.as_mut_ptr(), vec, write: 0, read: 0, len }
    }

    fn current(&self) -> *mut T {
        unsafe { self.base.add(self.read) }
    }

    fn keep(&mut self) {
        if self.write != self.read {
            unsafe { ptr::copy(self.current(), self.base.add(self.write), 1) };
        }
        self.write += 1;
        self.read += 1;
    }

    fn drop_current(&mut self) {
        let place = self.current();
        self.read += 1;
        unsafe { ptr::drop_in_place(place) }
    }
}

impl<T> Drop for Gap<'_, T> {
    fn drop(&mut self) {
        let left = self.len - self.read;
        if self.write != self.read {
            unsafe { ptr::copy(self.base.add(self.read), self.base.add(self.write), left) };
        }
        self.vec.len = self.write + left;
    }
}
