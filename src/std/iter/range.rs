// Ranges as iterators.
//
// `Step` says how a type counts. `advance` does a whole `next` in one call, because loops over ranges are everywhere.

use super::FusedIterator;
use crate::ops::{Range, RangeFrom, RangeInclusive};

/// Types that ranges can count through: integers and `char`.
pub trait Step: Clone + PartialOrd {
    /// How many steps from `start` to `end`: at least, and exactly if that can be said.
    fn steps_between(start: &Self, end: &Self) -> (usize, Option<usize>);
    fn forward_checked(start: Self, count: usize) -> Option<Self>;
    fn backward_checked(start: Self, count: usize) -> Option<Self>;

    /// One step on; panics where there is none.
    fn forward(start: Self) -> Self {
        match Step::forward_checked(start, 1) {
            Some(next) => next,
            None => overflow(),
        }
    }

    /// `start` and one step on, while it is below `end`.
    fn advance(start: &mut Self, end: &Self) -> Option<Self> {
        if *start < *end {
            let next = Step::forward(start.clone());
            Some(crate::mem::replace(start, next))
        } else {
            None
        }
    }

    /// One step back from `end`, while it is above `start`.
    fn retreat(start: &Self, end: &mut Self) -> Option<Self> {
        if *start < *end {
            *end = Step::backward_checked(end.clone(), 1)?;
            Some(end.clone())
        } else {
            None
        }
    }
}

macro_rules! integer_steps {
    ($($t:ty)*) => { $(
        impl Step for $t {
            fn steps_between(start: &$t, end: &$t) -> (usize, Option<usize>) {
                if *start > *end {
                    return (0, None);
                }
                match usize::try_from((*end as i128).wrapping_sub(*start as i128) as u128) {
                    Ok(steps) => (steps, Some(steps)),
                    Err(_) => (usize::MAX, None),
                }
            }
            fn forward_checked(start: $t, count: usize) -> Option<$t> {
                match <$t>::try_from(count) {
                    Ok(count) => start.checked_add(count),
                    // A signed type can go further than its largest value: in two strides.
                    Err(_) => match <$t>::try_from(count / 2) {
                        Ok(half) => start.checked_add(half)?.checked_add(half)?.checked_add((count % 2) as $t),
                        Err(_) => None,
                    },
                }
            }
            fn backward_checked(start: $t, count: usize) -> Option<$t> {
                match <$t>::try_from(count) {
                    Ok(count) => start.checked_sub(count),
                    Err(_) => match <$t>::try_from(count / 2) {
                        Ok(half) => start.checked_sub(half)?.checked_sub(half)?.checked_sub((count % 2) as $t),
                        Err(_) => None,
                    },
                }
            }
            fn forward(start: $t) -> $t {
                start + 1
            }
            fn advance(start: &mut $t, end: &$t) -> Option<$t> {
                let now = *start;
                if now < *end {
                    *start = now + 1;
                    Some(now)
                } else {
                    None
                }
            }
            fn retreat(start: &$t, end: &mut $t) -> Option<$t> {
                let now = *end;
                if *start < now {
                    *end = now - 1;
                    Some(now - 1)
                } else {
                    None
                }
            }
        }
    )* };
}
integer_steps! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

// Chars count through Unicode without the surrogates.
impl Step for char {
    fn steps_between(start: &char, end: &char) -> (usize, Option<usize>) {
        let (a, b) = (*start as u32, *end as u32);
        if a > b {
            return (0, None);
        }
        let gap = if a < 0xD800 && b > 0xDFFF { 0x800 } else { 0 };
        let steps = (b - a - gap) as usize;
        (steps, Some(steps))
    }
    fn forward_checked(start: char, count: usize) -> Option<char> {
        let a = start as u32;
        let mut code = a.checked_add(u32::try_from(count).ok()?)?;
        if a < 0xD800 && code >= 0xD800 {
            code = code.checked_add(0x800)?;
        }
        char::from_u32(code)
    }
    fn backward_checked(start: char, count: usize) -> Option<char> {
        let a = start as u32;
        let mut code = a.checked_sub(u32::try_from(count).ok()?)?;
        if a > 0xDFFF && code <= 0xDFFF {
            code = code.checked_sub(0x800)?;
        }
        char::from_u32(code)
    }
}

