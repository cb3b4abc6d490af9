// Chars out of UTF-16.

use crate::error::Error;
use crate::fmt;
use crate::iter::FusedIterator;

/// The chars of UTF-16 code units; a unit without its partner is an error.
pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {
    DecodeUtf16 { iter: iter.into_iter(), kept: None }
}

/// Made by `decode_utf16`.
#[derive(Clone, Debug)]
pub struct DecodeUtf16<I: Iterator<Item = u16>> {
    iter: I,
    kept: Option<u16>,
}

impl<I: Iterator<Item = u16>> Iterator for DecodeUtf16<I> {
    type Item = Result<char, DecodeUtf16Error>;
    fn next(&mut self) -> Option<Result<char, DecodeUtf16Error>> {
        let unit = match self.kept.take() {
            Some(unit) => unit,
            None => self.iter.next()?,
        };
        if unit < 0xD800 || unit > 0xDFFF {
            return Some(Ok(unsafe { char::from_u32_unchecked(unit as u32) }));
        }
        if unit >= 0xDC00 {
            return Some(Err(DecodeUtf16Error { code: unit }));
        }
        match self.iter.next() {
            Some(low @ 0xDC00..=0xDFFF) => {
                let code = ((unit as u32 - 0xD800) << 10) + (low as u32 - 0xDC00) + 0x10000;
                Some(Ok(unsafe { char::from_u32_unchecked(code) }))
            }
            other => {
                self.kept = other;
                Some(Err(DecodeUtf16Error { code: unit }))
            }
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.iter.size_hint();
        let kept = self.kept.is_some() as usize;
        (low.div_ceil(2), high.map(|high| high + kept))
    }
}
impl<I: Iterator<Item = u16> + FusedIterator> FusedIterator for DecodeUtf16<I> {}

/// A unit that is half a char.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct DecodeUtf16Error {
    code: u16,
}

impl DecodeUtf16Error {
    pub fn unpaired_surrogate(&self) -> u16 {
        self.code
    }
}
impl fmt::Display for DecodeUtf16Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unpaired surrogate found: {:x}", self.code)
    }
}
impl Error for DecodeUtf16Error {}
