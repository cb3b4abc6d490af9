// Turning things into iterators and iterators into things.

/// What a `for` loop can go over.
#[lockstep::unimplemented = "`{Self}` is not an iterator"]
#[lockstep::unimplemented_label = "`{Self}` is not an iterator"]
#[lockstep::array_methods_since = "2021"]
#[lockstep::boxed_slice_methods_since = "2024"]
#[lockstep::sample = "vec![1, 2, 3]"]
pub trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;

    /// An iterator over the items.
    #[lang = "into_iter"]
    #[lockstep::items = "same"]
    fn into_iter(self) -> Self::IntoIter;
}

impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;
    fn into_iter(self) -> I {
        self
    }
}

/// Types that `collect` can make.
#[lockstep::unimplemented = "a value of type `{Self}` cannot be built from an iterator over elements of type `{A}`"]
#[lockstep::unimplemented_label = "value of type `{Self}` cannot be built from `std::iter::Iterator<Item={A}>`"]
pub trait FromIterator<A>: Sized {
    /// Makes the collection out of the items.
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}

/// Collections that can take in the items of an iterator.
pub trait Extend<A> {
    /// Takes in all items.
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
}

/// Iterators that go on giving `None` once they did.
pub trait FusedIterator: Iterator {}

impl<I: FusedIterator + ?Sized> FusedIterator for &mut I {}

impl FromIterator<()> for () {
    fn from_iter<I: IntoIterator<Item = ()>>(iter: I) -> () {
        iter.into_iter().for_each(|()| {})
    }
}
impl Extend<()> for () {
    fn extend<T: IntoIterator<Item = ()>>(&mut self, iter: T) {
        iter.into_iter().for_each(drop)
    }
}
impl<A, B, ExtendA: Extend<A>, ExtendB: Extend<B>> Extend<(A, B)> for (ExtendA, ExtendB) {
    fn extend<T: IntoIterator<Item = (A, B)>>(&mut self, iter: T) {
        for (a, b) in iter {
            self.0.extend(Some(a));
            self.1.extend(Some(b));
        }
    }
}
impl<A, B, FromA: Default + Extend<A>, FromB: Default + Extend<B>> FromIterator<(A, B)> for (FromA, FromB) {
    fn from_iter<I: IntoIterator<Item = (A, B)>>(iter: I) -> Self {
        iter.into_iter().unzip()
    }
}
