// Taking a range out of a vector.

use super::Vec;
use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::mem;
use crate::ops::Drop;
use crate::ptr;

/// Gives the values of a range that leaves its vector. Dropping it closes the gap.
pub struct Drain<'a, T> {
    pub(super) vec: *mut Vec<T>,
    /// Values still to give: `start..end` of the vector's room.
    start: usize,
    end: usize,
    /// Values behind the range.
    pub(super) tail_start: usize,
    pub(super) tail_len: usize,
    marker: PhantomData<&'a mut Vec<T>>,
}

unsafe impl<T: Send> Send for Drain<'_, T> {}
unsafe impl<T: Sync> Sync for Drain<'_, T> {}

impl<'a, T> Drain<'a, T> {
    pub(super) fn new(vec: &'a mut Vec<T>, start: usize, end: usize) -> Self {
        let tail_len = vec.len - end;
        vec.len = start;
        Drain { vec, start, end, tail_start: end, tail_len, marker: PhantomData }
    }

    fn base(&self) -> *mut T {
        unsafe { (*self.vec).ptr.as_ptr() }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { &*ptr::slice_from_raw_parts(self.base().add(self.start), self.end - self.start) }
    }
}

impl<T> Iterator for Drain<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let at = self.start;
        self.start = at + 1;
        Some(unsafe { ptr::read(self.base().add(at)) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { ptr::read(self.base().add(self.end)) })
    }
}
impl<T> ExactSizeIterator for Drain<'_, T> {}
impl<T> FusedIterator for Drain<'_, T> {}

/// Moves the tail down behind what is left of the vector.
struct CloseGap<T> {
    vec: *mut Vec<T>,
    tail_start: usize,
    tail_len: usize,
}

impl<T> Drop for CloseGap<T> {
    fn drop(&mut self) {
        unsafe {
            let vec = &mut *self.vec;
            let base = vec.ptr.as_ptr();
            let len = vec.len;
            if len != self.tail_start {
                ptr::copy(base.add(self.tail_start), base.add(len), self.tail_len);
            }
            vec.len = len + self.tail_len;
        }
    }
}

impl<T> Drop for Drain<'_, T> {
    fn drop(&mut self) {
        let _close = CloseGap { vec: self.vec, tail_start: self.tail_start, tail_len: self.tail_len };
        let (start, end) = (mem::replace(&mut self.start, 0), mem::replace(&mut self.end, 0));
        if start != end {
            unsafe { ptr::drop_in_place(ptr::slice_from_raw_parts_mut(self.base().add(start), end - start)) }
        }
    }
}
impl<T: fmt::Debug> fmt::Debug for Drain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_slice()).finish()
    }
}
