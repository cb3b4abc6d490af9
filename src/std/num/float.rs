// Floats. Rounding, roots and the like are primitives by name.
//
// Not modelled: which NaN a NaN is; the last digit of `exp`, `sin` and their kind, which differs between machines anyway.

use super::FpCategory;
use crate::cmp::Ordering;
use crate::fmt;
use crate::intrinsics::{self, float_binary, float_unary};
use crate::rt;

macro_rules! by_name {
    ($t:ident: $($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        pub fn $name(self) -> $t {
            float_unary(stringify!($name), self)
        }
    )* };
}

macro_rules! const_by_name {
    ($t:ident: $($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        pub const fn $name(self) -> $t {
            float_unary(stringify!($name), self)
        }
    )* };
}

macro_rules! floats {
    ($($t:ident $bits:ident $signed:ident $sign:literal;)*) => { $(
        impl $t {
            pub const RADIX: u32 = 2;
            pub const NAN: $t = 0.0 / 0.0;
            pub const INFINITY: $t = 1.0 / 0.0;
            pub const NEG_INFINITY: $t = -1.0 / 0.0;

            const_by_name! { $t:
                /// The nearest whole number that is not larger.
                floor
                /// The nearest whole number that is not smaller.
                ceil
                /// The nearest whole number; halves go away from zero.
                round
                round_ties_even
                trunc
            }
            by_name! { $t:
                /// The square root; NaN for negative numbers.
                sqrt
                cbrt exp exp2 exp_m1 ln log2 log10 ln_1p
                sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh
            }

            pub fn powf(self, n: $t) -> $t {
                float_binary("powf", self, n)
            }
            pub fn powi(self, n: i32) -> $t {
                intrinsics::float_powi(self, n)
            }
            pub fn atan2(self, other: $t) -> $t {
                float_binary("atan2", self, other)
            }
            pub fn hypot(self, other: $t) -> $t {
                float_binary("hypot", self, other)
            }
            pub fn log(self, base: $t) -> $t {
                self.ln() / base.ln()
            }
            pub fn sin_cos(self) -> ($t, $t) {
                (self.sin(), self.cos())
            }
            /// `self * a + b`, rounded once.
            pub const fn mul_add(self, a: $t, b: $t) -> $t {
                intrinsics::float_mul_add(self, a, b)
            }
            pub const fn fract(self) -> $t {
                self - self.trunc()
            }
            pub const fn abs(self) -> $t {
                if self.is_sign_negative() { -self } else { self }
            }
            pub const fn signum(self) -> $t {
                if self.is_nan() { self } else { (1.0 as $t).copysign(self) }
            }
            pub const fn copysign(self, sign: $t) -> $t {
                if self.is_sign_negative() == sign.is_sign_negative() { self } else { -self }
            }
            pub const fn recip(self) -> $t {
                1.0 / self
            }
            pub fn div_euclid(self, rhs: $t) -> $t {
                let q = (self / rhs).trunc();
                if self % rhs < 0.0 {
                    return if rhs > 0.0 { q - 1.0 } else { q + 1.0 };
                }
                q
            }
            pub fn rem_euclid(self, rhs: $t) -> $t {
                let r = self % rhs;
                if r < 0.0 { r + rhs.abs() } else { r }
            }
            pub const fn midpoint(self, other: $t) -> $t {
                self / 2.0 + other / 2.0
            }

            pub const fn is_nan(self) -> bool {
                self != self
            }
            pub const fn is_infinite(self) -> bool {
                self == <$t>::INFINITY || self == <$t>::NEG_INFINITY
            }
            pub const fn is_finite(self) -> bool {
                !self.is_nan() && !self.is_infinite()
            }
            pub const fn is_normal(self) -> bool {
                matches!(self.classify(), FpCategory::Normal)
            }
            pub const fn is_subnormal(self) -> bool {
                matches!(self.classify(), FpCategory::Subnormal)
            }
            pub const fn classify(self) -> FpCategory {
                if self.is_nan() {
                    FpCategory::Nan
                } else if self.is_infinite() {
                    FpCategory::Infinite
                } else if self == 0.0 {
                    FpCategory::Zero
                } else if self.abs() < <$t>::MIN_POSITIVE {
                    FpCategory::Subnormal
                } else {
                    FpCategory::Normal
                }
            }
            pub const fn is_sign_negative(self) -> bool {
                self < 0.0 || !(self > 0.0) && self.to_bits() >= $sign
            }
            pub const fn is_sign_positive(self) -> bool {
                !self.is_sign_negative()
            }

            /// The larger of the two; a NaN is left out.
            pub const fn max(self, other: $t) -> $t {
                if self.is_nan() || self < other { other } else { self }
            }
            /// The smaller of the two; a NaN is left out.
            pub const fn min(self, other: $t) -> $t {
                if self.is_nan() || other < self { other } else { self }
            }
            #[lockstep::place = "core/src/num/f64.rs:1502:9"]
            pub const fn clamp(self, min: $t, max: $t) -> $t {
                if !(min <= max) {
                    clamp_failed(&min, &max);
                }
                if self < min {
                    min
                } else if self > max {
                    max
                } else {
                    self
                }
            }
            pub const fn to_degrees(self) -> $t {
                self * (180.0 / consts::$t::PI)
            }
            pub const fn to_radians(self) -> $t {
                self * (consts::$t::PI / 180.0)
            }

            pub const fn to_bits(self) -> $bits {
                intrinsics::float_to_bits(self)
            }
            pub const fn from_bits(bits: $bits) -> $t {
                intrinsics::float_from_bits(bits)
            }

            /// An order for all floats: by size, -0 before 0, NaNs at the ends.
            pub fn total_cmp(&self, other: &$t) -> Ordering {
                let key = |x: $t| {
                    let bits = x.to_bits();
                    if bits >= $sign { -((bits - $sign) as $signed) - 1 } else { bits as $signed }
                };
                key(*self).cmp(&key(*other))
            }

            pub const fn next_up(self) -> $t {
                if self.is_nan() || self == <$t>::INFINITY {
                    return self;
                }
                if self == 0.0 {
                    return <$t>::from_bits(1);
                }
                let bits = self.to_bits();
                <$t>::from_bits(if bits >= $sign { bits - 1 } else { bits + 1 })
            }
            pub const fn next_down(self) -> $t {
                -(-self).next_up()
            }
        }
    )* };
}
floats! {
    f32 u32 i64 0x8000_0000;
    f64 u64 i128 0x8000_0000_0000_0000;
}

