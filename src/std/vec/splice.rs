// Replacing a range, and taking values out by a test.

use super::{Drain, Vec};
use crate::fmt;
use crate::ops::Drop;

/// Gives the values of a range; when dropped, puts the items of another iterator in their place.
pub struct Splice<'a, I: Iterator + 'a> {
    drain: Drain<'a, I::Item>,
    replace_with: I,
}

impl<'a, I: Iterator + 'a> Splice<'a, I> {
    pub(super) fn new(drain: Drain<'a, I::Item>, replace_with: I) -> Self {
        Splice { drain, replace_with }
    }
}

impl<I: Iterator> Iterator for Splice<'_, I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.drain.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.drain.size_hint()
    }
}
impl<I: Iterator> DoubleEndedIterator for Splice<'_, I> {
    fn next_back(&mut self) -> Option<I::Item> {
        self.drain.next_back()
    }
}
impl<I: Iterator> ExactSizeIterator for Splice<'_, I> {}

impl<I: Iterator> Drop for Splice<'_, I> {
    fn drop(&mut self) {
        while let Some(item) = self.drain.next() {
            crate::mem::drop(item);
        }
        // The vector now ends where the range began; the tail waits behind the gap.
        let vec = unsafe { &mut *self.drain.vec };
        let mut tail = Vec::with_capacity(self.drain.tail_len);
        unsafe {
            crate::ptr::copy(vec.as_ptr().add(self.drain.tail_start), tail.as_mut_ptr(), self.drain.tail_len);
            tail.set_len(self.drain.tail_len);
        }
        self.drain.tail_len = 0;
        while let Some(item) = self.replace_with.next() {
            vec.push(item);
        }
        vec.append(&mut tail);
        self.drain.tail_start = vec.len();
    }
}
impl<I: Iterator + fmt::Debug> fmt::Debug for Splice<'_, I>
where
    I::Item: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Splice").field(&self.drain).finish()
    }
}

/// Gives the values that pass a test and leaves the others in the vector.
pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    at: usize,
    end: usize,
    filter: F,
}

impl<'a, T, F> ExtractIf<'a, T, F> {
    pub(super) fn new(vec: &'a mut Vec<T>, at: usize, end: usize, filter: F) -> Self {
        ExtractIf { vec, at, end, filter }
    }
}

impl<T, F: FnMut(&mut T) -> bool> Iterator for ExtractIf<'_, T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        while self.at < self.end {
            if (self.filter)(&mut self.vec[self.at]) {
                self.end -= 1;
                return Some(self.vec.remove(self.at));
            }
            self.at += 1;
        }
        None
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.end - self.at))
    }
}
