// Iterators of iterators.

use super::{FusedIterator, Map};

/// Made by `Iterator::flatten`: the outer iterator, and the inner ones that are begun at the front and at the back.
pub struct Flatten<I: Iterator<Item: IntoIterator>> {
    iter: Option<I>,
    front: Option<<I::Item as IntoIterator>::IntoIter>,
    back: Option<<I::Item as IntoIterator>::IntoIter>,
}

impl<I: Iterator<Item: IntoIterator>> Flatten<I> {
    pub(super) fn new(iter: I) -> Self {
        Flatten { iter: Some(iter), front: None, back: None }
    }
}

impl<I: Iterator<Item: IntoIterator>> Iterator for Flatten<I> {
    type Item = <I::Item as IntoIterator>::Item;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(inner) = &mut self.front {
                match inner.next() {
                    None => self.front = None,
                    item => return item,
                }
            }
            let outer = match &mut self.iter {
                Some(iter) => iter.next(),
                None => None,
            };
            match outer {
                Some(inner) => self.front = Some(inner.into_iter()),
                None => {
                    self.iter = None;
                    let inner = self.back.as_mut()?;
                    let item = inner.next();
                    if item.is_none() {
                        self.back = None;
                    }
                    return item;
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (front_low, front_high) = match &self.front {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let (back_low, back_high) = match &self.back {
            Some(inner) => inner.size_hint(),
            None => (0, Some(0)),
        };
        let outer_done = match &self.iter {
            Some(iter) => iter.size_hint() == (0, Some(0)),
            None => true,
        };
        let high = match (outer_done, front_high, back_high) {
            (true, Some(a), Some(b)) => a.checked_add(b),
            _ => None,
        };
        (front_low.saturating_add(back_low), high)
    }
}
impl<I> DoubleEndedIterator for Flatten<I>
where
    I: DoubleEndedIterator<Item: IntoIterator>,
    <I::Item as IntoIterator>::IntoIter: DoubleEndedIterator,
{
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(inner) = &mut self.back {
                match inner.next_back() {
                    None => self.back = None,
                    item => return item,
                }
            }
            let outer = match &mut self.iter {
                Some(iter) => iter.next_back(),
                None => None,
            };
            match outer {
                Some(inner) => self.back = Some(inner.into_iter()),
                None => {
                    self.iter = None;
                    let inner = self.front.as_mut()?;
                    let item = inner.next_back();
                    if item.is_none() {
                        self.front = None;
                    }
                    return item;
                }
            }
        }
    }
}
impl<I: Iterator<Item: IntoIterator>> FusedIterator for Flatten<I> {}
impl<I> Clone for Flatten<I>
where
    I: Clone + Iterator<Item: IntoIterator>,
    <I::Item as IntoIterator>::IntoIter: Clone,
{
    fn clone(&self) -> Self {
        Flatten { iter: self.iter.clone(), front: self.front.clone(), back: self.back.clone() }
    }
}

/// Made by `Iterator::flat_map`.
pub struct FlatMap<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> {
    inner: Flatten<Map<I, F>>,
}

impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> FlatMap<I, U, F> {
    pub(super) fn new(iter: I, f: F) -> Self {
        FlatMap { inner: Flatten::new(Map::new(iter, f)) }
    }
}
impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> Iterator for FlatMap<I, U, F> {
    type Item = U::Item;
    fn next(&mut self) -> Option<U::Item> {
        self.inner.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}
impl<I: DoubleEndedIterator, U: IntoIterator<IntoIter: DoubleEndedIterator>, F: FnMut(I::Item) -> U> DoubleEndedIterator for FlatMap<I, U, F> {
    fn next_back(&mut self) -> Option<U::Item> {
        self.inner.next_back()
    }
}
impl<I: Iterator, U: IntoIterator, F: FnMut(I::Item) -> U> FusedIterator for FlatMap<I, U, F> {}
impl<I: Iterator + Clone, U: IntoIterator<IntoIter: Clone>, F: FnMut(I::Item) -> U + Clone> Clone for FlatMap<I, U, F> {
    fn clone(&self) -> Self {
        FlatMap { inner: self.inner.clone() }
    }
}
impl<I: Default + Iterator<Item: IntoIterator>> Default for Flatten<I> {
    fn default() -> Self {
        Flatten::new(I::default())
    }
}
