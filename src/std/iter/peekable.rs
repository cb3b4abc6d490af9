// Looking at the next item without taking it.

use super::FusedIterator;

/// Made by `Iterator::peekable`. `peeked` is what was looked at: also `Some(None)`, the end.
#[derive(Clone, Debug)]
pub struct Peekable<I: Iterator> {
    iter: I,
    peeked: Option<Option<I::Item>>,
}

impl<I: Iterator> Peekable<I> {
    pub(super) fn new(iter: I) -> Self {
        Peekable { iter, peeked: None }
    }

    /// The item that `next` will give.
    pub fn peek(&mut self) -> Option<&I::Item> {
        let iter = &mut self.iter;
        self.peeked.get_or_insert_with(|| iter.next()).as_ref()
    }

    /// The item that `next` will give, to be changed.
    pub fn peek_mut(&mut self) -> Option<&mut I::Item> {
        let iter = &mut self.iter;
        self.peeked.get_or_insert_with(|| iter.next()).as_mut()
    }

    /// The next item if it passes the test; otherwise it stays.
    pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item> {
        match self.next() {
            Some(item) => {
                if func(&item) {
                    return Some(item);
                }
                self.peeked = Some(Some(item));
                None
            }
            None => {
                self.peeked = Some(None);
                None
            }
        }
    }

    /// What `func` makes of the next item; where it gives the item back, that stays.
    pub fn next_if_map<R>(&mut self, func: impl FnOnce(I::Item) -> Result<R, I::Item>) -> Option<R> {
        match func(self.next()?) {
            Ok(made) => Some(made),
            Err(item) => {
                self.peeked = Some(Some(item));
                None
            }
        }
    }

    /// What `func` makes of the next item; where it makes nothing, the item stays as `func` left it.
    pub fn next_if_map_mut<R>(&mut self, func: impl FnOnce(&mut I::Item) -> Option<R>) -> Option<R> {
        let mut item = self.next()?;
        let made = func(&mut item);
        if made.is_none() {
            self.peeked = Some(Some(item));
        }
        made
    }

    pub fn next_if_eq<T: ?Sized>(&mut self, expected: &T) -> Option<I::Item>
    where
        I::Item: PartialEq<T>,
    {
        self.next_if(|next| *next == *expected)
    }
}

impl<I: Iterator> Iterator for Peekable<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        match self.peeked.take() {
            Some(item) => item,
            None => self.iter.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let peeked = match &self.peeked {
            Some(None) => return (0, Some(0)),
            Some(Some(_)) => 1,
            None => 0,
        };
        let (low, high) = self.iter.size_hint();
        (low.saturating_add(peeked), high.and_then(|high| high.checked_add(peeked)))
    }
}
impl<I: DoubleEndedIterator> DoubleEndedIterator for Peekable<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        match &self.peeked {
            Some(None) => None,
            Some(Some(_)) => match self.iter.next_back() {
                None => self.peeked.take().flatten(),
                item => item,
            },
            None => self.iter.next_back(),
        }
    }
}
impl<I: ExactSizeIterator> ExactSizeIterator for Peekable<I> {}
impl<I: FusedIterator> FusedIterator for Peekable<I> {}
