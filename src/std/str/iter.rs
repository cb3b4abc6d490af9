// Iterators over the chars, bytes, words and lines of a text.

use super::utf8::{decode, is_continuation};
use crate::fmt;
use crate::iter::FusedIterator;
use crate::marker::PhantomData;
use crate::slice;

/// Gives the chars of a text: a pointer to the next one and how many bytes are left.
#[derive(Clone)]
pub struct Chars<'a> {
    ptr: *const u8,
    left: usize,
    marker: PhantomData<&'a str>,
}

unsafe impl Send for Chars<'_> {}
unsafe impl Sync for Chars<'_> {}

impl<'a> Chars<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Chars { ptr: text.as_ptr(), left: text.len(), marker: PhantomData }
    }

    /// What is left.
    pub fn as_str(&self) -> &'a str {
        unsafe { super::from_utf8_unchecked(slice::from_raw_parts(self.ptr, self.left)) }
    }
}

impl<'a> Iterator for Chars<'a> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.left == 0 {
            return None;
        }
        let (c, len) = decode(self.ptr);
        self.ptr = unsafe { self.ptr.add(len) };
        self.left -= len;
        Some(c)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        ((self.left + 3) / 4, Some(self.left))
    }

    fn count(self) -> usize {
        crate::intrinsics::str_count_chars(self.as_str())
    }

    fn last(mut self) -> Option<char> {
        self.next_back()
    }
}
impl<'a> DoubleEndedIterator for Chars<'a> {
    fn next_back(&mut self) -> Option<char> {
        if self.left == 0 {
            return None;
        }
        let mut at = self.left - 1;
        unsafe {
            while is_continuation(*self.ptr.add(at)) {
                at -= 1;
            }
            self.left = at;
            Some(decode(self.ptr.add(at)).0)
        }
    }
}
impl FusedIterator for Chars<'_> {}
impl fmt::Debug for Chars<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chars(")?;
        f.debug_list().entries(self.clone()).finish()?;
        f.write_str(")")
    }
}

/// Gives the chars with the byte where each begins.
#[derive(Clone, Debug)]
pub struct CharIndices<'a> {
    front: usize,
    iter: Chars<'a>,
}

impl<'a> CharIndices<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        CharIndices { front: 0, iter: text.chars() }
    }

    pub fn as_str(&self) -> &'a str {
        self.iter.as_str()
    }

    pub fn offset(&self) -> usize {
        self.front
    }
}
impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);
    fn next(&mut self) -> Option<(usize, char)> {
        let before = self.iter.left;
        let c = self.iter.next()?;
        let at = self.front;
        self.front = at + (before - self.iter.left);
        Some((at, c))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.iter.size_hint()
    }
}
impl<'a> DoubleEndedIterator for CharIndices<'a> {
    fn next_back(&mut self) -> Option<(usize, char)> {
        let c = self.iter.next_back()?;
        Some((self.front + self.iter.left, c))
    }
}
impl FusedIterator for CharIndices<'_> {}

/// Gives the bytes of a text.
#[derive(Clone, Debug)]
pub struct Bytes<'a>(slice::Iter<'a, u8>);

impl<'a> Bytes<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Bytes(text.as_bytes().iter())
    }
}
impl Iterator for Bytes<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        self.0.next().copied()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
    fn nth(&mut self, n: usize) -> Option<u8> {
        self.0.nth(n).copied()
    }
}
impl DoubleEndedIterator for Bytes<'_> {
    fn next_back(&mut self) -> Option<u8> {
        self.0.next_back().copied()
    }
}
impl ExactSizeIterator for Bytes<'_> {}
impl FusedIterator for Bytes<'_> {}

macro_rules! words {
    ($($(#[$doc:meta])* $Name:ident $test:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name<'a> {
            rest: &'a str,
        }

        impl<'a> $Name<'a> {
            pub(super) fn new(text: &'a str) -> Self {
                $Name { rest: text }
            }
        }
        impl<'a> Iterator for $Name<'a> {
            type Item = &'a str;
            fn next(&mut self) -> Option<&'a str> {
                let rest = self.rest.trim_start_matches(|c: char| c.$test());
                if rest.is_empty() {
                    self.rest = rest;
                    return None;
                }
                let end = rest.find(|c: char| c.$test()).unwrap_or(rest.len());
                self.rest = &rest[end..];
                Some(&rest[..end])
            }
        }
        impl<'a> DoubleEndedIterator for $Name<'a> {
            fn next_back(&mut self) -> Option<&'a str> {
                let rest = self.rest.trim_end_matches(|c: char| c.$test());
                if rest.is_empty() {
                    self.rest = rest;
                    return None;
                }
                let word = rest.trim_end_matches(|c: char| !c.$test());
                self.rest = word;
                Some(&rest[word.len()..])
            }
        }
        impl FusedIterator for $Name<'_> {}
    )* };
}
words! {
    /// Gives the words between white space.
    SplitWhitespace is_whitespace;
    /// Gives the words between ASCII white space.
    SplitAsciiWhitespace is_ascii_whitespace;
}

/// Gives the lines of a text; `\n` and `\r\n` end a line, and the last one need not end.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    rest: &'a str,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lines { rest: text }
    }
}

fn without_end(line: &str) -> &str {
    match line.strip_suffix('\n') {
        Some(line) => line.strip_suffix('\r').unwrap_or(line),
        None => line,
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = match self.rest.find('\n') {
            Some(at) => at + 1,
            None => self.rest.len(),
        };
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(without_end(line))
    }
}
impl<'a> DoubleEndedIterator for Lines<'a> {
    fn next_back(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let body = self.rest.strip_suffix('\n').unwrap_or(self.rest);
        let start = match body.rfind('\n') {
            Some(at) => at + 1,
            None => 0,
        };
        let (rest, line) = self.rest.split_at(start);
        self.rest = rest;
        Some(without_end(line))
    }
}
impl FusedIterator for Lines<'_> {}

/// Gives the UTF-16 units of a text.
#[derive(Clone)]
pub struct EncodeUtf16<'a> {
    chars: Chars<'a>,
    /// Second half of a pair; 0 for none.
    extra: u16,
}

impl<'a> EncodeUtf16<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        EncodeUtf16 { chars: text.chars(), extra: 0 }
    }
}
impl Iterator for EncodeUtf16<'_> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        if self.extra != 0 {
            return Some(crate::mem::replace(&mut self.extra, 0));
        }
        let mut units = [0; 2];
        let c = self.chars.next()?;
        if c.encode_utf16(&mut units).len() == 2 {
            self.extra = units[1];
        }
        Some(units[0])
    }
}