impl f32 {
    pub const MANTISSA_DIGITS: u32 = 24;
    pub const DIGITS: u32 = 6;
    pub const EPSILON: f32 = 1.1920929e-7;
    pub const MIN: f32 = -3.40282347e+38;
    pub const MIN_POSITIVE: f32 = 1.17549435e-38;
    pub const MAX: f32 = 3.40282347e+38;
    pub const MIN_EXP: i32 = -125;
    pub const MAX_EXP: i32 = 128;
    pub const MIN_10_EXP: i32 = -37;
    pub const MAX_10_EXP: i32 = 38;
}

impl f64 {
    pub const MANTISSA_DIGITS: u32 = 53;
    pub const DIGITS: u32 = 15;
    pub const EPSILON: f64 = 2.2204460492503131e-16;
    pub const MIN: f64 = -1.7976931348623157e+308;
    pub const MIN_POSITIVE: f64 = 2.2250738585072014e-308;
    pub const MAX: f64 = 1.7976931348623157e+308;
    pub const MIN_EXP: i32 = -1021;
    pub const MAX_EXP: i32 = 1024;
    pub const MIN_10_EXP: i32 = -307;
    pub const MAX_10_EXP: i32 = 308;
}

mod consts {
    pub mod f32 {
        pub const PI: f32 = 3.14159265358979323846264338327950288;
    }
    pub mod f64 {
        pub const PI: f64 = 3.14159265358979323846264338327950288;
    }
}

fn clamp_failed(min: &dyn fmt::Debug, max: &dyn fmt::Debug) -> ! {
    let mut message = String::from("min > max, or either was NaN. min = ");
    let _ = fmt::write_debug(&mut message, min);
    message.push_str(", max = ");
    let _ = fmt::write_debug(&mut message, max);
    rt::panic_string(&message)
}
