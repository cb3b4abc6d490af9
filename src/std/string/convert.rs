// Conversions into and out of text.

use crate::borrow::Cow;
use crate::convert::Infallible;
use crate::fmt::{self, Display};
use crate::str::{FromStr, Utf8Error, from_utf8_unchecked};

/// `x.to_string()`, for everything that can be displayed.
pub trait ToString {
    /// The value as text, as `{}` shows it.
    fn to_string(&self) -> String;
}

impl<T: Display + ?Sized> ToString for T {
    fn to_string(&self) -> String {
        self.to_text()
    }
}

pub type ParseError = Infallible;

impl FromStr for String {
    type Err = Infallible;
    fn from_str(s: &str) -> Result<String, Infallible> {
        Ok(String::from(s))
    }
}

impl From<&str> for String {
    fn from(s: &str) -> String {
        let mut text = String::with_capacity(s.len());
        text.push_str(s);
        text
    }
}
impl From<&mut str> for String {
    fn from(s: &mut str) -> String {
        String::from(&*s)
    }
}
impl From<&String> for String {
    fn from(s: &String) -> String {
        s.clone()
    }
}
impl From<Box<str>> for String {
    fn from(s: Box<str>) -> String {
        s.into_string()
    }
}
impl<'a> From<Cow<'a, str>> for String {
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}
impl From<char> for String {
    fn from(c: char) -> String {
        let mut text = String::new();
        text.push(c);
        text
    }
}
impl From<String> for Vec<u8> {
    fn from(s: String) -> Vec<u8> {
        s.into_bytes()
    }
}

/// Bytes that are not UTF-8, with the reason.
#[derive(Debug, PartialEq, Eq, Clone)]
pub struct FromUtf8Error {
    bytes: Vec<u8>,
    error: Utf8Error,
}

impl FromUtf8Error {
    pub(super) fn new(bytes: Vec<u8>, error: Utf8Error) -> Self {
        FromUtf8Error { bytes, error }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    pub fn utf8_error(&self) -> Utf8Error {
        self.error
    }
}
impl fmt::Display for FromUtf8Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

/// Units that are not UTF-16.
#[derive(Debug)]
pub struct FromUtf16Error(());

impl fmt::Display for FromUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("invalid utf-16: lone surrogate found")
    }
}

pub(super) fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = crate::str::from_utf8(v) {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    let mut rest = v;
    while let Err(error) = crate::str::from_utf8(rest) {
        let (good, bad) = rest.split_at(error.valid_up_to());
        text.push_str(unsafe { from_utf8_unchecked(good) });
        text.push('\u{FFFD}');
        rest = match error.error_len() {
            Some(len) => &bad[len..],
            None => &[],
        };
    }
    text.push_str(unsafe { from_utf8_unchecked(rest) });
    Cow::Owned(text)
}

/// The next char of some units; `Err` for half a pair.
fn next_utf16(units: &mut &[u16]) -> Option<Result<char, ()>> {
    let (&first, rest) = units.split_first()?;
    *units = rest;
    if let Some(c) = char::from_u32(first as u32) {
        return Some(Ok(c));
    }
    match rest.first() {
        Some(&second) if first < 0xDC00 && second >= 0xDC00 && second < 0xE000 => {
            *units = &rest[1..];
            let code = 0x10000 + ((first as u32 & 0x3FF) << 10) + (second as u32 & 0x3FF);
            Some(Ok(unsafe { char::from_u32_unchecked(code) }))
        }
        _ => Some(Err(())),
    }
}

pub(super) fn from_utf16(v: &[u16]) -> Result<String, FromUtf16Error> {
    let mut text = String::new();
    let mut rest = v;
    while let Some(next) = next_utf16(&mut rest) {
        match next {
            Ok(c) => text.push(c),
            Err(()) => return Err(FromUtf16Error(())),
        }
    }
    Ok(text)
}

pub(super) fn from_utf16_lossy(v: &[u16]) -> String {
    let mut text = String::new();
    let mut rest = v;
    while let Some(next) = next_utf16(&mut rest) {
        text.push(next.unwrap_or('\u{FFFD}'));
    }
    text
}

impl TryFrom<Vec<u8>> for String {
    type Error = FromUtf8Error;
    fn try_from(bytes: Vec<u8>) -> Result<Self, FromUtf8Error> {
        String::from_utf8(bytes)
    }
}
