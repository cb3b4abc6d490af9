// `str`: UTF-8 text, borrowed.
//
// Split by subject: str/search.rs (find, split, trim with patterns), str/pattern.rs (what a pattern is), str/iter.rs
// (chars, bytes, lines), str/split.rs (iterators of splitting), str/index.rs (ranges), str/traits.rs, str/utf8.rs.

mod escape;
mod index;
mod iter;
pub mod pattern;
mod search;
mod split;
mod traits;
mod utf8;

pub use self::escape::{EscapeDebug, EscapeDefault, EscapeUnicode};
pub use self::iter::{Bytes, CharIndices, Chars, EncodeUtf16, Lines, SplitAsciiWhitespace, SplitWhitespace};
pub use self::split::{
    MatchIndices, Matches, RMatches, RMatchIndices, RSplit, RSplitN, RSplitTerminator, Split, SplitInclusive, SplitN, SplitTerminator,
};
pub use self::traits::{FromStr, ParseBoolError};
pub use self::utf8::{Utf8Error, from_utf8, from_utf8_mut, from_utf8_unchecked, from_utf8_unchecked_mut};

use crate::intrinsics;
use crate::slice::SliceIndex;

impl str {
    /// How many bytes there are.
    #[lockstep::primitive = "slice.len"]
    pub const fn len(&self) -> usize;

    /// Whether there is no text.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of the text.
    pub const fn as_bytes(&self) -> &[u8] {
        unsafe { &*(self as *const str as *const [u8]) }
    }

    pub const unsafe fn as_bytes_mut(&mut self) -> &mut [u8] {
        unsafe { &mut *(self as *mut str as *mut [u8]) }
    }

    /// A raw pointer to the first byte.
    pub const fn as_ptr(&self) -> *const u8 {
        self as *const str as *const u8
    }

    pub const fn as_mut_ptr(&mut self) -> *mut u8 {
        self as *mut str as *mut u8
    }

    /// Whether a char begins (or the text ends) at this byte.
    pub const fn is_char_boundary(&self, index: usize) -> bool {
        let len = self.len();
        if index == 0 || index >= len {
            return index == 0 || index == len;
        }
        !utf8::is_continuation(self.as_bytes()[index])
    }

    pub const fn floor_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !self.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    pub const fn ceil_char_boundary(&self, index: usize) -> usize {
        if index >= self.len() {
            return self.len();
        }
        let mut at = index;
        while !self.is_char_boundary(at) {
            at += 1;
        }
        at
    }

    /// The part at a range, if both ends are at chars.
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }

    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output> {
        i.get_mut(self)
    }

    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output {
        i.index(self)
    }

    pub unsafe fn get_unchecked_mut<I: SliceIndex<str>>(&mut self, i: I) -> &mut I::Output {
        i.index_mut(self)
    }

    /// Bytes as text, if they are UTF-8.
    pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
        from_utf8(v)
    }

    pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
        from_utf8_mut(v)
    }

    pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
        unsafe { from_utf8_unchecked(v) }
    }

    pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
        unsafe { from_utf8_unchecked_mut(v) }
    }

    /// The parts before and from byte `mid`.
    #[lockstep::place = "core/src/str/mod.rs:849:21"]
    pub const fn split_at(&self, mid: usize) -> (&str, &str) {
        (&self[..mid], &self[mid..])
    }

    /// The parts before and from byte `mid`, if a char begins there.
    pub const fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)> {
        if self.is_char_boundary(mid) { Some((&self[..mid], &self[mid..])) } else { None }
    }

    pub const fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)> {
        if self.is_char_boundary(mid) { Some(self.split_at_mut(mid)) } else { None }
    }

    pub const fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str) {
        if !self.is_char_boundary(mid) {
            index::fail(self, 0, mid, mid);
        }
        let (a, b) = unsafe { self.as_bytes_mut() }.split_at_mut(mid);
        unsafe { (from_utf8_unchecked_mut(a), from_utf8_unchecked_mut(b)) }
    }

    /// The chars of the text.
    pub fn chars(&self) -> Chars<'_> {
        Chars::new(self)
    }

    /// The chars with the byte where each begins.
    pub fn char_indices(&self) -> CharIndices<'_> {
        CharIndices::new(self)
    }

    /// The bytes of the text.
    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::new(self)
    }

    /// The words between white space.
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        SplitWhitespace::new(self)
    }

    /// The words between ASCII white space.
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        SplitAsciiWhitespace::new(self)
    }

    /// The lines, without their ends.
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(self)
    }

    /// The UTF-16 units of the text.
    pub fn encode_utf16(&self) -> EncodeUtf16<'_> {
        EncodeUtf16::new(self)
    }

    /// Whether all chars are ASCII.
    pub const fn is_ascii(&self) -> bool {
        self.as_bytes().is_ascii()
    }

    /// Whether the texts are equal but for the case of ASCII letters.
    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        self.as_bytes().eq_ignore_ascii_case(other.as_bytes())
    }

    pub const fn make_ascii_uppercase(&mut self) {
        unsafe { self.as_bytes_mut() }.make_ascii_uppercase()
    }

    pub const fn make_ascii_lowercase(&mut self) {
        unsafe { self.as_bytes_mut() }.make_ascii_lowercase()
    }

    /// The text with ASCII letters in upper case.
    pub fn to_ascii_uppercase(&self) -> String {
        unsafe { String::from_utf8_unchecked(self.as_bytes().to_ascii_uppercase()) }
    }

    /// The text with ASCII letters in lower case.
    pub fn to_ascii_lowercase(&self) -> String {
        unsafe { String::from_utf8_unchecked(self.as_bytes().to_ascii_lowercase()) }
    }

    /// The text in lower case.
    pub fn to_lowercase(&self) -> String {
        unsafe { Box::from_raw(intrinsics::str_to_lowercase(self) as *mut str) }.into_string()
    }

    /// The text in upper case.
    pub fn to_uppercase(&self) -> String {
        unsafe { Box::from_raw(intrinsics::str_to_uppercase(self) as *mut str) }.into_string()
    }

    /// The text `n` times over.
    #[lockstep::place = "alloc/src/slice.rs:523:50"]
    pub fn repeat(&self, n: usize) -> String {
        if self.len().checked_mul(n).is_none() {
            crate::rt::panic_display("capacity overflow");
        }
        let mut text = String::with_capacity(self.len() * n);
        for _ in 0..n {
            text.push_str(self);
        }
        text
    }

    /// Reads a value out of the text: a number, a char, `true`, or whatever implements `FromStr`.
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        FromStr::from_str(self)
    }

    pub fn into_boxed_bytes(self: Box<str>) -> Box<[u8]> {
        unsafe { Box::from_raw(Box::into_raw(self) as *mut [u8]) }
    }

    /// The text as a `String`, without copying.
    pub fn into_string(self: Box<str>) -> String {
        unsafe { String::from_utf8_unchecked(self.into_boxed_bytes().into_vec()) }
    }

    /// The text with the escapes of `{:?}`.
    pub fn escape_debug(&self) -> EscapeDebug<'_> {
        EscapeDebug::new(self)
    }

    pub fn escape_default(&self) -> EscapeDefault<'_> {
        EscapeDefault::new(self)
    }

    pub fn escape_unicode(&self) -> EscapeUnicode<'_> {
        EscapeUnicode::new(self)
    }
}
