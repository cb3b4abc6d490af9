// `Formatter`: where the text goes and how a placeholder wants it.

use super::{Arguments, DebugList, DebugMap, DebugSet, DebugStruct, DebugTuple, Result, Write};

pub(super) const FLAG_PLUS: u32 = 1;
pub(super) const FLAG_MINUS: u32 = 2;
pub(super) const FLAG_ALTERNATE: u32 = 4;
pub(super) const FLAG_ZERO: u32 = 8;
pub(super) const FLAG_LOWER_HEX: u32 = 16;
pub(super) const FLAG_UPPER_HEX: u32 = 32;
pub(super) const FLAG_WIDTH: u32 = 64;
pub(super) const FLAG_PRECISION: u32 = 128;

pub(super) const LEFT: u8 = 0;
pub(super) const RIGHT: u8 = 1;
pub(super) const CENTER: u8 = 2;
pub(super) const UNKNOWN: u8 = 3;

/// Where a `fmt` function writes, with the width, precision and flags of the placeholder.
#[lang = "Formatter"]
pub struct Formatter<'a> {
    output: &'a mut dyn Write,
    pub(super) fill: char,
    pub(super) align: u8,
    pub(super) flags: u32,
    pub(super) width: usize,
    pub(super) precision: usize,
}

impl !Send for Formatter<'_> {}
impl !Sync for Formatter<'_> {}

/// How text is placed in its width.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[lockstep::qualified]
pub enum Alignment {
    Left,
    Right,
    Center,
}

impl<'a> Formatter<'a> {
    /// As for `{}`.
    pub(crate) fn plain(output: &'a mut dyn Write) -> Formatter<'a> {
        Formatter { output, fill: ' ', align: UNKNOWN, flags: 0, width: 0, precision: 0 }
    }

    /// The same wishes, another destination.
    pub(super) fn redirect<'b>(&self, output: &'b mut dyn Write) -> Formatter<'b> {
        Formatter { output, fill: self.fill, align: self.align, flags: self.flags, width: self.width, precision: self.precision }
    }

    pub(super) fn output(&mut self) -> &mut dyn Write {
        &mut *self.output
    }

    /// Writes text as it is.
    pub fn write_str(&mut self, data: &str) -> Result {
        self.output.write_str(data)
    }

    /// Writes a char as it is.
    pub fn write_char(&mut self, c: char) -> Result {
        self.output.write_char(c)
    }

    /// Writes formatted text.
    pub fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        args.write_to(self.output())
    }

    pub(super) fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    pub fn fill(&self) -> char {
        self.fill
    }

    pub fn align(&self) -> Option<Alignment> {
        match self.align {
            LEFT => Some(Alignment::Left),
            RIGHT => Some(Alignment::Right),
            CENTER => Some(Alignment::Center),
            _ => None,
        }
    }

    /// The width asked for.
    pub fn width(&self) -> Option<usize> {
        if self.has(FLAG_WIDTH) { Some(self.width) } else { None }
    }

    /// The precision asked for.
    pub fn precision(&self) -> Option<usize> {
        if self.has(FLAG_PRECISION) { Some(self.precision) } else { None }
    }

    pub fn sign_plus(&self) -> bool {
        self.has(FLAG_PLUS)
    }

    pub fn sign_minus(&self) -> bool {
        self.has(FLAG_MINUS)
    }

    /// Whether there is a `#`.
    pub fn alternate(&self) -> bool {
        self.has(FLAG_ALTERNATE)
    }

    pub fn sign_aware_zero_pad(&self) -> bool {
        self.has(FLAG_ZERO)
    }

    /// Writes text in the width and with at most the precision (in chars) that are asked for.
    pub fn pad(&mut self, s: &str) -> Result {
        if self.flags & (FLAG_WIDTH | FLAG_PRECISION) == 0 {
            return self.output.write_str(s);
        }
        let s = if self.has(FLAG_PRECISION) { cut(s, self.precision) } else { s };
        if !self.has(FLAG_WIDTH) {
            return self.output.write_str(s);
        }
        self.in_width(s.chars().count(), LEFT, |f| f.output.write_str(s))
    }

    /// Writes a number: sign, prefix when there is a `#`, digits, in the width asked for.
    pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {
        let sign = if !is_nonnegative {
            "-"
        } else if self.has(FLAG_PLUS) {
            "+"
        } else {
            ""
        };
        let prefix = if self.has(FLAG_ALTERNATE) { prefix } else { "" };
        self.pad_number(sign, prefix, buf)
    }

    pub(super) fn pad_number(&mut self, sign: &str, prefix: &str, digits: &str) -> Result {
        if !self.has(FLAG_WIDTH) {
            return self.write_number(sign, prefix, digits);
        }
        let len = sign.len() + prefix.len() + digits.len();
        if self.has(FLAG_ZERO) {
            self.output.write_str(sign)?;
            self.output.write_str(prefix)?;
            self.repeat('0', self.width.saturating_sub(len))?;
            return self.output.write_str(digits);
        }
        self.in_width(len, RIGHT, |f| f.write_number(sign, prefix, digits))
    }

    fn write_number(&mut self, sign: &str, prefix: &str, digits: &str) -> Result {
        if !sign.is_empty() {
            self.output.write_str(sign)?;
        }
        if !prefix.is_empty() {
            self.output.write_str(prefix)?;
        }
        self.output.write_str(digits)
    }

    /// Surrounds what `write` writes, `len` chars, with fill up to the width.
    pub(super) fn in_width<F: FnOnce(&mut Self) -> Result>(&mut self, len: usize, default: u8, write: F) -> Result {
        let padding = self.width.saturating_sub(len);
        let before = match if self.align == UNKNOWN { default } else { self.align } {
            LEFT => 0,
            CENTER => padding / 2,
            _ => padding,
        };
        let fill = self.fill;
        self.repeat(fill, before)?;
        write(self)?;
        self.repeat(fill, padding - before)
    }

    fn repeat(&mut self, c: char, count: usize) -> Result {
        let mut left = count;
        while left > 0 {
            self.output.write_char(c)?;
            left -= 1;
        }
        Ok(())
    }

    /// Builds `Name { field: value }`.
    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        DebugStruct::new(self, name)
    }

    /// Builds `Name(value)`.
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        DebugTuple::new(self, name)
    }

    /// Builds `[value, value]`.
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        DebugList::new(self)
    }

    /// Builds `{value, value}`.
    pub fn debug_set<'b>(&'b mut self) -> DebugSet<'b, 'a> {
        DebugSet::new(self)
    }

    /// Builds `{key: value}`.
    pub fn debug_map<'b>(&'b mut self) -> DebugMap<'b, 'a> {
        DebugMap::new(self)
    }
}

/// At most the first `count` chars.
fn cut(s: &str, count: usize) -> &str {
    match s.char_indices().nth(count) {
        Some((end, _)) => &s[..end],
        None => s,
    }
}

impl Write for Formatter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        self.output.write_str(s)
    }
    fn write_char(&mut self, c: char) -> Result {
        self.output.write_char(c)
    }
}
