// `[T]`: a run of values next to each other.
//
// Split by subject: slice/iter.rs, slice/chunks.rs, slice/rchunks.rs, slice/chunk_by.rs (iterators), slice/index.rs (ranges),
// slice/cut.rs, slice/fixed.rs (arrays), slice/disjoint.rs, slice/sort.rs, slice/search.rs, slice/join.rs, slice/split.rs,
// slice/split_mut.rs, slice/escape.rs, slice/traits.rs.

mod chunk_by;
mod chunks;
mod cut;
mod disjoint;
mod edit;
mod escape;
mod fixed;
pub(crate) mod index;
mod iter;
mod join;
mod rchunks;
mod search;
mod sort;
mod split;
mod split_mut;
mod traits;

pub use self::chunk_by::{ChunkBy, ChunkByMut};
pub use self::chunks::{Chunks, ChunksExact, ChunksExactMut, ChunksMut, Windows};
pub use self::disjoint::{GetDisjointMutError, GetDisjointMutIndex};
pub use self::escape::EscapeAscii;
pub use self::index::SliceIndex;
pub use self::iter::{Iter, IterMut};
pub use self::join::{Concat, Join};
pub use self::rchunks::{RChunks, RChunksExact, RChunksExactMut, RChunksMut};
pub use self::split::{RSplit, RSplitN, Split, SplitInclusive, SplitN};
pub use self::split_mut::{RSplitMut, RSplitNMut, SplitInclusiveMut, SplitMut, SplitNMut};

use crate::ptr;

/// A slice of one value.
pub const fn from_ref<T>(s: &T) -> &[T] {
    unsafe { from_raw_parts(s, 1) }
}

pub const fn from_mut<T>(s: &mut T) -> &mut [T] {
    unsafe { from_raw_parts_mut(s, 1) }
}

pub const unsafe fn from_raw_parts<'a, T>(data: *const T, len: usize) -> &'a [T] {
    unsafe { &*ptr::slice_from_raw_parts(data, len) }
}

pub const unsafe fn from_raw_parts_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
    unsafe { &mut *ptr::slice_from_raw_parts_mut(data, len) }
}

impl<T> [T] {
    /// How many values there are.
    #[lockstep::primitive = "slice.len"]
    pub const fn len(&self) -> usize;

    /// Whether there are no values.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[lockstep::primitive = "slice.as_ptr"]
    pub const fn as_ptr(&self) -> *const T;

    #[lockstep::primitive = "slice.as_ptr"]
    pub const fn as_mut_ptr(&mut self) -> *mut T;

    pub const fn as_ptr_range(&self) -> crate::ops::Range<*const T> {
        let start = self.as_ptr();
        start..unsafe { start.add(self.len()) }
    }

    pub const fn as_mut_ptr_range(&mut self) -> crate::ops::Range<*mut T> {
        let start = self.as_mut_ptr();
        start..unsafe { start.add(self.len()) }
    }

    /// Which value of this slice `element` is, if it is one.
    pub fn element_offset(&self, element: &T) -> Option<usize> {
        let (mut i, element) = (0, element as *const T);
        while i < self.len() {
            if element == unsafe { self.as_ptr().add(i) } {
                return Some(i);
            }
            i += 1;
        }
        None
    }

    /// The first value, if there is one.
    pub const fn first(&self) -> Option<&T> {
        if self.len() == 0 { None } else { Some(unsafe { &*self.as_ptr() }) }
    }

    /// A mutable reference to the first value.
    pub const fn first_mut(&mut self) -> Option<&mut T> {
        if self.len() == 0 { None } else { Some(unsafe { &mut *self.as_mut_ptr() }) }
    }

    /// The last value, if there is one.
    pub const fn last(&self) -> Option<&T> {
        let len = self.len();
        if len == 0 { None } else { Some(unsafe { &*self.as_ptr().add(len - 1) }) }
    }

