// Iterators of set operations, for both kinds of sets: each goes over one set and asks the other.

/// What the operations need of a set.
pub trait Lookup<T> {
    fn has(&self, value: &T) -> bool;
}

macro_rules! filters {
    ($($(#[$doc:meta])* $Name:ident keeps $keep:literal;)*) => { $(
        $(#[$doc])*
        pub struct $Name<'a, I, L> {
            iter: I,
            other: &'a L,
        }

        impl<'a, I, L> $Name<'a, I, L> {
            pub(super) fn new(iter: I, other: &'a L) -> Self {
                $Name { iter, other }
            }
        }
        impl<'a, T: 'a, I: Iterator<Item = &'a T>, L: Lookup<T>> Iterator for $Name<'a, I, L> {
            type Item = &'a T;
            fn next(&mut self) -> Option<&'a T> {
                while let Some(value) = self.iter.next() {
                    if self.other.has(value) == $keep {
                        return Some(value);
                    }
                }
                None
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                (0, self.iter.size_hint().1)
            }
        }
        impl<'a, I: Clone, L> Clone for $Name<'a, I, L> {
            fn clone(&self) -> Self {
                $Name { iter: self.iter.clone(), other: self.other }
            }
        }
    )* };
}
filters! {
    /// Values that are in both sets.
    Both keeps true;
    /// Values of the first set that are not in the second.
    OnlyFirst keeps false;
}
