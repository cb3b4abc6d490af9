// Taking a range out of a text.

use super::String;
use crate::fmt;
use crate::ops::Drop;
use crate::str::Chars;

/// Gives the chars of a range that leaves its text. Dropping it closes the gap.
pub struct Drain<'a> {
    string: *mut String,
    start: usize,
    end: usize,
    iter: Chars<'a>,
}

unsafe impl Send for Drain<'_> {}
unsafe impl Sync for Drain<'_> {}

impl<'a> Drain<'a> {
    pub(super) fn new(string: &'a mut String, start: usize, end: usize) -> Self {
        let string: *mut String = string;
        let iter = unsafe { &*string }[start..end].chars();
        Drain { string, start, end, iter }
    }

    pub fn as_str(&self) -> &str {
        self.iter.as_str()
    }
}
impl Drop for Drain<'_> {
    fn drop(&mut self) {
        unsafe { (*self.string).close_gap(self.start, self.end) }
    }
}
impl Iterator for Drain<'_> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        self.iter.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}
impl DoubleEndedIterator for Drain<'_> {
    fn next_back(&mut self) -> Option<char> {
        self.iter.next_back()
    }
}
impl fmt::Debug for Drain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Drain").field(&self.as_str()).finish()
    }
}