impl<A: Step> Iterator for Range<A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        Step::advance(&mut self.start, &self.end)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.start < self.end { Step::steps_between(&self.start, &self.end) } else { (0, Some(0)) }
    }

    fn count(self) -> usize {
        self.size_hint().0
    }

    fn nth(&mut self, n: usize) -> Option<A> {
        if let Some(there) = Step::forward_checked(self.start.clone(), n) {
            if there < self.end {
                self.start = Step::forward(there.clone());
                return Some(there);
            }
        }
        self.start = self.end.clone();
        None
    }

    fn last(mut self) -> Option<A> {
        self.next_back()
    }

    fn min(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next()
    }

    fn max(mut self) -> Option<A>
    where
        A: Ord,
    {
        self.next_back()
    }
}
impl<A: Step> DoubleEndedIterator for Range<A> {
    fn next_back(&mut self) -> Option<A> {
        Step::retreat(&self.start, &mut self.end)
    }
}
impl<A: Step> FusedIterator for Range<A> {}

macro_rules! exact_ranges {
    ($($t:ty)*) => { $( impl ExactSizeIterator for Range<$t> {} )* };
}
exact_ranges! { i8 i16 i32 isize u8 u16 u32 usize }

macro_rules! exact_inclusive {
    ($($t:ty)*) => { $( impl ExactSizeIterator for RangeInclusive<$t> {} )* };
}
exact_inclusive! { i8 i16 u8 u16 }

impl<A: Step> Iterator for RangeFrom<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        let next = Step::forward(self.start.clone());
        Some(crate::mem::replace(&mut self.start, next))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (usize::MAX, None)
    }
    fn nth(&mut self, n: usize) -> Option<A> {
        match Step::forward_checked(self.start.clone(), n) {
            Some(there) => {
                self.start = Step::forward(there.clone());
                Some(there)
            }
            None => overflow(),
        }
    }
}
impl<A: Step> FusedIterator for RangeFrom<A> {}

impl<A: Step> Iterator for RangeInclusive<A> {
    type Item = A;

    fn next(&mut self) -> Option<A> {
        if self.exhausted {
            return None;
        }
        match Step::advance(&mut self.start, &self.end) {
            None if self.start == self.end => {
                self.exhausted = true;
                Some(self.start.clone())
            }
            item => item,
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_empty() {
            return (0, Some(0));
        }
        let (low, high) = Step::steps_between(&self.start, &self.end);
        (low.saturating_add(1), high.and_then(|steps| steps.checked_add(1)))
    }

    fn count(self) -> usize {
        self.size_hint().0
    }

    fn nth(&mut self, n: usize) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        if let Some(there) = Step::forward_checked(self.start.clone(), n) {
            if there < self.end {
                self.start = Step::forward(there.clone());
                return Some(there);
            }
            if there == self.end {
                self.start = there.clone();
                self.exhausted = true;
                return Some(there);
            }
        }
        self.start = self.end.clone();
        self.exhausted = true;
        None
    }

    fn last(mut self) -> Option<A> {
        self.next_back()
    }
}
impl<A: Step> DoubleEndedIterator for RangeInclusive<A> {
    fn next_back(&mut self) -> Option<A> {
        if self.is_empty() {
            return None;
        }
        let item = self.end.clone();
        if Step::retreat(&self.start, &mut self.end).is_none() {
            self.exhausted = true;
        }
        Some(item)
    }
}
impl<A: Step> FusedIterator for RangeInclusive<A> {}

#[lockstep::place = "core/src/iter/range.rs:434:1"]
fn overflow() -> ! {
    crate::rt::panic("attempt to add with overflow")
}
