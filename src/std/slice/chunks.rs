// Iterators over parts of a slice: windows and chunks.

use crate::iter::FusedIterator;
use crate::mem;

pub(super) fn check(chunk_size: usize) {
    if chunk_size == 0 {
        crate::rt::panic("chunk size must be non-zero");
    }
}

pub(super) fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// Overlapping parts of one size.
#[derive(Debug)]
pub struct Windows<'a, T: 'a> {
    v: &'a [T],
    size: usize,
}

impl<'a, T> Windows<'a, T> {
    pub(super) fn new(v: &'a [T], size: usize) -> Self {
        Windows { v, size }
    }
}
impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.size > self.v.len() {
            return None;
        }
        let window = &self.v[..self.size];
        self.v = &self.v[1..];
        Some(window)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = if self.size > self.v.len() { 0 } else { self.v.len() - self.size + 1 };
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if self.size > len {
            return None;
        }
        let window = &self.v[len - self.size..];
        self.v = &self.v[..len - 1];
        Some(window)
    }
}

/// Parts of one size, front to back; the last may be shorter.
#[derive(Debug)]
pub struct Chunks<'a, T: 'a> {
    v: &'a [T],
    size: usize,
}

impl<'a, T> Chunks<'a, T> {
    pub(super) fn new(v: &'a [T], size: usize) -> Self {
        Chunks { v, size }
    }
}
impl<'a, T> Iterator for Chunks<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.v.is_empty() {
            return None;
        }
        let (chunk, rest) = self.v.split_at(smaller(self.size, self.v.len()));
        self.v = rest;
        Some(chunk)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.v.len().div_ceil(self.size);
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.v.is_empty() {
            return None;
        }
        let rest = self.v.len() % self.size;
        let (front, chunk) = self.v.split_at(self.v.len() - if rest == 0 { self.size } else { rest });
        self.v = front;
        Some(chunk)
    }
}

/// Mutable parts of one size, front to back; the last may be shorter.
#[derive(Debug)]
pub struct ChunksMut<'a, T: 'a> {
    v: &'a mut [T],
    size: usize,
}

impl<'a, T> ChunksMut<'a, T> {
    pub(super) fn new(v: &'a mut [T], size: usize) -> Self {
        ChunksMut { v, size }
    }
}
impl<'a, T> Iterator for ChunksMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.v.is_empty() {
            return None;
        }
        let v = mem::take(&mut self.v);
        let mid = smaller(self.size, v.len());
        let (chunk, rest) = v.split_at_mut(mid);
        self.v = rest;
        Some(chunk)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.v.len().div_ceil(self.size);
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        if self.v.is_empty() {
            return None;
        }
        let rest = self.v.len() % self.size;
        let v = mem::take(&mut self.v);
        let mid = v.len() - if rest == 0 { self.size } else { rest };
        let (front, chunk) = v.split_at_mut(mid);
        self.v = front;
        Some(chunk)
    }
}

/// Parts of exactly one size; what is left over is in `remainder`.
#[derive(Debug)]
pub struct ChunksExact<'a, T: 'a> {
    v: &'a [T],
    rem: &'a [T],
    size: usize,
}

impl<'a, T> ChunksExact<'a, T> {
    pub(super) fn new(v: &'a [T], size: usize) -> Self {
        let (v, rem) = v.split_at(v.len() - v.len() % size);
        ChunksExact { v, rem, size }
    }

    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}
impl<'a, T> Iterator for ChunksExact<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if self.v.is_empty() {
            return None;
        }
        let (chunk, rest) = self.v.split_at(self.size);
        self.v = rest;
        Some(chunk)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.v.len() / self.size;
        (n, Some(n))
    }
}
impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        if self.v.is_empty() {
            return None;
        }
        let (front, chunk) = self.v.split_at(self.v.len() - self.size);
        self.v = front;
        Some(chunk)
    }
}

/// Mutable parts of exactly one size.
#[derive(Debug)]
pub struct ChunksExactMut<'a, T: 'a> {
    v: &'a mut [T],
    rem: &'a mut [T],
    size: usize,
}

impl<'a, T> ChunksExactMut<'a, T> {
    pub(super) fn new(v: &'a mut [T], size: usize) -> Self {
        let whole = v.len() - v.len() % size;
        let (v, rem) = v.split_at_mut(whole);
        ChunksExactMut { v, rem, size }
    }

    pub fn into_remainder(self) -> &'a mut [T] {
        self.rem
    }
}
impl<'a, T> Iterator for ChunksExactMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        if self.v.is_empty() {
            return None;
        }
        let (chunk, rest) = mem::take(&mut self.v).split_at_mut(self.size);
        self.v = rest;
        Some(chunk)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let n = self.v.len() / self.size;
        (n, Some(n))
    }
}

impl<'a, T> DoubleEndedIterator for ChunksExactMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        if self.v.is_empty() {
            return None;
        }
        let v = mem::take(&mut self.v);
        let mid = v.len() - self.size;
        let (front, chunk) = v.split_at_mut(mid);
        self.v = front;
        Some(chunk)
    }
}

macro_rules! clones {
    ($($Name:ident { $($field:ident),* })*) => { $(
        impl<T> Clone for $Name<'_, T> {
            fn clone(&self) -> Self {
                $Name { $($field: self.$field),* }
            }
        }
    )* };
}
clones! { Windows { v, size } Chunks { v, size } ChunksExact { v, rem, size } }

impl<T> ExactSizeIterator for Windows<'_, T> {}
impl<T> ExactSizeIterator for Chunks<'_, T> {}
impl<T> ExactSizeIterator for ChunksMut<'_, T> {}
impl<T> ExactSizeIterator for ChunksExact<'_, T> {}
impl<T> ExactSizeIterator for ChunksExactMut<'_, T> {}
impl<T> FusedIterator for Windows<'_, T> {}
impl<T> FusedIterator for Chunks<'_, T> {}
impl<T> FusedIterator for ChunksMut<'_, T> {}
impl<T> FusedIterator for ChunksExact<'_, T> {}
impl<T> FusedIterator for ChunksExactMut<'_, T> {}
