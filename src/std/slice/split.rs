// Splitting a slice at values that pass a test.

use crate::iter::FusedIterator;
use crate::mem;

impl<T> [T] {
    /// The parts between the values that pass the test.
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split { rest: Some(self), pred }
    }

    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { rest: Some(self), pred }
    }

    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive { rest: self, pred }
    }

    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> crate::iter::Rev<Split<'_, T, F>> {
        self.split(pred).rev()
    }

    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN { inner: self.split(pred), left: n }
    }
}

pub struct Split<'a, T: 'a, P> {
    rest: Option<&'a [T]>,
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for Split<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        let rest = self.rest?;
        let mut i = 0;
        while i < rest.len() {
            if (self.pred)(&rest[i]) {
                self.rest = Some(&rest[i + 1..]);
                return Some(&rest[..i]);
            }
            i += 1;
        }
        self.rest = None;
        Some(rest)
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for Split<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let rest = self.rest?;
        let mut i = rest.len();
        while i > 0 {
            i -= 1;
            if (self.pred)(&rest[i]) {
                self.rest = Some(&rest[..i]);
                return Some(&rest[i + 1..]);
            }
        }
        self.rest = None;
        Some(rest)
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for Split<'_, T, P> {}

pub struct SplitMut<'a, T: 'a, P> {
    rest: Option<&'a mut [T]>,
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let rest = mem::take(&mut self.rest)?;
        let mut i = 0;
        while i < rest.len() {
            if (self.pred)(&rest[i]) {
                let (head, tail) = rest.split_at_mut(i);
                self.rest = Some(&mut tail[1..]);
                return Some(head);
            }
            i += 1;
        }
        Some(rest)
    }
}

pub struct SplitInclusive<'a, T: 'a, P> {
    rest: &'a [T],
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusive<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.rest.is_empty() {
            return None;
        }
        let mut end = 0;
        while end < self.rest.len() {
            end += 1;
            if (self.pred)(&self.rest[end - 1]) {
                break;
            }
        }
        let (head, tail) = self.rest.split_at(end);
        self.rest = tail;
        Some(head)
    }
}

pub struct SplitN<'a, T: 'a, P> {
    inner: Split<'a, T, P>,
    left: usize,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitN<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        match self.left {
            0 => None,
            1 => {
                self.left = 0;
                self.inner.rest.take()
            }
            _ => {
                self.left -= 1;
                self.inner.next()
            }
        }
    }
}
