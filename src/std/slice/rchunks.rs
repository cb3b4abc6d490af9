// Iterators over parts of a slice that begin at its end.

use super::chunks::smaller;
use crate::iter::FusedIterator;
use crate::mem;

macro_rules! parts {
    ($(#[$doc:meta] $Name:ident ($($mutable:tt)?) $split_at:ident;)*) => { $(
        #[$doc]
        #[derive(Debug)]
        pub struct $Name<'a, T: 'a> {
            v: &'a $($mutable)? [T],
            size: usize,
        }

        impl<'a, T> $Name<'a, T> {
            pub(super) fn new(v: &'a $($mutable)? [T], size: usize) -> Self {
                $Name { v, size }
            }
        }
        impl<'a, T> Iterator for $Name<'a, T> {
            type Item = &'a $($mutable)? [T];
            fn next(&mut self) -> Option<&'a $($mutable)? [T]> {
                if self.v.is_empty() {
                    return None;
                }
                let v = mem::take(&mut self.v);
                let mid = v.len() - smaller(self.size, v.len());
                let (rest, chunk) = v.$split_at(mid);
                self.v = rest;
                Some(chunk)
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.v.len().div_ceil(self.size);
                (n, Some(n))
            }
        }
        impl<'a, T> DoubleEndedIterator for $Name<'a, T> {
            fn next_back(&mut self) -> Option<&'a $($mutable)? [T]> {
                if self.v.is_empty() {
                    return None;
                }
                let v = mem::take(&mut self.v);
                let rest = v.len() % self.size;
                let (chunk, front) = v.$split_at(if rest == 0 { self.size } else { rest });
                self.v = front;
                Some(chunk)
            }
        }
        impl<T> ExactSizeIterator for $Name<'_, T> {}
        impl<T> FusedIterator for $Name<'_, T> {}
    )* };
}
parts! {
    /// Parts of one size, back to front; the last may be shorter.
    RChunks () split_at;
    /// Mutable parts of one size, back to front; the last may be shorter.
    RChunksMut (mut) split_at_mut;
}

impl<T> Clone for RChunks<'_, T> {
    fn clone(&self) -> Self {
        RChunks { v: self.v, size: self.size }
    }
}

macro_rules! exact_parts {
    ($(#[$doc:meta] $Name:ident ($($mutable:tt)?) $Parts:ident $split_at:ident;)*) => { $(
        #[$doc]
        #[derive(Debug)]
        pub struct $Name<'a, T: 'a> {
            parts: $Parts<'a, T>,
            rem: &'a $($mutable)? [T],
        }

        impl<'a, T> $Name<'a, T> {
            pub(super) fn new(v: &'a $($mutable)? [T], size: usize) -> Self {
                let over = v.len() % size;
                let (rem, v) = v.$split_at(over);
                $Name { parts: $Parts::new(v, size), rem }
            }
        }
        impl<'a, T> Iterator for $Name<'a, T> {
            type Item = &'a $($mutable)? [T];
            fn next(&mut self) -> Option<&'a $($mutable)? [T]> {
                self.parts.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.parts.size_hint()
            }
        }
        impl<'a, T> DoubleEndedIterator for $Name<'a, T> {
            fn next_back(&mut self) -> Option<&'a $($mutable)? [T]> {
                self.parts.next_back()
            }
        }
        impl<T> ExactSizeIterator for $Name<'_, T> {}
        impl<T> FusedIterator for $Name<'_, T> {}
    )* };
}
exact_parts! {
    /// Parts of exactly one size, back to front; what is left over is in `remainder`.
    RChunksExact () RChunks split_at;
    /// Mutable parts of exactly one size, back to front.
    RChunksExactMut (mut) RChunksMut split_at_mut;
}

impl<'a, T> RChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}
impl<'a, T> RChunksExactMut<'a, T> {
    pub fn into_remainder(self) -> &'a mut [T] {
        self.rem
    }
}
impl<T> Clone for RChunksExact<'_, T> {
    fn clone(&self) -> Self {
        RChunksExact { parts: self.parts.clone(), rem: self.rem }
    }
}
