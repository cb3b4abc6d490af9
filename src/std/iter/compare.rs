// Comparing two iterators item by item.

use crate::cmp::Ordering::{self, Equal, Greater, Less};

pub fn total<T: Ord>(mut a: impl Iterator<Item = T>, mut b: impl Iterator<Item = T>) -> Ordering {
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Equal,
            (None, Some(_)) => return Less,
            (Some(_), None) => return Greater,
            (Some(x), Some(y)) => match x.cmp(&y) {
                Equal => {}
                decided => return decided,
            },
        }
    }
}

pub fn partial<T: PartialOrd<U>, U>(mut a: impl Iterator<Item = T>, mut b: impl Iterator<Item = U>) -> Option<Ordering> {
    loop {
        match (a.next(), b.next()) {
            (None, None) => return Some(Equal),
            (None, Some(_)) => return Some(Less),
            (Some(_), None) => return Some(Greater),
            (Some(x), Some(y)) => match x.partial_cmp(&y) {
                Some(Equal) => {}
                decided => return decided,
            },
        }
    }
}

pub fn equal<T: PartialEq<U>, U>(mut a: impl Iterator<Item = T>, mut b: impl Iterator<Item = U>) -> bool {
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(x), Some(y)) if x == y => {}
            _ => return false,
        }
    }
}
