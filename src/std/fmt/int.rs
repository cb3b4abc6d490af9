// Integers in every base.

use super::formatter::{FLAG_LOWER_HEX, FLAG_UPPER_HEX};
use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Result, UpperExp, UpperHex};
use crate::intrinsics;

fn digits<T: Copy>(value: T, radix: u32) -> Box<str> {
    unsafe { Box::from_raw(intrinsics::int_digits(value, radix) as *mut str) }
}

macro_rules! radix {
    ($t:ty, $unsigned:ty: $($Trait:ident $radix:literal $prefix:literal)*) => { $(
        impl $Trait for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.pad_integral(true, $prefix, &digits(*self as $unsigned, $radix))
            }
        }
    )* };
}

macro_rules! integers {
    ($($t:ty, $unsigned:ty, $magnitude:ident;)*) => { $(
        impl Display for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.pad_integral(*self >= 0, "", &digits($magnitude!(*self), 10))
            }
        }
        impl Debug for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                if f.has(FLAG_LOWER_HEX) {
                    LowerHex::fmt(self, f)
                } else if f.has(FLAG_UPPER_HEX) {
                    UpperHex::fmt(self, f)
                } else {
                    Display::fmt(self, f)
                }
            }
        }
        impl UpperHex for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.pad_integral(true, "0x", &digits(*self as $unsigned, 16).to_ascii_uppercase())
            }
        }
        impl LowerExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                exponent(*self >= 0, &digits($magnitude!(*self), 10), "e", f)
            }
        }
        impl UpperExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                exponent(*self >= 0, &digits($magnitude!(*self), 10), "E", f)
            }
        }
        radix! { $t, $unsigned: LowerHex 16 "0x" Octal 8 "0o" Binary 2 "0b" }
    )* };
}
macro_rules! signed {
    ($x:expr) => { $x.unsigned_abs() };
}
macro_rules! unsigned {
    ($x:expr) => { $x };
}
integers! {
    i8, u8, signed; i16, u16, signed; i32, u32, signed; i64, u64, signed; i128, u128, signed; isize, usize, signed;
    u8, u8, unsigned; u16, u16, unsigned; u32, u32, unsigned; u64, u64, unsigned; u128, u128, unsigned; usize, usize, unsigned;
}

/// `1.5e3`: one digit before the point, half to even at the precision.
fn exponent(nonnegative: bool, digits: &str, e: &str, f: &mut Formatter<'_>) -> Result {
    let mut exponent = digits.len() - 1;
    let mut mantissa = String::from(digits.trim_end_matches('0'));
    if mantissa.is_empty() {
        mantissa.push('0');
    }
    if let Some(precision) = f.precision() {
        if mantissa.len() > precision + 1 && round_at(&mut mantissa, precision + 1) {
            exponent += 1;
        }
        while mantissa.len() < precision + 1 {
            mantissa.push('0');
        }
    }
    if mantissa.len() > 1 {
        mantissa.insert(1, '.');
    }
    mantissa.push_str(e);
    mantissa.push_str(&self::digits(exponent, 10));
    let sign = if !nonnegative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    };
    f.pad_number(sign, "", &mantissa)
}

/// Cuts decimal digits to `keep`, rounding half to even; true when a new leading digit came up.
fn round_at(digits: &mut String, keep: usize) -> bool {
    let bytes = digits.as_bytes();
    let next = bytes[keep];
    let odd = bytes[keep - 1] % 2 == 1;
    let up = next > b'5' || next == b'5' && (odd || bytes.len() > keep + 1);
    digits.truncate(keep);
    if !up {
        return false;
    }
    let mut zeros = 0;
    while let Some(last) = digits.pop() {
        if last != '9' {
            digits.push((last as u8 + 1) as char);
            break;
        }
        zeros += 1;
    }
    let carried = digits.is_empty();
    if carried {
        digits.push('1');
        zeros -= 1;
    }
    while zeros > 0 {
        digits.push('0');
        zeros -= 1;
    }
    carried
}
