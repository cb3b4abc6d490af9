// Cutting a slice in two: at a place, or a part off what a variable holds.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::mem;
use crate::ops::{Bound, OneSidedRange};

/// Which part goes, and where the cut is; `None` when the end of an inclusive range is the last number.
enum Cut {
    Front(usize),
    Back(usize),
}

fn cut_of<R: OneSidedRange<usize>>(range: &R) -> Option<Cut> {
    match (range.start_bound(), range.end_bound()) {
        (Bound::Unbounded, Bound::Excluded(end)) => Some(Cut::Front(*end)),
        (Bound::Unbounded, Bound::Included(end)) => Some(Cut::Front(end.checked_add(1)?)),
        (Bound::Excluded(start), Bound::Unbounded) => Some(Cut::Back(start.checked_add(1)?)),
        (Bound::Included(start), Bound::Unbounded) => Some(Cut::Back(*start)),
        _ => None,
    }
}

impl<T> [T] {
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
        if mid > self.len() { None } else { Some(unsafe { self.split_at_unchecked(mid) }) }
    }

    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut [T], &mut [T])> {
        if mid > self.len() { None } else { Some(unsafe { self.split_at_mut_unchecked(mid) }) }
    }

    pub const unsafe fn split_at_unchecked(&self, mid: usize) -> (&[T], &[T]) {
        let base = self.as_ptr();
        unsafe { (from_raw_parts(base, mid), from_raw_parts(base.add(mid), self.len() - mid)) }
    }

    pub const unsafe fn split_at_mut_unchecked(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        let len = self.len();
        let base = self.as_mut_ptr();
        unsafe { (from_raw_parts_mut(base, mid), from_raw_parts_mut(base.add(mid), len - mid)) }
    }

    /// Cuts a range that reaches one end off a slice.
    pub fn split_off<'a, R: OneSidedRange<usize>>(self: &mut &'a Self, range: R) -> Option<&'a Self> {
        let (taken, kept) = match cut_of(&range)? {
            Cut::Front(mid) => self.split_at_checked(mid)?,
            Cut::Back(mid) => {
                let (kept, taken) = self.split_at_checked(mid)?;
                (taken, kept)
            }
        };
        *self = kept;
        Some(taken)
    }

    pub fn split_off_mut<'a, R: OneSidedRange<usize>>(self: &mut &'a mut Self, range: R) -> Option<&'a mut Self> {
        let cut = cut_of(&range)?;
        let (Cut::Front(mid) | Cut::Back(mid)) = cut;
        if mid > self.len() {
            return None;
        }
        let (front, back) = mem::take(self).split_at_mut(mid);
        let (taken, kept) = if let Cut::Front(_) = cut { (front, back) } else { (back, front) };
        *self = kept;
        Some(taken)
    }

    /// Cuts the first value off a slice.
    pub fn split_off_first<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (first, rest) = self.split_first()?;
        *self = rest;
        Some(first)
    }

    pub fn split_off_first_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (first, rest) = mem::take(self).split_first_mut()?;
        *self = rest;
        Some(first)
    }

    pub fn split_off_last<'a>(self: &mut &'a Self) -> Option<&'a T> {
        let (last, rest) = self.split_last()?;
        *self = rest;
        Some(last)
    }

    pub fn split_off_last_mut<'a>(self: &mut &'a mut Self) -> Option<&'a mut T> {
        let (last, rest) = mem::take(self).split_last_mut()?;
        *self = rest;
        Some(last)
    }
}
