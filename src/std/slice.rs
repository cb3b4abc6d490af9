// `[T]`: a run of values next to each other.
//
// Split by subject: slice/iter.rs and slice/chunks.rs (iterators), slice/index.rs (ranges), slice/sort.rs, slice/search.rs,
// slice/join.rs, slice/split.rs, slice/traits.rs.

mod chunks;
mod edit;
pub(crate) mod index;
mod iter;
mod join;
mod search;
mod sort;
mod split;
mod traits;

pub use self::chunks::{ChunkBy, Chunks, ChunksExact, ChunksExactMut, ChunksMut, RChunks, Windows};
pub use self::index::SliceIndex;
pub use self::iter::{Iter, IterMut};
pub use self::join::{Concat, Join};
pub use self::split::{Split, SplitInclusive, SplitMut, SplitN};

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

    #[rustc_do_not_const_check]
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(unsafe { &*(self.as_ptr() as *const [T; N]) }) }
    }

    #[rustc_do_not_const_check]
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        let first = self.first_chunk::<N>()?;
        Some((first, &self[N..]))
    }

    #[rustc_do_not_const_check]
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let last = self.last_chunk::<N>()?;
        Some((&self[..self.len() - N], last))
    }

    /// Cuts the first value off a slice.
    pub fn split_off_first<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (first, rest) = self.split_first()?;
        *self = rest;
        Some(first)
    }

    pub fn split_off_last<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (last, rest) = self.split_last()?;
        *self = rest;
        Some(last)
    }

    #[rustc_do_not_const_check]
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        let len = self.len();
        if len < N { None } else { Some(unsafe { &*(self.as_ptr().add(len - N) as *const [T; N]) }) }
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

    pub fn array_windows<const N: usize>(&self) -> crate::iter::Map<Windows<'_, T>, fn(&[T]) -> &[T; N]> {
        self.windows(N).map(|window| unsafe { &*(window.as_ptr() as *const [T; N]) })
    }

    /// Runs of neighbours that belong together.
    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy::new(self, pred)
    }

    #[rustc_do_not_const_check]
    pub const fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        let whole = self.len() / N;
        let (front, rest) = self.split_at(whole * N);
        (unsafe { from_raw_parts(front.as_ptr() as *const [T; N], whole) }, rest)
    }

    /// The parts before and from `mid`.
    pub const fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        match self.split_at_checked(mid) {
            Some(pair) => pair,
            None => crate::rt::panic("mid > len"),
        }
    }

    /// The parts before and from `mid`, both to be changed.
    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        match self.split_at_mut_checked(mid) {
            Some(pair) => pair,
            None => crate::rt::panic("mid > len"),
        }
    }

    pub const fn split_at_checked(&self, mid: usize) -> Option<(&[T], &[T])> {
        let len = self.len();
        if mid > len {
            return None;
        }
        let base = self.as_ptr();
        Some(unsafe { (from_raw_parts(base, mid), from_raw_parts(base.add(mid), len - mid)) })
    }

    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        let len = self.len();
        if mid > len {
            return None;
        }
        let base = self.as_mut_ptr();
        Some(unsafe { (from_raw_parts_mut(base, mid), from_raw_parts_mut(base.add(mid), len - mid)) })
    }

    /// Mutable references to several values at once.
    pub fn get_disjoint_mut<const N: usize>(&mut self, indices: [usize; N]) -> Result<[&mut T; N], GetDisjointMutError> {
        let len = self.len();
        for (i, &index) in indices.iter().enumerate() {
            if index >= len {
                return Err(GetDisjointMutError::IndexOutOfBounds);
            }
            if indices[..i].contains(&index) {
                return Err(GetDisjointMutError::OverlappingIndices);
            }
        }
        let base = self.as_mut_ptr();
        Ok(indices.map(|index| unsafe { &mut *base.add(index) }))
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

impl<T, const N: usize> [[T; N]] {
    #[rustc_do_not_const_check]
    pub const fn as_flattened(&self) -> &[T] {
        unsafe { from_raw_parts(self.as_ptr() as *const T, self.len() * N) }
    }

    #[rustc_do_not_const_check]
    pub const fn as_flattened_mut(&mut self) -> &mut [T] {
        unsafe { from_raw_parts_mut(self.as_mut_ptr() as *mut T, self.len() * N) }
    }
}

/// Why `get_disjoint_mut` failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GetDisjointMutError {
    IndexOutOfBounds,
    OverlappingIndices,
}
