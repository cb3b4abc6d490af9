// Iterators over the values of a slice: a pointer to the next one and how many are left.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::ptr;

/// Gives a reference to each value of a slice.
#[lockstep::render = "iter"]
pub struct Iter<'a, T: 'a> {
    ptr: *const T,
    left: usize,
    marker: PhantomData<&'a T>,
}

/// Gives a mutable reference to each value of a slice.
#[lockstep::render = "iter"]
pub struct IterMut<'a, T: 'a> {
    ptr: *mut T,
    left: usize,
    marker: PhantomData<&'a mut T>,
}

unsafe impl<T: Sync> Send for Iter<'_, T> {}
unsafe impl<T: Sync> Sync for Iter<'_, T> {}
unsafe impl<T: Send> Send for IterMut<'_, T> {}
unsafe impl<T: Sync> Sync for IterMut<'_, T> {}

impl<'a, T> Iter<'a, T> {
    pub(super) fn new(slice: &'a [T]) -> Self {
        Iter { ptr: slice.as_ptr(), left: slice.len(), marker: PhantomData }
    }

    /// What is left to give.
    pub fn as_slice(&self) -> &'a [T] {
        unsafe { &*ptr::slice_from_raw_parts(self.ptr, self.left) }
    }
}

impl<'a, T> IterMut<'a, T> {
    pub(super) fn new(slice: &'a mut [T]) -> Self {
        IterMut { ptr: slice.as_mut_ptr(), left: slice.len(), marker: PhantomData }
    }

    pub fn into_slice(self) -> &'a mut [T] {
        unsafe { &mut *ptr::slice_from_raw_parts_mut(self.ptr, self.left) }
    }

    pub fn as_slice(&self) -> &[T] {
        unsafe { &*ptr::slice_from_raw_parts(self.ptr, self.left) }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        if self.left == 0 {
            return None;
        }
        let at = self.ptr;
        self.left -= 1;
        unsafe {
            self.ptr = at.add(1);
            Some(&*at)
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    fn count(self) -> usize {
        self.left
    }

    fn nth(&mut self, n: usize) -> Option<&'a T> {
        let skip = if n < self.left { n } else { self.left };
        self.ptr = unsafe { self.ptr.add(skip) };
        self.left -= skip;
        self.next()
    }

    fn last(mut self) -> Option<&'a T> {
        self.next_back()
    }
}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(unsafe { &*self.ptr.add(self.left) })
    }
}

impl<'a, T> Iterator for IterMut<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        if self.left == 0 {
            return None;
        }
        let at = self.ptr;
        self.left -= 1;
        unsafe {
            self.ptr = at.add(1);
            Some(&mut *at)
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    fn count(self) -> usize {
        self.left
    }

    fn nth(&mut self, n: usize) -> Option<&'a mut T> {
        let skip = if n < self.left { n } else { self.left };
        self.ptr = unsafe { self.ptr.add(skip) };
        self.left -= skip;
        self.next()
    }
}
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(unsafe { &mut *self.ptr.add(self.left) })
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}
impl<T> ExactSizeIterator for IterMut<'_, T> {}
impl<T> FusedIterator for Iter<'_, T> {}
impl<T> FusedIterator for IterMut<'_, T> {}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { ptr: self.ptr, left: self.left, marker: PhantomData }
    }
}
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Iter::new(&[])
    }
}
impl<T> AsRef<[T]> for Iter<'_, T> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}
impl<T: fmt::Debug> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Iter").field(&self.as_slice()).finish()
    }
}
impl<T: fmt::Debug> fmt::Debug for IterMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IterMut").field(&self.as_slice()).finish()
    }
}

impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        Iter::new(self)
    }
}
impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        IterMut::new(self)
    }
}
impl<T> Default for IterMut<'_, T> {
    fn default() -> Self {
        IterMut::new(&mut [])
    }
}
