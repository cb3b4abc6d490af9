// Text, chars and `bool`.

use super::{Debug, Display, Formatter, Result, Write};

impl Display for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self)
    }
    fn to_text(&self) -> String {
        String::from(self)
    }
}
impl Display for String {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self)
    }
    fn to_text(&self) -> String {
        self.clone()
    }
}
impl Display for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(self.encode_utf8(&mut [0; 4]))
    }
    fn to_text(&self) -> String {
        String::from(*self)
    }
}
impl Display for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(if *self { "true" } else { "false" })
    }
}
impl Debug for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(self, f)
    }
}

// Runs of chars that need no escape are written in one piece.
impl Debug for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('"')?;
        let mut from = 0;
        for (at, c) in self.char_indices() {
            if c != '\'' && c.needs_escape() {
                f.write_str(&self[from..at])?;
                c.write_escaped(f)?;
                from = at + c.len_utf8();
            }
        }
        f.write_str(&self[from..])?;
        f.write_char('"')
    }
}
impl Debug for String {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Debug::fmt(self.as_str(), f)
    }
}
impl Debug for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('\'')?;
        if *self != '"' && self.needs_escape() {
            self.write_escaped(f)?;
        } else {
            f.write_char(*self)?;
        }
        f.write_char('\'')
    }
}
