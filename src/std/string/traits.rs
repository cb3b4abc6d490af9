// What a `String` is as a value: text by `Deref`, `+`, comparing, collecting.

use super::String;
use crate::borrow::{Borrow, BorrowMut, Cow};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut};
use crate::slice::SliceIndex;
use crate::str::{from_utf8_unchecked, from_utf8_unchecked_mut};

impl Deref for String {
    type Target = str;
    fn deref(&self) -> &str {
        unsafe { from_utf8_unchecked(self.vec.as_slice()) }
    }
}
impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        unsafe { from_utf8_unchecked_mut(self.vec.as_mut_slice()) }
    }
}
impl Clone for String {
    fn clone(&self) -> String {
        String::from(self.as_str())
    }
}
impl Default for String {
    fn default() -> String {
        String::new()
    }
}
impl Hash for String {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state)
    }
}
impl<I: SliceIndex<str>> Index<I> for String {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self.as_str())
    }
}
impl<I: SliceIndex<str>> IndexMut<I> for String {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self.as_mut_str())
    }
}

impl Add<&str> for String {
    type Output = String;
    fn add(mut self, other: &str) -> String {
        self.push_str(other);
        self
    }
}
impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        self.push_str(other);
    }
}
impl fmt::Write for String {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.push_str(s);
        Ok(())
    }
    fn write_char(&mut self, c: char) -> fmt::Result {
        self.push(c);
        Ok(())
    }
}

impl PartialEq for String {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other.as_str()
    }
}
impl Eq for String {}
impl PartialOrd for String {
    fn partial_cmp(&self, other: &String) -> Option<Ordering> {
        Some(self.as_str().cmp(other.as_str()))
    }
}
impl Ord for String {
    fn cmp(&self, other: &String) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

macro_rules! equality {
    ($($lhs:ty, $rhs:ty;)*) => { $(
        impl<'a, 'b> PartialEq<$rhs> for $lhs {
            fn eq(&self, other: &$rhs) -> bool {
                self[..] == other[..]
            }
        }
        impl<'a, 'b> PartialEq<$lhs> for $rhs {
            fn eq(&self, other: &$lhs) -> bool {
                self[..] == other[..]
            }
        }
    )* };
}
equality! {
    String, str;
    String, &'a str;
    Cow<'a, str>, str;
    Cow<'a, str>, &'b str;
    Cow<'a, str>, String;
}

impl AsRef<str> for String {
    fn as_ref(&self) -> &str {
        self
    }
}
impl AsMut<str> for String {
    fn as_mut(&mut self) -> &mut str {
        self
    }
}
impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}
impl Borrow<str> for String {
    fn borrow(&self) -> &str {
        self
    }
}
impl BorrowMut<str> for String {
    fn borrow_mut(&mut self) -> &mut str {
        self
    }
}

macro_rules! collecting {
    ($([$($params:tt)*] $item:ty : $text:ident $part:ident => $push:expr;)*) => { $(
        impl<$($params)*> Extend<$item> for String {
            fn extend<I: IntoIterator<Item = $item>>(&mut self, iter: I) {
                let $text = self;
                for $part in iter {
                    $push;
                }
            }
        }
        impl<$($params)*> FromIterator<$item> for String {
            fn from_iter<I: IntoIterator<Item = $item>>(iter: I) -> String {
                let mut text = String::new();
                text.extend(iter);
                text
            }
        }
    )* };
}
collecting! {
    [] char: text c => text.push(c);
    ['a] &'a char: text c => text.push(*c);
    ['a] &'a str: text s => text.push_str(s);
    [] String: text s => text.push_str(&s);
    [] Box<str>: text s => text.push_str(&s);
    ['a] Cow<'a, str>: text s => text.push_str(&s);
}

impl<'a> FromIterator<char> for Cow<'a, str> {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> Cow<'a, str> {
        Cow::Owned(String::from_iter(iter))
    }
}
impl<'a> FromIterator<String> for Cow<'a, str> {
    fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> Cow<'a, str> {
        Cow::Owned(String::from_iter(iter))
    }
}
