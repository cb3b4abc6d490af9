// Iterators that also go backwards, and iterators that know their length.

use crate::ops::Try;

/// An iterator that also gives items from its end.
pub trait DoubleEndedIterator: Iterator {
    /// The last item that is left, or `None`.
    fn next_back(&mut self) -> Option<Self::Item>;

    /// The item `n` places before the end.
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        let mut skip = n;
        while skip > 0 {
            self.next_back()?;
            skip -= 1;
        }
        self.next_back()
    }

    fn try_rfold<B, F: FnMut(B, Self::Item) -> R, R: Try<Output = B>>(&mut self, init: B, mut f: F) -> R
    where
        Self: Sized,
    {
        let mut accum = init;
        while let Some(item) = self.next_back() {
            accum = f(accum, item)?;
        }
        R::from_output(accum)
    }

    /// As `fold`, from the end.
    fn rfold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut f: F) -> B
    where
        Self: Sized,
    {
        let mut accum = init;
        while let Some(item) = self.next_back() {
            accum = f(accum, item);
        }
        accum
    }

    /// The last item that passes the test.
    fn rfind<P: FnMut(&Self::Item) -> bool>(&mut self, mut predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
    {
        while let Some(item) = self.next_back() {
            if predicate(&item) {
                return Some(item);
            }
        }
        None
    }
}

impl<I: DoubleEndedIterator + ?Sized> DoubleEndedIterator for &mut I {
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }
}

/// An iterator that knows how many items are left.
pub trait ExactSizeIterator: Iterator {
    /// How many items are left.
    fn len(&self) -> usize {
        self.size_hint().0
    }

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<I: ExactSizeIterator + ?Sized> ExactSizeIterator for &mut I {
    fn len(&self) -> usize {
        (**self).len()
    }
}
