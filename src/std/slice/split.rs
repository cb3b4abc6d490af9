// Splitting a slice at values that pass a test. The parts that can be changed are in slice/split_mut.rs.

use crate::iter::FusedIterator;

impl<T> [T] {
    /// The parts between the values that pass the test.
    pub fn split<F: FnMut(&T) -> bool>(&self, pred: F) -> Split<'_, T, F> {
        Split { rest: Some(self), pred }
    }

    pub fn split_inclusive<F: FnMut(&T) -> bool>(&self, pred: F) -> SplitInclusive<'_, T, F> {
        SplitInclusive { rest: self, pred }
    }

    pub fn rsplit<F: FnMut(&T) -> bool>(&self, pred: F) -> RSplit<'_, T, F> {
        RSplit { inner: self.split(pred) }
    }

    /// At most `n` parts; the last is all the rest.
    pub fn splitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> SplitN<'_, T, F> {
        SplitN { inner: self.split(pred), left: n }
    }

    pub fn rsplitn<F: FnMut(&T) -> bool>(&self, n: usize, pred: F) -> RSplitN<'_, T, F> {
        RSplitN { inner: self.rsplit(pred), left: n }
    }
}

#[derive(Clone)]
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

#[derive(Clone)]
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
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitInclusive<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.rest.is_empty() {
            return None;
        }
        let mut start = self.rest.len() - 1;
        while start > 0 && !(self.pred)(&self.rest[start - 1]) {
            start -= 1;
        }
        let (head, tail) = self.rest.split_at(start);
        self.rest = head;
        Some(tail)
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for SplitInclusive<'_, T, P> {}

#[derive(Clone)]
pub struct RSplit<'a, T: 'a, P> {
    inner: Split<'a, T, P>,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplit<'a, T, P> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        self.inner.next_back()
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for RSplit<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        self.inner.next()
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for RSplit<'_, T, P> {}

macro_rules! at_most {
    ($($Name:ident $Inner:ident;)*) => { $(
        pub struct $Name<'a, T: 'a, P> {
            inner: $Inner<'a, T, P>,
            left: usize,
        }

        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
            type Item = &'a [T];
            fn next(&mut self) -> Option<&'a [T]> {
                match self.left {
                    0 => None,
                    1 => {
                        self.left = 0;
                        self.inner.take_rest()
                    }
                    _ => {
                        self.left -= 1;
                        self.inner.next()
                    }
                }
            }
        }
        impl<T, P: FnMut(&T) -> bool> FusedIterator for $Name<'_, T, P> {}
    )* };
}
at_most! { SplitN Split; RSplitN RSplit; }

impl<'a, T, P> Split<'a, T, P> {
    fn take_rest(&mut self) -> Option<&'a [T]> {
        self.rest.take()
    }
}
impl<'a, T, P> RSplit<'a, T, P> {
    fn take_rest(&mut self) -> Option<&'a [T]> {
        self.inner.rest.take()
    }
}
