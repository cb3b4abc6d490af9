// Iterators over runs of neighbours that belong together.

use crate::fmt;
use crate::iter::FusedIterator;
use crate::mem;

macro_rules! runs {
    ($(#[$doc:meta] $Name:ident $text:literal ($($mutable:tt)?) $split_at:ident;)*) => { $(
        #[$doc]
        pub struct $Name<'a, T: 'a, P> {
            v: &'a $($mutable)? [T],
            predicate: P,
        }

        impl<'a, T, P> $Name<'a, T, P> {
            pub(super) fn new(v: &'a $($mutable)? [T], predicate: P) -> Self {
                $Name { v, predicate }
            }
        }
        impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for $Name<'a, T, P> {
            type Item = &'a $($mutable)? [T];
            fn next(&mut self) -> Option<&'a $($mutable)? [T]> {
                if self.v.is_empty() {
                    return None;
                }
                let mut end = 1;
                while end < self.v.len() && (self.predicate)(&self.v[end - 1], &self.v[end]) {
                    end += 1;
                }
                let (chunk, rest) = mem::take(&mut self.v).$split_at(end);
                self.v = rest;
                Some(chunk)
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                if self.v.is_empty() { (0, Some(0)) } else { (1, Some(self.v.len())) }
            }
        }
        impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for $Name<'a, T, P> {
            fn next_back(&mut self) -> Option<&'a $($mutable)? [T]> {
                if self.v.is_empty() {
                    return None;
                }
                let mut start = self.v.len() - 1;
                while start > 0 && (self.predicate)(&self.v[start - 1], &self.v[start]) {
                    start -= 1;
                }
                let (rest, chunk) = mem::take(&mut self.v).$split_at(start);
                self.v = rest;
                Some(chunk)
            }
        }
        impl<T, P: FnMut(&T, &T) -> bool> FusedIterator for $Name<'_, T, P> {}
        impl<T: fmt::Debug, P> fmt::Debug for $Name<'_, T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple($text).field(&self.v).finish()
            }
        }
    )* };
}
runs! {
    /// Runs of neighbours that belong together.
    ChunkBy "ChunkBy" () split_at;
    /// Mutable runs of neighbours that belong together.
    ChunkByMut "ChunkByMut" (mut) split_at_mut;
}

impl<T, P: Clone> Clone for ChunkBy<'_, T, P> {
    fn clone(&self) -> Self {
        ChunkBy { v: self.v, predicate: self.predicate.clone() }
    }
}
