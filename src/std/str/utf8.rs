// UTF-8: checking bytes, reading chars.

use crate::fmt;
use crate::intrinsics;

/// Why some bytes are not UTF-8.
#[derive(Copy, Eq, PartialEq, Clone, Debug)]
pub struct Utf8Error {
    valid_up_to: usize,
    error_len: Option<u8>,
}

impl Utf8Error {
    /// How many bytes from the start are good.
    pub const fn valid_up_to(&self) -> usize {
        self.valid_up_to
    }

    /// How many bytes are bad; `None` when the text ends inside a char.
    pub const fn error_len(&self) -> Option<usize> {
        match self.error_len {
            Some(len) => Some(len as usize),
            None => None,
        }
    }
}

impl fmt::Display for Utf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error_len {
            Some(len) => {
                f.write_str("invalid utf-8 sequence of ")?;
                fmt::Display::fmt(&len, f)?;
                f.write_str(" bytes from index ")?;
            }
            None => f.write_str("incomplete utf-8 byte sequence from index ")?,
        }
        fmt::Display::fmt(&self.valid_up_to, f)
    }
}

fn check(v: &[u8]) -> Result<(), Utf8Error> {
    match intrinsics::utf8_validate(v) {
        (_, 0) => Ok(()),
        (valid_up_to, 255) => Err(Utf8Error { valid_up_to, error_len: None }),
        (valid_up_to, len) => Err(Utf8Error { valid_up_to, error_len: Some(len) }),
    }
}

/// Bytes as text, if they are UTF-8.
pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    check(v)?;
    Ok(unsafe { from_utf8_unchecked(v) })
}

pub const fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error> {
    check(v)?;
    Ok(unsafe { from_utf8_unchecked_mut(v) })
}

pub const unsafe fn from_utf8_unchecked(v: &[u8]) -> &str {
    unsafe { &*(v as *const [u8] as *const str) }
}

pub const unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str {
    unsafe { &mut *(v as *mut [u8] as *mut str) }
}

pub(super) fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// The char that begins at `start`, and how many bytes it takes.
pub(super) fn decode(bytes: *const u8) -> (char, usize) {
    unsafe {
        let first = *bytes as u32;
        if first < 0x80 {
            return (char::from_u32_unchecked(first), 1);
        }
        let next = |i: usize| (*bytes.add(i) & 0x3F) as u32;
        if first < 0xE0 {
            (char::from_u32_unchecked((first & 0x1F) << 6 | next(1)), 2)
        } else if first < 0xF0 {
            (char::from_u32_unchecked((first & 0x0F) << 12 | next(1) << 6 | next(2)), 3)
        } else {
            (char::from_u32_unchecked((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)), 4)
        }
    }
}
