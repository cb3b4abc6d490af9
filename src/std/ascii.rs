// ASCII: bytes as text that can be read.

use crate::fmt;
use crate::iter::FusedIterator;

/// ASCII methods as a trait, as old code uses them.
pub trait AsciiExt {
    type Owned;
}

impl AsciiExt for str {
    type Owned = String;
}

/// The escape of a byte: itself, a backslash and a letter, or `\xNN`.
pub fn escape_default(c: u8) -> EscapeDefault {
    let (data, len) = match c {
        b'\t' => ([b'\\', b't', 0, 0], 2),
        b'\r' => ([b'\\', b'r', 0, 0], 2),
        b'\n' => ([b'\\', b'n', 0, 0], 2),
        b'\\' | b'\'' | b'"' => ([b'\\', c, 0, 0], 2),
        b' '..=b'~' => ([c, 0, 0, 0], 1),
        _ => ([b'\\', b'x', hex_digit(c / 16), hex_digit(c % 16)], 4),
    };
    EscapeDefault { data, at: 0, end: len }
}

fn hex_digit(n: u8) -> u8 {
    if n < 10 { b'0' + n } else { b'a' + n - 10 }
}

/// The bytes of an escape.
#[derive(Clone)]
pub struct EscapeDefault {
    data: [u8; 4],
    at: usize,
    end: usize,
}

impl EscapeDefault {
    fn text(&self) -> &str {
        unsafe { crate::str::from_utf8_unchecked(&self.data[self.at..self.end]) }
    }
}
impl Iterator for EscapeDefault {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        if self.at == self.end {
            return None;
        }
        self.at += 1;
        Some(self.data[self.at - 1])
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.end - self.at, Some(self.end - self.at))
    }
}
impl DoubleEndedIterator for EscapeDefault {
    fn next_back(&mut self) -> Option<u8> {
        if self.at == self.end {
            return None;
        }
        self.end -= 1;
        Some(self.data[self.end])
    }
}
impl ExactSizeIterator for EscapeDefault {}
impl FusedIterator for EscapeDefault {}
impl fmt::Display for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}
impl fmt::Debug for EscapeDefault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EscapeDefault { .. }")
    }
}
