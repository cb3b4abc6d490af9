// ASCII.

/// ASCII methods as a trait, as old code uses them.
pub trait AsciiExt {
    type Owned;
}

impl AsciiExt for str {
    type Owned = String;
}

/// The escape of a byte, as chars.
pub fn escape_default(c: u8) -> crate::char::EscapeDebug {
    (c as char).escape_default()
}
