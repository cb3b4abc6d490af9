// Conversions between number types: `From` where every value fits, `TryFrom` otherwise.

use super::Infallible;
use crate::char::{CharTryFromError, TryFromCharError};
use crate::num::{NonZero, TryFromIntError};

macro_rules! lossless {
    ($($small:ty => $($large:ty)*;)*) => { $($(
        impl From<$small> for $large {
            fn from(small: $small) -> $large {
                small as $large
            }
        }
    )*)* };
}
lossless! {
    bool => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize;
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize f32 f64 char;
    u16 => u32 u64 u128 usize i32 i64 i128 f32 f64;
    u32 => u64 u128 i64 i128 f64;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize f32 f64;
    i16 => i32 i64 i128 isize f32 f64;
    i32 => i64 i128 f64;
    i64 => i128;
    f32 => f64;
    char => u32 u64 u128;
}

impl From<bool> for f32 {
    fn from(b: bool) -> f32 {
        b as u8 as f32
    }
}
impl From<bool> for f64 {
    fn from(b: bool) -> f64 {
        b as u8 as f64
    }
}

// The value survives the cast and keeps its sign exactly when it fits.
macro_rules! checked {
    ($($from:ty => $($to:ty)*;)*) => { $($(
        impl TryFrom<$from> for $to {
            type Error = TryFromIntError;
            fn try_from(value: $from) -> Result<$to, TryFromIntError> {
                let cast = value as $to;
                if cast as $from == value && (cast < (0 as $to)) == (value < (0 as $from)) {
                    Ok(cast)
                } else {
                    Err(TryFromIntError(()))
                }
            }
        }
    )*)* };
}
checked! {
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => i8 u8 u16 u32 u64 u128 usize;
    i32 => i8 i16 isize u8 u16 u32 u64 u128 usize;
    i64 => i8 i16 i32 isize u8 u16 u32 u64 u128 usize;
    i128 => i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    isize => i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 usize;
    u8 => i8;
    u16 => i8 i16 isize u8;
    u32 => i8 i16 i32 isize u8 u16 usize;
    u64 => i8 i16 i32 i64 isize u8 u16 u32 usize;
    u128 => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize;
    usize => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128;
}

macro_rules! to_bool {
    ($($from:ty)*) => { $(
        impl TryFrom<$from> for bool {
            type Error = TryFromIntError;
            fn try_from(value: $from) -> Result<bool, TryFromIntError> {
                match value {
                    0 => Ok(false),
                    1 => Ok(true),
                    _ => Err(TryFromIntError(())),
                }
            }
        }
    )* };
}
to_bool! { i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 }

impl TryFrom<u32> for char {
    type Error = CharTryFromError;
    fn try_from(code: u32) -> Result<char, CharTryFromError> {
        match char::from_u32(code) {
            Some(c) => Ok(c),
            None => Err(CharTryFromError(())),
        }
    }
}
impl TryFrom<char> for u8 {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<u8, TryFromCharError> {
        if (c as u32) < 0x100 { Ok(c as u32 as u8) } else { Err(TryFromCharError(())) }
    }
}
impl TryFrom<char> for u16 {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<u16, TryFromCharError> {
        if (c as u32) < 0x10000 { Ok(c as u32 as u16) } else { Err(TryFromCharError(())) }
    }
}

impl TryFrom<char> for usize {
    type Error = TryFromCharError;
    fn try_from(c: char) -> Result<usize, TryFromCharError> {
        Ok(c as u32 as usize)
    }
}

// The same among the integers that are never zero.
macro_rules! nonzero_lossless {
    ($($small:ty => $($large:ty)*;)*) => { $($(
        impl From<NonZero<$small>> for NonZero<$large> {
            fn from(small: NonZero<$small>) -> Self {
                unsafe { NonZero::new_unchecked(small.get() as $large) }
            }
        }
    )*)* };
}
nonzero_lossless! {
    u8 => u16 u32 u64 u128 usize i16 i32 i64 i128 isize;
    u16 => u32 u64 u128 usize i32 i64 i128;
    u32 => u64 u128 i64 i128;
    u64 => u128 i128;
    i8 => i16 i32 i64 i128 isize;
    i16 => i32 i64 i128 isize;
    i32 => i64 i128;
    i64 => i128;
}

macro_rules! nonzero_checked {
    ($($from:ty => $($to:ty)*;)*) => { $($(
        impl TryFrom<NonZero<$from>> for NonZero<$to> {
            type Error = TryFromIntError;
            fn try_from(value: NonZero<$from>) -> Result<Self, TryFromIntError> {
                <$to>::try_from(value.get()).map(|n| unsafe { NonZero::new_unchecked(n) })
            }
        }
    )*)* };
}
nonzero_checked! {
    i8 => u8 u16 u32 u64 u128 usize;
    i16 => i8 u8 u16 u32 u64 u128 usize;
    i32 => i8 i16 isize u8 u16 u32 u64 u128 usize;
    i64 => i8 i16 i32 isize u8 u16 u32 u64 u128 usize;
    i128 => i8 i16 i32 i64 isize u8 u16 u32 u64 u128 usize;
    isize => i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 usize;
    u8 => i8;
    u16 => i8 i16 isize u8;
    u32 => i8 i16 i32 isize u8 u16 usize;
    u64 => i8 i16 i32 i64 isize u8 u16 u32 usize;
    u128 => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 usize;
    usize => i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128;
}

impl From<Infallible> for TryFromIntError {
    fn from(never: Infallible) -> TryFromIntError {
        match never {}
    }
}
