// Parts of a slice as arrays, whose length the type says.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::ptr;

impl<T> [T] {
    #[rustc_do_not_const_check]
    pub const fn first_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() < N { None } else { Some(unsafe { &*(self.as_ptr() as *const [T; N]) }) }
    }

    #[rustc_do_not_const_check]
    pub const fn first_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() < N { None } else { Some(unsafe { &mut *(self.as_mut_ptr() as *mut [T; N]) }) }
    }

    #[rustc_do_not_const_check]
    pub const fn last_chunk<const N: usize>(&self) -> Option<&[T; N]> {
        let len = self.len();
        if len < N { None } else { Some(unsafe { &*(self.as_ptr().add(len - N) as *const [T; N]) }) }
    }

    #[rustc_do_not_const_check]
    pub const fn last_chunk_mut<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        let len = self.len();
        if len < N { None } else { Some(unsafe { &mut *(self.as_mut_ptr().add(len - N) as *mut [T; N]) }) }
    }

    #[rustc_do_not_const_check]
    pub const fn split_first_chunk<const N: usize>(&self) -> Option<(&[T; N], &[T])> {
        let (first, rest) = self.split_at_checked(N)?;
        Some((unsafe { &*(first.as_ptr() as *const [T; N]) }, rest))
    }

    #[rustc_do_not_const_check]
    pub const fn split_first_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T; N], &mut [T])> {
        let (first, rest) = self.split_at_mut_checked(N)?;
        Some((unsafe { &mut *(first.as_mut_ptr() as *mut [T; N]) }, rest))
    }

    #[rustc_do_not_const_check]
    pub const fn split_last_chunk<const N: usize>(&self) -> Option<(&[T], &[T; N])> {
        let (rest, last) = self.split_at_checked(self.len().checked_sub(N)?)?;
        Some((rest, unsafe { &*(last.as_ptr() as *const [T; N]) }))
    }

    #[rustc_do_not_const_check]
    pub const fn split_last_chunk_mut<const N: usize>(&mut self) -> Option<(&mut [T], &mut [T; N])> {
        let (rest, last) = self.split_at_mut_checked(self.len().checked_sub(N)?)?;
        Some((rest, unsafe { &mut *(last.as_mut_ptr() as *mut [T; N]) }))
    }

    /// All of it as an array, if the length is right.
    #[rustc_do_not_const_check]
    pub const fn as_array<const N: usize>(&self) -> Option<&[T; N]> {
        if self.len() == N { self.first_chunk() } else { None }
    }

    #[rustc_do_not_const_check]
    pub const fn as_mut_array<const N: usize>(&mut self) -> Option<&mut [T; N]> {
        if self.len() == N { self.first_chunk_mut() } else { None }
    }

    /// Arrays from the front, and what is left over.
    #[rustc_do_not_const_check]
    pub const fn as_chunks<const N: usize>(&self) -> (&[[T; N]], &[T]) {
        let (whole, rest) = self.split_at(self.len() / N * N);
        (unsafe { whole.as_chunks_unchecked() }, rest)
    }

    #[rustc_do_not_const_check]
    pub const fn as_chunks_mut<const N: usize>(&mut self) -> (&mut [[T; N]], &mut [T]) {
        let (whole, rest) = self.split_at_mut(self.len() / N * N);
        (unsafe { whole.as_chunks_unchecked_mut() }, rest)
    }

    /// What is left over, and arrays up to the end.
    #[rustc_do_not_const_check]
    pub const fn as_rchunks<const N: usize>(&self) -> (&[T], &[[T; N]]) {
        let (rest, whole) = self.split_at(self.len() % N);
        (rest, unsafe { whole.as_chunks_unchecked() })
    }

    #[rustc_do_not_const_check]
    pub const fn as_rchunks_mut<const N: usize>(&mut self) -> (&mut [T], &mut [[T; N]]) {
        let (rest, whole) = self.split_at_mut(self.len() % N);
        (rest, unsafe { whole.as_chunks_unchecked_mut() })
    }

    #[rustc_do_not_const_check]
    pub const unsafe fn as_chunks_unchecked<const N: usize>(&self) -> &[[T; N]] {
        unsafe { from_raw_parts(self.as_ptr() as *const [T; N], self.len() / N) }
    }

    #[rustc_do_not_const_check]
    pub const unsafe fn as_chunks_unchecked_mut<const N: usize>(&mut self) -> &mut [[T; N]] {
        unsafe { from_raw_parts_mut(self.as_mut_ptr() as *mut [T; N], self.len() / N) }
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
