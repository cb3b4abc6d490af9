// Ranges seen by their two ends.

use super::range::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

/// One end of a range.
#[derive(Clone, Copy, Debug, Hash, PartialEq, Eq)]
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}

use Bound::{Excluded, Included, Unbounded};

impl<T> Bound<T> {
    pub fn as_ref(&self) -> Bound<&T> {
        match self {
            Included(x) => Included(x),
            Excluded(x) => Excluded(x),
            Unbounded => Unbounded,
        }
    }

    pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Bound<U> {
        match self {
            Included(x) => Included(f(x)),
            Excluded(x) => Excluded(f(x)),
            Unbounded => Unbounded,
        }
    }
}

impl<T: Clone> Bound<&T> {
    pub fn cloned(self) -> Bound<T> {
        match self {
            Included(x) => Included(x.clone()),
            Excluded(x) => Excluded(x.clone()),
            Unbounded => Unbounded,
        }
    }
}

/// Anything that `..` syntax makes, and pairs of bounds.
pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;

    /// Whether `item` lies between the two ends.
    fn contains<U: ?Sized + PartialOrd<T>>(&self, item: &U) -> bool
    where
        T: PartialOrd<U>,
    {
        let after_start = match self.start_bound() {
            Included(start) => *start <= *item,
            Excluded(start) => *start < *item,
            Unbounded => true,
        };
        after_start
            && match self.end_bound() {
                Included(end) => *item <= *end,
                Excluded(end) => *item < *end,
                Unbounded => true,
            }
    }
}

impl<T: ?Sized> RangeBounds<T> for RangeFull {
    fn start_bound(&self) -> Bound<&T> {
        Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Unbounded
    }
}

macro_rules! bounds {
    ($($ty:ty : $this:ident $start:expr, $end:expr;)*) => { $(
        impl<T> RangeBounds<T> for $ty {
            fn start_bound(&self) -> Bound<&T> {
                let $this = self;
                $start
            }
            fn end_bound(&self) -> Bound<&T> {
                let $this = self;
                $end
            }
        }
    )* };
}
bounds! {
    Range<T>: this Included(&this.start), Excluded(&this.end);
    RangeFrom<T>: this Included(&this.start), { let _ = this; Unbounded };
    RangeTo<T>: this { let _ = this; Unbounded }, Excluded(&this.end);
    RangeInclusive<T>: this Included(&this.start), if this.exhausted { Excluded(&this.end) } else { Included(&this.end) };
    RangeToInclusive<T>: this { let _ = this; Unbounded }, Included(&this.end);
    Range<&T>: this Included(this.start), Excluded(this.end);
    RangeFrom<&T>: this Included(this.start), { let _ = this; Unbounded };
    RangeTo<&T>: this { let _ = this; Unbounded }, Excluded(this.end);
    RangeInclusive<&T>: this Included(this.start), Included(this.end);
    RangeToInclusive<&T>: this { let _ = this; Unbounded }, Included(this.end);
    (Bound<T>, Bound<T>): this this.0.as_ref(), this.1.as_ref();
}

impl<'a, T: ?Sized + 'a> RangeBounds<T> for (Bound<&'a T>, Bound<&'a T>) {
    fn start_bound(&self) -> Bound<&T> {
        self.0
    }
    fn end_bound(&self) -> Bound<&T> {
        self.1
    }
}

/// Ranges that reach one end of what they are used on.
pub trait OneSidedRange<T>: RangeBounds<T> {}
impl<T> OneSidedRange<T> for RangeTo<T> where Self: RangeBounds<T> {}
impl<T> OneSidedRange<T> for RangeFrom<T> where Self: RangeBounds<T> {}
impl<T> OneSidedRange<T> for RangeToInclusive<T> where Self: RangeBounds<T> {}
