// Splitting a slice, to be changed, at values that pass a test.

use crate::iter::FusedIterator;
use crate::mem;

impl<T> [T] {
    pub fn split_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitMut<'_, T, F> {
        SplitMut { rest: Some(self), pred }
    }

    pub fn split_inclusive_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> SplitInclusiveMut<'_, T, F> {
        SplitInclusiveMut { rest: self, pred }
    }

    pub fn rsplit_mut<F: FnMut(&T) -> bool>(&mut self, pred: F) -> RSplitMut<'_, T, F> {
        RSplitMut { inner: self.split_mut(pred) }
    }

    pub fn splitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> SplitNMut<'_, T, F> {
        SplitNMut { inner: self.split_mut(pred), left: n }
    }

    pub fn rsplitn_mut<F: FnMut(&T) -> bool>(&mut self, n: usize, pred: F) -> RSplitNMut<'_, T, F> {
        RSplitNMut { inner: self.rsplit_mut(pred), left: n }
    }
}

pub struct SplitMut<'a, T: 'a, P> {
    rest: Option<&'a mut [T]>,
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        let rest = self.rest.take()?;
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
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let rest = self.rest.take()?;
        let mut i = rest.len();
        while i > 0 {
            i -= 1;
            if (self.pred)(&rest[i]) {
                let (head, tail) = rest.split_at_mut(i);
                self.rest = Some(head);
                return Some(&mut tail[1..]);
            }
        }
        Some(rest)
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for SplitMut<'_, T, P> {}

pub struct SplitInclusiveMut<'a, T: 'a, P> {
    rest: &'a mut [T],
    pred: P,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for SplitInclusiveMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.rest.is_empty() {
            return None;
        }
        let mut end = 1;
        while end < self.rest.len() && !(self.pred)(&self.rest[end - 1]) {
            end += 1;
        }
        let (head, tail) = mem::take(&mut self.rest).split_at_mut(end);
        self.rest = tail;
        Some(head)
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for SplitInclusiveMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        if self.rest.is_empty() {
            return None;
        }
        let mut start = self.rest.len() - 1;
        while start > 0 && !(self.pred)(&self.rest[start - 1]) {
            start -= 1;
        }
        let (head, tail) = mem::take(&mut self.rest).split_at_mut(start);
        self.rest = head;
        Some(tail)
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for SplitInclusiveMut<'_, T, P> {}

pub struct RSplitMut<'a, T: 'a, P> {
    inner: SplitMut<'a, T, P>,
}

impl<'a, T, P: FnMut(&T) -> bool> Iterator for RSplitMut<'a, T, P> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        self.inner.next_back()
    }
}
impl<'a, T, P: FnMut(&T) -> bool> DoubleEndedIterator for RSplitMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        self.inner.next()
    }
}
impl<T, P: FnMut(&T) -> bool> FusedIterator for RSplitMut<'_, T, P> {}

macro_rules! at_most {
    ($($Name:ident $Inner:ident;)*) => { $(
        pub struct $Name<'a, T: 'a, P> {
            inner: $Inner<'a, T, P>,
            left: usize,
        }

        impl<'a, T, P: FnMut(&T) -> bool> Iterator for $Name<'a, T, P> {
            type Item = &'a mut [T];
            fn next(&mut self) -> Option<&'a mut [T]> {
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
at_most! { SplitNMut SplitMut; RSplitNMut RSplitMut; }

impl<'a, T, P> SplitMut<'a, T, P> {
    fn take_rest(&mut self) -> Option<&'a mut [T]> {
        self.rest.take()
    }
}
impl<'a, T, P> RSplitMut<'a, T, P> {
    fn take_rest(&mut self) -> Option<&'a mut [T]> {
        self.inner.rest.take()
    }
}
