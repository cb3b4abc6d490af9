// Conversions of chars: case, escapes, parsing, errors.

use crate::array;
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

/// The chars of a short text that was made for them: at most `\u{10ffff}`.
#[derive(Clone, Debug)]
struct Made {
    chars: [char; 10],
    at: usize,
    end: usize,
}

impl Made {
    fn new(text: &str) -> Made {
        let mut made = Made { chars: ['\0'; 10], at: 0, end: 0 };
        for c in text.chars() {
            made.chars[made.end] = c;
            made.end += 1;
        }
        made
    }

    fn rest(&self) -> &[char] {
        &self.chars[self.at..self.end]
    }

    fn next(&mut self) -> Option<char> {
        let c = *self.rest().first()?;
        self.at += 1;
        Some(c)
    }

    fn next_back(&mut self) -> Option<char> {
        let c = *self.rest().last()?;
        self.end -= 1;
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
                let n = self.0.rest().len();
                (n, Some(n))
            }
        }
        impl DoubleEndedIterator for $Name {
            fn next_back(&mut self) -> Option<char> {
                self.0.next_back()
            }
        }
        impl ExactSizeIterator for $Name {}
        impl FusedIterator for $Name {}
        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.0.rest() {
                    fmt::Write::write_char(f, *c)?;
                }
                Ok(())
            }
        }
    )* };
}
made_chars! { EscapeDebug EscapeDefault EscapeUnicode }

macro_rules! cased_chars {
    ($($Name:ident $change:ident)*) => { $(
        /// Up to three chars.
        #[derive(Clone, Debug)]
        pub struct $Name(array::IntoIter<char, 3>);

        impl $Name {
            pub(super) fn new(c: char) -> Self {
                let text = unsafe { Box::from_raw(intrinsics::$change(c.encode_utf8(&mut [0; 4])) as *mut str) };
                let mut made = ['\0'; 3];
                let mut count = 0;
                for c in text.chars() {
                    made[count] = c;
                    count += 1;
                }
                let mut chars = made.into_iter();
                while chars.len() > count {
                    chars.next_back();
                }
                $Name(chars)
            }
        }

        impl Iterator for $Name {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                self.0.next()
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }
        impl DoubleEndedIterator for $Name {
            fn next_back(&mut self) -> Option<char> {
                self.0.next_back()
            }
        }
        impl ExactSizeIterator for $Name {}
        impl FusedIterator for $Name {}
        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.0.as_slice() {
                    fmt::Write::write_char(f, *c)?;
                }
                Ok(())
            }
        }
    )* };
}
cased_chars! { ToLowercase str_to_lowercase ToUppercase str_to_uppercase }

impl EscapeDebug {
    pub(super) fn new(text: &str) -> Self {
        EscapeDebug(Made::new(text))
    }
}
impl EscapeDefault {
    pub(super) fn new(text: &str) -> Self {
        EscapeDefault(Made::new(text))
    }
}
impl EscapeUnicode {
    pub(super) fn new(text: &str) -> Self {
        EscapeUnicode(Made::new(text))
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
