// Sorting: a stable merge sort, insertion sort for short runs. The unstable sorts are the same one.
//
// Values are moved bit by bit; a comparison that panics must leave every value in the slice exactly once, so a merge
// works on a copy of the left half and a guard puts back what is not merged yet.
// Not modelled: how often the real sort compares.

use crate::cmp::Ordering::{self, Less};
use crate::ops::Drop;
use crate::ptr;

const SHORT: usize = 20;

impl<T> [T] {
    /// Sorts, keeping equal values in their order.
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        merge_sort(self, &mut |a, b| a.lt(b));
    }

    /// Sorts by a comparison of your own, keeping equal values in their order.
    pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        merge_sort(self, &mut |a, b| compare(a, b) == Less);
    }

    /// Sorts by a key made from each value.
    pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        merge_sort(self, &mut |a, b| f(a).lt(&f(b)));
    }

    /// Sorts by keys that are made once for each value.
    pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, f: F) {
        let mut keys: Vec<(K, usize)> = self.iter().map(f).enumerate().map(|(i, k)| (k, i)).collect();
        keys.sort();
        // Where each value goes, then exchanges along the cycles.
        for i in 0..keys.len() {
            let mut from = keys[i].1;
            while from < i {
                from = keys[from].1;
            }
            keys[i].1 = from;
            self.swap(i, from);
        }
    }

    /// Sorts; equal values may change places.
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        merge_sort(self, &mut |a, b| a.lt(b));
    }

    /// Sorts by a comparison of your own; equal values may change places.
    pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, mut compare: F) {
        merge_sort(self, &mut |a, b| compare(a, b) == Less);
    }

    /// Sorts by a key; equal values may change places.
    pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, mut f: F) {
        merge_sort(self, &mut |a, b| f(a).lt(&f(b)));
    }

    /// Puts the value that belongs at `index` there, smaller ones before it and larger ones behind.
    #[lockstep::place = "core/src/slice/sort/select.rs:29:9"]
    pub fn select_nth_unstable(&mut self, index: usize) -> (&mut [T], &mut T, &mut [T])
    where
        T: Ord,
    {
        self.select_nth_unstable_by(index, |a, b| a.cmp(b))
    }

    #[lockstep::place = "core/src/slice/sort/select.rs:29:9"]
    pub fn select_nth_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, index: usize, mut f: F) -> (&mut [T], &mut T, &mut [T]) {
        self.select_nth_unstable_by(index, |a, b| f(a).cmp(&f(b)))
    }

    #[lockstep::place = "core/src/slice/sort/select.rs:29:9"]
    pub fn select_nth_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, index: usize, compare: F) -> (&mut [T], &mut T, &mut [T]) {
        if index >= self.len() {
            panic!("partition_at_index index {index} greater than length of slice {}", self.len());
        }
        self.sort_by(compare);
        let (left, rest) = self.split_at_mut(index);
        match rest {
            [value, right @ ..] => (left, value, right),
            [] => unsafe { crate::hint::unreachable_unchecked() },
        }
    }
}

fn merge_sort<T, F: FnMut(&T, &T) -> bool>(v: &mut [T], less: &mut F) {
    let len = v.len();
    if len < 2 {
        return;
    }
    if len <= SHORT {
        return insertion_sort(v.as_mut_ptr(), len, less);
    }
    let mut room: Vec<T> = Vec::with_capacity(len / 2);
    sort_run(v.as_mut_ptr(), len, room.as_mut_ptr(), less);
}

fn sort_run<T, F: FnMut(&T, &T) -> bool>(base: *mut T, len: usize, room: *mut T, less: &mut F) {
    if len <= SHORT {
        return insertion_sort(base, len, less);
    }
    let mid = len / 2;
    sort_run(base, mid, room, less);
    sort_run(unsafe { base.add(mid) }, len - mid, room, less);
    merge(base, mid, len, room, less);
}

fn insertion_sort<T, F: FnMut(&T, &T) -> bool>(base: *mut T, len: usize, less: &mut F) {
    let mut i = 1;
    while i < len {
        let mut at = i;
        unsafe {
            while at > 0 && less(&*base.add(i), &*base.add(at - 1)) {
                at -= 1;
            }
            if at < i {
                let value = ptr::read(base.add(i));
                ptr::copy(base.add(at), base.add(at + 1), i - at);
                ptr::write(base.add(at), value);
            }
        }
        i += 1;
    }
}

/// What a merge has still to place: `room[..left]`, which fits exactly in front of what is left on the right.
struct Unmerged<T> {
    room: *mut T,
    left: usize,
    dest: *mut T,
}

impl<T> Drop for Unmerged<T> {
    fn drop(&mut self) {
        unsafe { ptr::copy(self.room, self.dest, self.left) }
    }
}

fn merge<T, F: FnMut(&T, &T) -> bool>(base: *mut T, mid: usize, len: usize, room: *mut T, less: &mut F) {
    unsafe {
        ptr::copy(base, room, mid);
        let mut hole = Unmerged { room, left: mid, dest: base };
        let mut right = base.add(mid);
        let mut right_left = len - mid;
        while hole.left > 0 && right_left > 0 {
            if less(&*right, &*hole.room) {
                ptr::copy(right, hole.dest, 1);
                right = right.add(1);
                right_left -= 1;
            } else {
                ptr::copy(hole.room, hole.dest, 1);
                hole.room = hole.room.add(1);
                hole.left -= 1;
            }
            hole.dest = hole.dest.add(1);
        }
    }
}
