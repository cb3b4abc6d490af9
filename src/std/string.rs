// `String`: UTF-8 text that grows. Trait implementations are in string/traits.rs, conversions in string/convert.rs.

mod convert;
mod drain;
mod traits;

pub use self::convert::{FromUtf8Error, FromUtf16Error, ParseError, ToString};
pub use self::drain::Drain;

use crate::collections::TryReserveError;
use crate::mem;
use crate::ops::RangeBounds;
use crate::ptr;
use crate::rt;
use crate::slice::index::bounds_of;
use crate::str::pattern::Pattern;
use crate::str::{from_utf8_unchecked, from_utf8_unchecked_mut};

/// Text on the heap that can grow and change. Its bytes are always UTF-8.
#[lang = "String"]
#[lockstep::render = "str"]
#[lockstep::sample = "String::from(\"a\")"]
pub struct String {
    vec: Vec<u8>,
}

impl String {
    /// An empty text. Nothing is allocated yet.
    pub const fn new() -> String {
        String { vec: Vec::new() }
    }

    /// An empty text with room for so many bytes.
    pub fn with_capacity(capacity: usize) -> String {
        String { vec: Vec::with_capacity(capacity) }
    }

    /// Takes bytes over as text, if they are UTF-8.
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        match crate::str::from_utf8(&vec) {
            Ok(_) => Ok(String { vec }),
            Err(error) => Err(FromUtf8Error::new(vec, error)),
        }
    }

    pub unsafe fn from_utf8_unchecked(bytes: Vec<u8>) -> String {
        String { vec: bytes }
    }

    pub unsafe fn from_raw_parts(buf: *mut u8, length: usize, capacity: usize) -> String {
        String { vec: unsafe { Vec::from_raw_parts(buf, length, capacity) } }
    }

    /// Gives the memory up: where it is, the length and the capacity.
    pub fn into_raw_parts(self) -> (*mut u8, usize, usize) {
        self.vec.into_raw_parts()
    }

    /// The bytes of the text.
    pub const fn into_bytes(self) -> Vec<u8> {
        self.vec
    }

    /// The bytes of the text.
    pub const fn as_bytes(&self) -> &[u8] {
        self.vec.as_slice()
    }

    /// The whole text.
    pub const fn as_str(&self) -> &str {
        unsafe { from_utf8_unchecked(self.vec.as_slice()) }
    }

    /// The whole text, to be changed in place.
    pub const fn as_mut_str(&mut self) -> &mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.as_mut_slice()) }
    }

    pub const unsafe fn as_mut_vec(&mut self) -> &mut Vec<u8> {
        &mut self.vec
    }

    /// Adds text at the end.
    pub fn push_str(&mut self, string: &str) {
        let (len, added) = (self.vec.len(), string.len());
        self.vec.reserve(added);
        unsafe {
            ptr::copy(string.as_ptr(), self.vec.as_mut_ptr().add(len), added);
            self.vec.set_len(len + added);
        }
    }

    /// Adds a char at the end.
    pub fn push(&mut self, ch: char) {
        if ch.is_ascii() {
            self.vec.push(ch as u8);
        } else {
            self.push_str(ch.encode_utf8(&mut [0; 4]));
        }
    }

    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn extend_from_within<R: RangeBounds<usize>>(&mut self, src: R) {
        let range = bounds_of(&src, self.len());
        let copy = String::from(&self[range]);
        self.push_str(&copy);
    }

    /// For how many bytes there is room without allocating again.
    pub const fn capacity(&self) -> usize {
        self.vec.capacity()
    }

    /// Makes room for at least so many more bytes.
    pub fn reserve(&mut self, additional: usize) {
        self.vec.reserve(additional)
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.vec.try_reserve(additional)
    }

    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), TryReserveError> {
        self.vec.try_reserve_exact(additional)
    }

    pub fn reserve_exact(&mut self, additional: usize) {
        self.vec.reserve_exact(additional)
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        self.vec.shrink_to(min_capacity)
    }

    /// Gives unused room back.
    pub fn shrink_to_fit(&mut self) {
        self.vec.shrink_to_fit()
    }

    /// How many bytes there are.
    pub const fn len(&self) -> usize {
        self.vec.len()
    }

    /// Whether there is no text.
    pub const fn is_empty(&self) -> bool {
        self.vec.len() == 0
    }

    /// Cuts off from byte `new_len` on.
    pub fn truncate(&mut self, new_len: usize) {
        if new_len <= self.len() {
            assert!(self.is_char_boundary(new_len));
            self.vec.truncate(new_len)
        }
    }

    /// Takes all text out, keeps the room.
    pub fn clear(&mut self) {
        self.vec.clear()
    }

    /// Takes the last char off.
    pub fn pop(&mut self) -> Option<char> {
        let c = self.chars().next_back()?;
        let rest = self.len() - c.len_utf8();
        unsafe { self.vec.set_len(rest) };
        Some(c)
    }

    /// Takes the char at byte `idx` out.
    pub fn remove(&mut self, idx: usize) -> char {
        let c = match self[idx..].chars().next() {
            Some(c) => c,
            None => rt::panic("cannot remove a char from the end of a string"),
        };
        self.close_gap(idx, idx + c.len_utf8());
        c
    }

    fn close_gap(&mut self, start: usize, end: usize) {
        let len = self.len();
        unsafe {
            let base = self.vec.as_mut_ptr();
            ptr::copy(base.add(end), base.add(start), len - end);
            self.vec.set_len(len - (end - start));
        }
    }

    /// Keeps the chars that pass the test.
    pub fn retain<F: FnMut(char) -> bool>(&mut self, mut f: F) {
        let old = mem::take(self);
        self.reserve(old.len());
        for c in old.chars() {
            if f(c) {
                self.push(c);
            }
        }
    }

    /// Puts a char in at byte `idx`.
    pub fn insert(&mut self, idx: usize, ch: char) {
        assert!(self.is_char_boundary(idx));
        self.insert_bytes(idx, ch.encode_utf8(&mut [0; 4]));
    }

    /// Puts text in at byte `idx`.
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        assert!(self.is_char_boundary(idx));
        self.insert_bytes(idx, string);
    }

    fn insert_bytes(&mut self, idx: usize, string: &str) {
        let (len, added) = (self.len(), string.len());
        self.vec.reserve(added);
        unsafe {
            let place = self.vec.as_mut_ptr().add(idx);
            ptr::copy(place, place.add(added), len - idx);
            ptr::copy(string.as_ptr(), place, added);
            self.vec.set_len(len + added);
        }
    }

    /// Cuts the text in two at byte `at`; the second part is given back.
    pub fn split_off(&mut self, at: usize) -> String {
        assert!(self.is_char_boundary(at));
        String { vec: self.vec.split_off(at) }
    }

    /// Takes a range out, as an iterator over its chars.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> Drain<'_> {
        let range = bounds_of(&range, self.len());
        let (start, end) = (range.start, range.end);
        assert!(self.is_char_boundary(start));
        assert!(self.is_char_boundary(end));
        Drain::new(self, start, end)
    }

    /// Replaces a range of bytes by other text.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn replace_range<R: RangeBounds<usize>>(&mut self, range: R, replace_with: &str) {
        let range = bounds_of(&range, self.len());
        if !self.is_char_boundary(range.start) {
            rt::panic("start of range should be a character boundary");
        }
        if !self.is_char_boundary(range.end) {
            rt::panic("end of range should be a character boundary");
        }
        self.close_gap(range.start, range.end);
        self.insert_bytes(range.start, replace_with);
    }

    pub fn remove_matches<P: Pattern>(&mut self, pat: P) {
        *self = self.replace(pat, "");
    }

    /// The text in a box of its own size.
    pub fn into_boxed_str(self) -> Box<str> {
        let bytes = self.vec.into_boxed_slice();
        unsafe { Box::from_raw(Box::into_raw(bytes) as *mut str) }
    }

    /// Gives the text up for ever, in exchange for a reference that never ends.
    pub fn leak<'a>(self) -> &'a mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.leak()) }
    }

    /// Text out of bytes, with every bad sequence replaced.
    pub fn from_utf8_lossy(v: &[u8]) -> crate::borrow::Cow<'_, str> {
        convert::from_utf8_lossy(v)
    }

    pub fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {
        convert::from_utf16(v)
    }

    pub fn from_utf16_lossy(v: &[u16]) -> String {
        convert::from_utf16_lossy(v)
    }
}
