// Changing a slice in place: swap, reverse, rotate, fill, copy.

use super::index::bounds_of;
use crate::fmt;
use crate::ops::RangeBounds;
use crate::ptr;
use crate::rt;

impl<T> [T] {
    /// Exchanges two values.
    pub const fn swap(&mut self, a: usize, b: usize) {
        let x = &raw mut self[a];
        let y = &raw mut self[b];
        unsafe { ptr::swap(x, y) }
    }

    /// Turns the order round.
    pub const fn reverse(&mut self) {
        let len = self.len();
        let base = self.as_mut_ptr();
        let mut i = 0;
        while i < len / 2 {
            unsafe { ptr::swap(base.add(i), base.add(len - 1 - i)) };
            i += 1;
        }
    }

    /// Moves the first `mid` values to the end.
    #[lockstep::place = "core/src/slice/mod.rs:3885:9"]
    pub const fn rotate_left(&mut self, mid: usize) {
        assert!(mid <= self.len());
        self[..mid].reverse();
        self[mid..].reverse();
        self.reverse();
    }

    /// Moves the last `k` values to the front.
    #[lockstep::place = "core/src/slice/mod.rs:3931:9"]
    pub const fn rotate_right(&mut self, k: usize) {
        assert!(k <= self.len());
        let mid = self.len() - k;
        self.rotate_left(mid);
    }

    /// Sets every value to a clone of `value`.
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        for place in self.iter_mut() {
            *place = value.clone();
        }
    }

    /// Sets every value to what `f` makes.
    pub fn fill_with<F: FnMut() -> T>(&mut self, mut f: F) {
        for place in self.iter_mut() {
            *place = f();
        }
    }

    /// Copies all values of `src`, which must be as long.
    pub const fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        if self.len() != src.len() {
            lengths_differ("copy_from_slice: source slice length (", src.len(), ") does not match destination slice length (", self.len());
        }
        unsafe { ptr::copy(src.as_ptr(), self.as_mut_ptr(), src.len()) }
    }

    /// Clones all values of `src`, which must be as long.
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        if self.len() != src.len() {
            if !crate::mem::needs_drop::<T>() {
                lengths_differ("copy_from_slice: source slice length (", src.len(), ") does not match destination slice length (", self.len());
            }
            rt::panic("destination and source slices have different lengths");
        }
        let mut i = 0;
        while i < src.len() {
            self[i] = src[i].clone();
            i += 1;
        }
    }

    /// Copies a range to another place in the slice.
    #[lockstep::place = "core/src/slice/index.rs:1020:51"]
    pub fn copy_within<R: RangeBounds<usize>>(&mut self, src: R, dest: usize)
    where
        T: Copy,
    {
        let range = bounds_of(&src, self.len());
        let count = range.end - range.start;
        if dest > self.len() - count {
            rt::panic("dest is out of bounds");
        }
        let base = self.as_mut_ptr();
        unsafe { ptr::copy(base.add(range.start), base.add(dest), count) }
    }

    /// Exchanges the values of two slices of the same length.
    pub fn swap_with_slice(&mut self, other: &mut [T]) {
        if self.len() != other.len() {
            rt::panic("destination and source slices have different lengths");
        }
        let mut i = 0;
        while i < other.len() {
            unsafe { ptr::swap(self.as_mut_ptr().add(i), other.as_mut_ptr().add(i)) };
            i += 1;
        }
    }
}

fn lengths_differ(before: &str, a: usize, between: &str, b: usize) -> ! {
    let mut message = String::from(before);
    let _ = fmt::write_debug(&mut message, &a);
    message.push_str(between);
    let _ = fmt::write_debug(&mut message, &b);
    message.push_str(")");
    rt::panic_string(&message)
}

impl [u8] {
    pub const fn is_ascii(&self) -> bool {
        self.iter().all(|b| b.is_ascii())
    }

    pub fn to_ascii_lowercase(&self) -> Vec<u8> {
        self.iter().map(|b| b.to_ascii_lowercase()).collect()
    }

    pub fn to_ascii_uppercase(&self) -> Vec<u8> {
        self.iter().map(|b| b.to_ascii_uppercase()).collect()
    }

    pub const fn make_ascii_lowercase(&mut self) {
        for b in self.iter_mut() {
            *b = b.to_ascii_lowercase();
        }
    }

    pub const fn make_ascii_uppercase(&mut self) {
        for b in self.iter_mut() {
            *b = b.to_ascii_uppercase();
        }
    }

    pub const fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a.eq_ignore_ascii_case(b))
    }

    pub const fn trim_ascii_start(&self) -> &[u8] {
        let mut rest = self;
        while let [first, tail @ ..] = rest {
            if !first.is_ascii_whitespace() {
                break;
            }
            rest = tail;
        }
        rest
    }

    pub const fn trim_ascii_end(&self) -> &[u8] {
        let mut rest = self;
        while let [head @ .., last] = rest {
            if !last.is_ascii_whitespace() {
                break;
            }
            rest = head;
        }
        rest
    }

    pub const fn trim_ascii(&self) -> &[u8] {
        self.trim_ascii_start().trim_ascii_end()
    }
}
