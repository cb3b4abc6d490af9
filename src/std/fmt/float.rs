// Floats. The decimal digits are exact: a primitive makes them, never the host's own printing.

use super::{Debug, Display, Formatter, LowerExp, Result, UpperExp};
use crate::intrinsics;

const SHORTEST: u8 = 0;
const FIXED: u8 = 1;
const EXPONENT: u8 = 2;
const FIXED_EXPONENT: u8 = 3;

fn digits<T: Copy>(value: T, mode: u8, count: usize) -> String {
    unsafe { Box::from_raw(intrinsics::float_digits(value, mode, count) as *mut str) }.into_string()
}

macro_rules! floats {
    ($($t:ty)*) => { $(
        impl Display for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let text = match f.precision() {
                    Some(precision) if self.is_finite() => digits(self.abs(), FIXED, precision),
                    _ if self.is_finite() => digits(self.abs(), SHORTEST, 0),
                    _ => String::new(),
                };
                write_float(self.is_sign_negative(), self.is_nan(), &text, f)
            }
        }
        impl Debug for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                if f.precision().is_some() || !self.is_finite() {
                    return Display::fmt(self, f);
                }
                let size = self.abs();
                let mut text = if size != 0.0 && (size < 1e-4 || size >= 1e16) { digits(size, EXPONENT, 0) } else { digits(size, SHORTEST, 0) };
                if !text.contains(['.', 'e']) {
                    text.push_str(".0");
                }
                write_float(self.is_sign_negative(), false, &text, f)
            }
        }
        impl LowerExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let text = match f.precision() {
                    Some(precision) if self.is_finite() => digits(self.abs(), FIXED_EXPONENT, precision),
                    _ if self.is_finite() => digits(self.abs(), EXPONENT, 0),
                    _ => String::new(),
                };
                write_float(self.is_sign_negative(), self.is_nan(), &text, f)
            }
        }
        impl UpperExp for $t {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let text = match f.precision() {
                    Some(precision) if self.is_finite() => digits(self.abs(), FIXED_EXPONENT, precision),
                    _ if self.is_finite() => digits(self.abs(), EXPONENT, 0),
                    _ => String::new(),
                };
                write_float(self.is_sign_negative(), self.is_nan(), &text.to_ascii_uppercase(), f)
            }
        }
    )* };
}
floats! { f32 f64 }

/// Sign and padding; no text means infinity or NaN.
fn write_float(negative: bool, nan: bool, text: &str, f: &mut Formatter<'_>) -> Result {
    let sign = if nan {
        ""
    } else if negative {
        "-"
    } else if f.sign_plus() {
        "+"
    } else {
        ""
    };
    let text = match (text.is_empty(), nan) {
        (false, _) => text,
        (true, true) => "NaN",
        (true, false) => "inf",
    };
    f.pad_number(sign, "", text)
}
