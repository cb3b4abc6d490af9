// Numbers and `bool` out of text.

use super::error::{FloatErrorKind, IntErrorKind, ParseFloatError, ParseIntError};
use crate::fmt;
use crate::intrinsics;
use crate::rt;
use crate::str::FromStr;

fn parse_int<T: Copy>(src: &str, radix: u32) -> Result<T, ParseIntError> {
    if radix < 2 || radix > 36 {
        let mut message = String::from("from_ascii_radix: radix must lie in the range `[2, 36]` - found ");
        let _ = fmt::write_debug(&mut message, &radix);
        rt::panic_string(&message);
    }
    let (code, value) = intrinsics::int_parse::<T>(src.as_bytes(), radix);
    let kind = match code {
        0 => return Ok(value),
        1 => IntErrorKind::Empty,
        2 => IntErrorKind::InvalidDigit,
        3 => IntErrorKind::PosOverflow,
        _ => IntErrorKind::NegOverflow,
    };
    Err(ParseIntError { kind })
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl $t {
            /// Reads a number written in base `radix`.
            #[lockstep::place = "core/src/num/mod.rs:1801:1"]
            pub const fn from_str_radix(src: &str, radix: u32) -> Result<$t, ParseIntError> {
                parse_int(src, radix)
            }
        }
        impl FromStr for $t {
            type Err = ParseIntError;
            fn from_str(src: &str) -> Result<$t, ParseIntError> {
                parse_int(src, 10)
            }
        }
    )* };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! floats {
    ($($t:ident)*) => { $(
        impl FromStr for $t {
            type Err = ParseFloatError;
            fn from_str(src: &str) -> Result<$t, ParseFloatError> {
                match intrinsics::float_parse::<$t>(src.as_bytes()) {
                    (0, value) => Ok(value),
                    (1, _) => Err(ParseFloatError { kind: FloatErrorKind::Empty }),
                    _ => Err(ParseFloatError { kind: FloatErrorKind::Invalid }),
                }
            }
        }
    )* };
}
floats! { f32 f64 }
