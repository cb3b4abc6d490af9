// Bytes written so that they can be read: `[u8]::escape_ascii`.

use crate::ascii::{self, EscapeDefault};
use crate::fmt::{self, Write};
use crate::iter::FusedIterator;
use crate::slice::Iter;

impl [u8] {
    pub fn escape_ascii(&self) -> EscapeAscii<'_> {
        EscapeAscii { bytes: self.iter(), front: None, back: None }
    }
}

#[derive(Clone)]
pub struct EscapeAscii<'a> {
    bytes: Iter<'a, u8>,
    front: Option<EscapeDefault>,
    back: Option<EscapeDefault>,
}

impl Iterator for EscapeAscii<'_> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        loop {
            if let Some(front) = &mut self.front {
                if let Some(byte) = front.next() {
                    return Some(byte);
                }
            }
            match self.bytes.next() {
                Some(byte) => self.front = Some(ascii::escape_default(*byte)),
                None => return self.back.as_mut()?.next(),
            }
        }
    }
}
impl DoubleEndedIterator for EscapeAscii<'_> {
    fn next_back(&mut self) -> Option<u8> {
        loop {
            if let Some(back) = &mut self.back {
                if let Some(byte) = back.next_back() {
                    return Some(byte);
                }
            }
            match self.bytes.next_back() {
                Some(byte) => self.back = Some(ascii::escape_default(*byte)),
                None => return self.front.as_mut()?.next_back(),
            }
        }
    }
}
impl FusedIterator for EscapeAscii<'_> {}
impl fmt::Display for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.clone() {
            f.write_char(byte as char)?;
        }
        Ok(())
    }
}
impl fmt::Debug for EscapeAscii<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EscapeAscii { .. }")
    }
}
