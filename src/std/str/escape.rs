// Texts with escapes, as text or as chars.

use super::Chars;
use crate::char;
use crate::fmt;
use crate::fmt::Write;
use crate::iter::FusedIterator;

macro_rules! escapes {
    ($($Name:ident $first:ident $later:ident)*) => { $(
        #[derive(Clone, Debug)]
        pub struct $Name<'a> {
            chars: Chars<'a>,
            current: Option<char::$Name>,
        }

        impl<'a> $Name<'a> {
            pub(super) fn new(text: &'a str) -> Self {
                let mut chars = text.chars();
                let current = chars.next().map(|c| c.$first());
                $Name { chars, current }
            }
        }

        impl Iterator for $Name<'_> {
            type Item = char;
            fn next(&mut self) -> Option<char> {
                loop {
                    let current = self.current.as_mut()?;
                    if let Some(c) = current.next() {
                        return Some(c);
                    }
                    self.current = self.chars.next().map(|c| c.$later());
                }
            }
        }
        impl FusedIterator for $Name<'_> {}
        impl fmt::Display for $Name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for c in self.clone() {
                    f.write_char(c)?;
                }
                Ok(())
            }
        }
    )* };
}
escapes! {
    EscapeDebug escape_debug escape_inside
    EscapeDefault escape_default escape_default
    EscapeUnicode escape_unicode escape_unicode
}
