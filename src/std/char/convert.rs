// Conversions of chars: case, escapes, parsing, errors.

use crate::fmt;
use crate::intrinsics;
use crate::iter::FusedIterator;
use crate::str::FromStr;

pub const fn from_u32(i: u32) -> Option<char> {
    char::from_u32(i)
}

pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
    char::from_digit(num, radix)
}

/// The chars of a short text that was made for them.
#[derive(Clone, Debug)]
struct Made {
    text: String,
    at: usize,
}

impl Made {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }
}

macro_rules! made_chars {
    ($($Name:ident)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Name(Made);

        impl Iterator for $Name {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                self.0.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                let n = self.0.rest().chars().count();
                (n, Some(n))
            }
        }
        impl DoubleEndedIterator for $Name {
            fn next_back(&mut self) -> Option<char> {
                if self.0.rest().is_empty() { None } else { self.0.text.pop() }
            }
        }
        impl ExactSizeIterator for $Name {}
        impl FusedIterator for $Name {}
        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0.rest())
            }
        }
    )* };
}
made_chars! { ToLowercase ToUppercase EscapeDebug }

fn cased(text: *mut [u8]) -> Made {
    Made { text: unsafe { Box::from_raw(text as *mut str) }.into_string(), at: 0 }
}

impl ToLowercase {
    pub(super) fn new(c: char) -> Self {
        ToLowercase(cased(intrinsics::str_to_lowercase(c.encode_utf8(&mut [0; 4]))))
    }
}
impl ToUppercase {
    pub(super) fn new(c: char) -> Self {
        ToUppercase(cased(intrinsics::str_to_uppercase(c.encode_utf8(&mut [0; 4]))))
    }
}
impl EscapeDebug {
    pub(super) fn new(text: String) -> Self {
        EscapeDebug(Made { text, at: 0 })
    }
}

/// Why a number is not a char.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CharTryFromError(pub(crate) ());

impl fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("converted integer out of range for `char`")
    }
}

/// Why a char does not fit into a number type.
#[derive(Debug, Copy, Clone, PartialEq, Eq)]
pub struct TryFromCharError(pub(crate) ());

impl fmt::Display for TryFromCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("unicode code point out of range")
    }
}

/// Why a text is not one char.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCharError {
    kind: CharErrorKind,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
enum CharErrorKind {
    EmptyString,
    TooManyChars,
}

impl fmt::Display for ParseCharError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self.kind {
            CharErrorKind::EmptyString => "cannot parse char from empty string",
            CharErrorKind::TooManyChars => "too many characters in string",
        })
    }
}

impl FromStr for char {
    type Err = ParseCharError;
    fn from_str(s: &str) -> Result<char, ParseCharError> {
        let mut chars = s.chars();
        match (chars.next(), chars.next()) {
            (None, _) => Err(ParseCharError { kind: CharErrorKind::EmptyString }),
            (Some(c), None) => Ok(c),
            _ => Err(ParseCharError { kind: CharErrorKind::TooManyChars }),
        }
    }
}
