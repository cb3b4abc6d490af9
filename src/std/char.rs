// `char`: a Unicode scalar value.
//
// ASCII is decided here; other chars ask a primitive that knows Unicode.

mod convert;
mod utf16;

pub use self::utf16::{DecodeUtf16, DecodeUtf16Error, decode_utf16};
pub use self::convert::{CharTryFromError, EscapeDebug, EscapeDefault, EscapeUnicode, ParseCharError, ToLowercase, ToUppercase, TryFromCharError, from_digit, from_u32};

use crate::fmt;
use crate::intrinsics;
use crate::rt;

pub const MAX: char = char::MAX;
pub const REPLACEMENT_CHARACTER: char = char::REPLACEMENT_CHARACTER;

impl char {
    pub const MIN: char = '\0';
    pub const MAX: char = '\u{10FFFF}';
    pub const REPLACEMENT_CHARACTER: char = '\u{FFFD}';

    /// The char with this code, if there is one.
    pub const fn from_u32(i: u32) -> Option<char> {
        if i > 0x10FFFF || (i >= 0xD800 && i < 0xE000) { None } else { Some(unsafe { intrinsics::transmute(i) }) }
    }

    pub fn decode_utf16<I: IntoIterator<Item = u16>>(iter: I) -> DecodeUtf16<I::IntoIter> {
        decode_utf16(iter)
    }

    pub const unsafe fn from_u32_unchecked(i: u32) -> char {
        unsafe { intrinsics::transmute(i) }
    }

