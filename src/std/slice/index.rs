// Indexing slices with numbers and ranges, and the panics of ranges that do not fit.

use super::{from_raw_parts, from_raw_parts_mut};
use crate::fmt;
use crate::ops::{Bound, Index, IndexMut, Range, RangeBounds, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::rt;

/// What a slice (or `str`) can be indexed with.
#[lockstep::unimplemented = "the type `{T}` cannot be indexed by `{Self}`"]
#[lockstep::unimplemented_label = "slice indices are of type `usize` or ranges of `usize`"]
pub trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
    fn get(self, slice: &T) -> Option<&Self::Output>;
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
    fn index(self, slice: &T) -> &Self::Output;
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}

impl<T, I: SliceIndex<[T]>> Index<I> for [T] {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl<T, I: SliceIndex<[T]>> IndexMut<I> for [T] {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}

impl<T> SliceIndex<[T]> for usize {
    type Output = T;
    fn get(self, slice: &[T]) -> Option<&T> {
        if self < slice.len() { Some(unsafe { &*slice.as_ptr().add(self) }) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        if self < slice.len() { Some(unsafe { &mut *slice.as_mut_ptr().add(self) }) } else { None }
    }
    fn index(self, slice: &[T]) -> &T {
        &(*slice)[self]
    }
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        &mut (*slice)[self]
    }
}

impl<T> SliceIndex<[T]> for Range<usize> {
    type Output = [T];
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if self.start > self.end || self.end > slice.len() {
            return None;
        }
        Some(unsafe { from_raw_parts(slice.as_ptr().add(self.start), self.end - self.start) })
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if self.start > self.end || self.end > slice.len() {
            return None;
        }
        Some(unsafe { from_raw_parts_mut(slice.as_mut_ptr().add(self.start), self.end - self.start) })
    }
    fn index(self, slice: &[T]) -> &[T] {
        if self.start > self.end || self.end > slice.len() {
            range_fail(self.start, self.end, self.end, slice.len());
        }
        unsafe { from_raw_parts(slice.as_ptr().add(self.start), self.end - self.start) }
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        if self.start > self.end || self.end > slice.len() {
            range_fail(self.start, self.end, self.end, slice.len());
        }
        unsafe { from_raw_parts_mut(slice.as_mut_ptr().add(self.start), self.end - self.start) }
    }
}

// Every other range is a `start..end` once the slice's length is known; `None` when it cannot be.
macro_rules! like_range {
    ($($ty:ty : $this:ident $len:ident => $range:expr, $checked:expr;)*) => { $(
        impl<T> SliceIndex<[T]> for $ty {
            type Output = [T];
            fn get(self, slice: &[T]) -> Option<&[T]> {
                let ($this, $len) = (self, slice.len());
                let range: Option<Range<usize>> = $checked;
                range?.get(slice)
            }
            fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
                let ($this, $len) = (self, slice.len());
                let range: Option<Range<usize>> = $checked;
                range?.get_mut(slice)
            }
            fn index(self, slice: &[T]) -> &[T] {
                let ($this, $len) = (self, slice.len());
                let range: Range<usize> = $range;
                range.index(slice)
            }
            fn index_mut(self, slice: &mut [T]) -> &mut [T] {
                let ($this, $len) = (self, slice.len());
                let range: Range<usize> = $range;
                range.index_mut(slice)
            }
        }
    )* };
}
like_range! {
    RangeTo<usize>: this _len => 0..this.end, Some(0..this.end);
    RangeFrom<usize>: this len => from(this.start, len), Some(this.start..len);
    RangeFull: _this len => 0..len, Some(0..len);
    RangeInclusive<usize>: this len => inclusive(this, len), if this.end == usize::MAX { None } else { Some(exclusive(this)) };
    RangeToInclusive<usize>: this len => inclusive(0..=this.end, len), if this.end == usize::MAX { None } else { Some(0..this.end + 1) };
    (Bound<usize>, Bound<usize>): this len => bounds_of(&this, len), bounds_checked(&this, len);
}

fn from(start: usize, len: usize) -> Range<usize> {
    if start > len {
        start_fail(start, len);
    }
    start..len
}

/// An exhausted range gives an empty part at its end.
pub(crate) fn exclusive(range: RangeInclusive<usize>) -> Range<usize> {
    let end = range.end + 1;
    if range.exhausted { end..end } else { range.start..end }
}

fn inclusive(range: RangeInclusive<usize>, len: usize) -> Range<usize> {
    if range.end >= len {
        range_fail(range.start, range.end.saturating_add(1), range.end, len);
    }
    exclusive(range)
}

/// Any range over `len` values as `start..end`; panics when it does not fit.
pub(crate) fn bounds_of<R: RangeBounds<usize> + ?Sized>(range: &R, len: usize) -> Range<usize> {
    let start = match range.start_bound() {
        Bound::Included(&start) => start,
        Bound::Excluded(&start) => start.saturating_add(1),
        Bound::Unbounded => 0,
    };
    let (end, written) = match range.end_bound() {
        Bound::Included(&end) => (end.saturating_add(1), end),
        Bound::Excluded(&end) => (end, end),
        Bound::Unbounded => (len, len),
    };
    if start > end || end > len {
        range_fail(start, end, written, len);
    }
    start..end
}

fn bounds_checked(range: &(Bound<usize>, Bound<usize>), len: usize) -> Option<Range<usize>> {
    let start = match range.0 {
        Bound::Included(start) => start,
        Bound::Excluded(start) => start.checked_add(1)?,
        Bound::Unbounded => 0,
    };
    let end = match range.1 {
        Bound::Included(end) => end.checked_add(1)?,
        Bound::Excluded(end) => end,
        Bound::Unbounded => len,
    };
    Some(start..end)
}

fn say(parts: &[&str], numbers: &[usize]) -> ! {
    let mut message = String::new();
    for (i, part) in parts.iter().enumerate() {
        message.push_str(part);
        if i < numbers.len() {
            let _ = fmt::write_debug(&mut message, &numbers[i]);
        }
    }
    rt::panic_string(&message)
}

/// `written`: the end as it stands in the program, one less than `end` in `..=`.
pub(crate) fn range_fail(start: usize, end: usize, written: usize, len: usize) -> ! {
    if start > len {
        start_fail(start, len);
    }
    if end > len {
        say(&["range end index ", " out of range for slice of length "], &[written, len]);
    }
    say(&["slice index starts at ", " but ends at "], &[start, end])
}

fn start_fail(start: usize, len: usize) -> ! {
    say(&["range start index ", " out of range for slice of length "], &[start, len])
}
