// Iterating over an array by value.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::mem::MaybeUninit;
use crate::ops::Drop;
use crate::ptr;

/// Gives the values of an array one by one and owns those that are left.
pub struct IntoIter<T, const N: usize> {
    data: MaybeUninit<[T; N]>,
    start: usize,
    end: usize,
}

impl<T, const N: usize> IntoIter<T, N> {
    fn at(&self, index: usize) -> *const T {
        unsafe { (self.data.as_ptr() as *const T).add(index) }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { &*ptr::slice_from_raw_parts(self.at(self.start), self.end - self.start) }
    }
}

impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = IntoIter<T, N>;
    fn into_iter(self) -> IntoIter<T, N> {
        IntoIter { data: MaybeUninit::new(self), start: 0, end: N }
    }
}

impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        let index = self.start;
        self.start = index + 1;
        Some(unsafe { ptr::read(self.at(index)) })
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.start;
        (left, Some(left))
    }
}
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        if self.start == self.end {
            return None;
        }
        self.end -= 1;
        Some(unsafe { ptr::read(self.at(self.end)) })
    }
}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
impl<T, const N: usize> FusedIterator for IntoIter<T, N> {}

impl<T, const N: usize> Drop for IntoIter<T, N> {
    fn drop(&mut self) {
        if self.start != self.end {
            unsafe { ptr::drop_in_place(ptr::slice_from_raw_parts_mut(self.at(self.start) as *mut T, self.end - self.start)) }
        }
    }
}
impl<T: Clone, const N: usize> Clone for IntoIter<T, N> {
    fn clone(&self) -> Self {
        let mut copy = IntoIter { data: MaybeUninit::uninit(), start: 0, end: 0 };
        for item in self.as_slice() {
            unsafe { ptr::write(copy.at(copy.end) as *mut T, item.clone()) };
            copy.end += 1;
        }
        copy
    }
}
impl<T: fmt::Debug, const N: usize> fmt::Debug for IntoIter<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IntoIter").field(&self.as_slice()).finish()
    }
}