    /// A mutable reference to the last value.
    pub const fn last_mut(&mut self) -> Option<&mut T> {
        let len = self.len();
        if len == 0 { None } else { Some(unsafe { &mut *self.as_mut_ptr().add(len - 1) }) }
    }

    /// The first value and the rest.
    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        match self {
            [first, rest @ ..] => Some((first, rest)),
            [] => None,
        }
    }

    pub const fn split_first_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        match self {
            [first, rest @ ..] => Some((first, rest)),
            [] => None,
        }
    }

    /// The last value and the rest.
    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        match self {
            [rest @ .., last] => Some((last, rest)),
            [] => None,
        }
    }

    pub const fn split_last_mut(&mut self) -> Option<(&mut T, &mut [T])> {
        match self {
            [rest @ .., last] => Some((last, rest)),
            [] => None,
        }
    }

    /// The value or part at an index or range, if it is there.
    pub fn get<I: SliceIndex<[T]>>(&self, index: I) -> Option<&I::Output> {
        index.get(self)
    }

    /// The value or part at an index or range, to be changed, if it is there.
    pub fn get_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> Option<&mut I::Output> {
        index.get_mut(self)
    }

    pub unsafe fn get_unchecked<I: SliceIndex<[T]>>(&self, index: I) -> &I::Output {
        index.index(self)
    }

    pub unsafe fn get_unchecked_mut<I: SliceIndex<[T]>>(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }

    /// References to the values, in order.
    #[lockstep::items = "same"]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter::new(self)
    }

    /// Mutable references to the values, in order.
    #[lockstep::items = "same"]
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut::new(self)
    }

    /// All runs of `size` values, each one further on.
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        if size == 0 {
            crate::rt::panic("window size must be non-zero");
        }
        Windows::new(self, size)
    }

    /// Parts of `chunk_size` values; the last may be shorter.
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        chunks::check(chunk_size);
        Chunks::new(self, chunk_size)
    }

    /// Mutable parts of `chunk_size` values; the last may be shorter.
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        chunks::check(chunk_size);
        ChunksMut::new(self, chunk_size)
    }

    /// Parts of exactly `chunk_size` values; what is left over is in `remainder`.
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        chunks::check(chunk_size);
        ChunksExact::new(self, chunk_size)
    }

    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {
        chunks::check(chunk_size);
        ChunksExactMut::new(self, chunk_size)
    }

    /// Parts of `chunk_size` values from the end.
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        chunks::check(chunk_size);
        RChunks::new(self, chunk_size)
    }

    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        chunks::check(chunk_size);
        RChunksMut::new(self, chunk_size)
    }

    /// Parts of exactly `chunk_size` values from the end; what is left over is in `remainder`.
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<'_, T> {
        chunks::check(chunk_size);
        RChunksExact::new(self, chunk_size)
    }

    pub fn rchunks_exact_mut(&mut self, chunk_size: usize) -> RChunksExactMut<'_, T> {
        chunks::check(chunk_size);
        RChunksExactMut::new(self, chunk_size)
    }

    pub fn array_windows<const N: usize>(&self) -> crate::iter::Map<Windows<'_, T>, fn(&[T]) -> &[T; N]> {
        self.windows(N).map(|window| unsafe { &*(window.as_ptr() as *const [T; N]) })
    }

    /// Runs of neighbours that belong together.
    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy::new(self, pred)
    }

    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut::new(self, pred)
    }

    /// A vector with clones of the values.
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        let mut v = Vec::with_capacity(self.len());
        for item in self {
            v.push(item.clone());
        }
        v
    }

    /// The values as a vector, without copying.
    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        Vec::from_boxed_slice(self)
    }

    /// The values `n` times over.
    #[lockstep::place = "alloc/src/slice.rs:523:50"]
    pub fn repeat(&self, n: usize) -> Vec<T>
    where
        T: Copy,
    {
        let mut v = Vec::with_capacity(self.len() * n);
        for _ in 0..n {
            v.extend_from_slice(self);
        }
        v
    }
}