    /// The digit with this value.
    #[lockstep::place = "core/src/char/convert.rs:332:9"]
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        if radix > 36 {
            rt::panic("from_digit: radix is too high (maximum 36)");
        }
        if num >= radix {
            None
        } else if num < 10 {
            Some((b'0' + num as u8) as char)
        } else {
            Some((b'a' + (num as u8 - 10)) as char)
        }
    }

    /// Whether it is a digit in base `radix`.
    pub const fn is_digit(self, radix: u32) -> bool {
        self.to_digit(radix).is_some()
    }

    /// The value of a digit.
    #[lockstep::place = "core/src/char/methods.rs:403:9"]
    pub const fn to_digit(self, radix: u32) -> Option<u32> {
        if radix < 2 || radix > 36 {
            rt::panic("to_digit: invalid radix -- radix must be in the range 2 to 36 inclusive");
        }
        let code = self as u32;
        let value = if code >= 48 && code <= 57 {
            code - 48
        } else if code >= 97 && code <= 122 {
            code - 87
        } else if code >= 65 && code <= 90 {
            code - 55
        } else {
            return None;
        };
        if value < radix { Some(value) } else { None }
    }

    /// How many bytes it takes in UTF-8.
    pub const fn len_utf8(self) -> usize {
        let code = self as u32;
        if code < 0x80 {
            1
        } else if code < 0x800 {
            2
        } else if code < 0x10000 {
            3
        } else {
            4
        }
    }

    pub const fn len_utf16(self) -> usize {
        if (self as u32) < 0x10000 { 1 } else { 2 }
    }

    /// Writes it as UTF-8.
    pub const fn encode_utf8(self, dst: &mut [u8]) -> &mut str {
        let code = self as u32;
        let len = self.len_utf8();
        if dst.len() < len {
            rt::panic("encode_utf8: not enough bytes to encode the char");
        }
        if len == 1 {
            dst[0] = code as u8;
        } else {
            let mut i = len - 1;
            let mut rest = code;
            while i > 0 {
                dst[i] = 0x80 | (rest & 0x3F) as u8;
                rest >>= 6;
                i -= 1;
            }
            dst[0] = (match len {
                2 => 0xC0,
                3 => 0xE0,
                _ => 0xF0,
            }) | rest as u8;
        }
        unsafe { &mut *(&raw mut dst[..len] as *mut str) }
    }

    pub const fn encode_utf16(self, dst: &mut [u16]) -> &mut [u16] {
        let code = self as u32;
        if code < 0x10000 {
            dst[0] = code as u16;
            &mut dst[..1]
        } else {
            dst[0] = 0xD800 | ((code - 0x10000) >> 10) as u16;
            dst[1] = 0xDC00 | ((code - 0x10000) & 0x3FF) as u16;
            &mut dst[..2]
        }
    }

    /// Whether it is a letter.
    pub fn is_alphabetic(self) -> bool {
        self.is_ascii_alphabetic() || !self.is_ascii() && intrinsics::char_has(self, "alphabetic")
    }

    /// Whether it is a lower-case letter.
    pub const fn is_lowercase(self) -> bool {
        self.is_ascii_lowercase() || !self.is_ascii() && intrinsics::char_has(self, "lowercase")
    }

    /// Whether it is an upper-case letter.
    pub const fn is_uppercase(self) -> bool {
        self.is_ascii_uppercase() || !self.is_ascii() && intrinsics::char_has(self, "uppercase")
    }

    /// Whether it is a digit or another number.
    pub fn is_numeric(self) -> bool {
        self.is_ascii_digit() || !self.is_ascii() && intrinsics::char_has(self, "numeric")
    }

    /// Whether it is a letter or a number.
    pub fn is_alphanumeric(self) -> bool {
        self.is_alphabetic() || self.is_numeric()
    }

    /// Whether it is white space.
    pub const fn is_whitespace(self) -> bool {
        matches!(
            self,
            ' ' | '\t'..='\r' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
        )
    }

    /// Whether it is a control char.
    pub fn is_control(self) -> bool {
        matches!(self, '\0'..='\x1F' | '\x7F'..='\u{9F}')
    }

    /// The upper-case form, which may be several chars.
    pub fn to_uppercase(self) -> ToUppercase {
        ToUppercase::new(self)
    }

    /// The lower-case form, which may be several chars.
    pub fn to_lowercase(self) -> ToLowercase {
        ToLowercase::new(self)
    }

    /// Whether it is ASCII.
    pub const fn is_ascii(&self) -> bool {
        (*self as u32) < 0x80
    }

    /// Itself, an ASCII letter in upper case.
    pub const fn to_ascii_uppercase(&self) -> char {
        if self.is_ascii_lowercase() { (*self as u8 - 32) as char } else { *self }
    }

    /// Itself, an ASCII letter in lower case.
    pub const fn to_ascii_lowercase(&self) -> char {
        if self.is_ascii_uppercase() { (*self as u8 + 32) as char } else { *self }
    }

    pub const fn make_ascii_uppercase(&mut self) {
        *self = self.to_ascii_uppercase();
    }

    pub const fn make_ascii_lowercase(&mut self) {
        *self = self.to_ascii_lowercase();
    }

    pub const fn eq_ignore_ascii_case(&self, other: &char) -> bool {
        self.to_ascii_lowercase() as u32 == other.to_ascii_lowercase() as u32
    }

    /// Whether it is one of `a` to `z` or `A` to `Z`.
    pub const fn is_ascii_alphabetic(&self) -> bool {
        matches!(*self, 'A'..='Z' | 'a'..='z')
    }

    pub const fn is_ascii_uppercase(&self) -> bool {
        matches!(*self, 'A'..='Z')
    }

    pub const fn is_ascii_lowercase(&self) -> bool {
        matches!(*self, 'a'..='z')
    }

    pub const fn is_ascii_alphanumeric(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='Z' | 'a'..='z')
    }

    /// Whether it is one of `0` to `9`.
    pub const fn is_ascii_digit(&self) -> bool {
        matches!(*self, '0'..='9')
    }

    pub const fn is_ascii_hexdigit(&self) -> bool {
        matches!(*self, '0'..='9' | 'A'..='F' | 'a'..='f')
    }

    pub const fn is_ascii_punctuation(&self) -> bool {
        matches!(*self, '!'..='/' | ':'..='@' | '['..='`' | '{'..='~')
    }

    pub const fn is_ascii_graphic(&self) -> bool {
        matches!(*self, '!'..='~')
    }

    pub const fn is_ascii_whitespace(&self) -> bool {
        matches!(*self, '\t' | '\n' | '\x0C' | '\r' | ' ')
    }

    pub const fn is_ascii_control(&self) -> bool {
        matches!(*self, '\0'..='\x1F' | '\x7F')
    }

    pub fn escape_debug(self) -> EscapeDebug {
        let mut text = String::new();
        let _ = self.write_escaped(&mut text);
        EscapeDebug::new(&text)
    }

    /// Within a text: what joins the char before it stands as it is.
    pub(crate) fn escape_inside(self) -> EscapeDebug {
        if self.is_grapheme_extended() { EscapeDebug::new(self.encode_utf8(&mut [0; 4])) } else { self.escape_debug() }
    }

    pub fn escape_default(self) -> EscapeDefault {
        let mut text = String::new();
        let _ = match self {
            '\t' | '\n' | '\r' | '\\' | '\'' | '"' => self.write_escaped(&mut text),
            ' '..='~' => fmt::Write::write_char(&mut text, self),
            _ => self.write_code(&mut text),
        };
        EscapeDefault::new(&text)
    }

    pub fn escape_unicode(self) -> EscapeUnicode {
        let mut text = String::new();
        let _ = self.write_code(&mut text);
        EscapeUnicode::new(&text)
    }

    /// Whether `{:?}` shows it by an escape; quotes too.
    pub(crate) fn needs_escape(self) -> bool {
        match self {
            '"' | '\'' | '\\' => true,
            ' '..='~' => false,
            _ => self.is_ascii() || self.is_grapheme_extended() || !intrinsics::char_has(self, "printable"),
        }
    }

    /// Whether it joins the char before it: an accent, for example.
    pub(crate) fn is_grapheme_extended(self) -> bool {
        !self.is_ascii() && intrinsics::char_has(self, "grapheme_extend")
    }

    /// The escape of `{:?}`, or the char itself.
    pub(crate) fn write_escaped(self, out: &mut dyn fmt::Write) -> fmt::Result {
        let short = match self {
            '\0' => "\\0",
            '\t' => "\\t",
            '\r' => "\\r",
            '\n' => "\\n",
            '\\' => "\\\\",
            '"' => "\\\"",
            '\'' => "\\'",
            _ if self.needs_escape() => return self.write_code(out),
            _ => return out.write_char(self),
        };
        out.write_str(short)
    }

    fn write_code(self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str("\\u{")?;
        let digits = unsafe { Box::from_raw(intrinsics::int_digits(self as u32, 16) as *mut str) };
        out.write_str(&digits)?;
        out.write_str("}")
    }
}
