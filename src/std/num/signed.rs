// What signed integer types have of their own: sign, division, negation.

use crate::rt;

macro_rules! signed {
    ($($t:ident $unsigned:ident $min:literal $max:literal;)*) => { $(
        impl $t {
            pub const MIN: $t = $min;
            pub const MAX: $t = $max;

            /// The size without sign. Panics for `MIN`, whose size does not fit.
            #[lockstep::place = "core/src/num/mod.rs:394:5"]
            pub const fn abs(self) -> $t {
                if self < 0 { -self } else { self }
            }
            /// The size without sign, in the unsigned type.
            pub const fn unsigned_abs(self) -> $unsigned {
                self.wrapping_abs() as $unsigned
            }
            /// -1, 0 or 1.
            pub const fn signum(self) -> $t {
                if self < 0 {
                    -1
                } else if self == 0 {
                    0
                } else {
                    1
                }
            }
            /// Whether it is above zero.
            pub const fn is_positive(self) -> bool {
                self > 0
            }
            /// Whether it is below zero.
            pub const fn is_negative(self) -> bool {
                self < 0
            }
            /// The distance between two numbers.
            pub const fn abs_diff(self, other: $t) -> $unsigned {
                if self < other {
                    (other as $unsigned).wrapping_sub(self as $unsigned)
                } else {
                    (self as $unsigned).wrapping_sub(other as $unsigned)
                }
            }
            pub const fn cast_unsigned(self) -> $unsigned {
                self as $unsigned
            }

            pub const fn wrapping_neg(self) -> $t {
                (0 as $t).wrapping_sub(self)
            }
            pub const fn wrapping_abs(self) -> $t {
                if self < 0 { self.wrapping_neg() } else { self }
            }
            pub const fn wrapping_div(self, rhs: $t) -> $t {
                self.overflowing_div(rhs).0
            }
            pub const fn wrapping_rem(self, rhs: $t) -> $t {
                if rhs == -1 { 0 } else { self % rhs }
            }
            pub const fn wrapping_add_unsigned(self, rhs: $unsigned) -> $t {
                self.wrapping_add(rhs as $t)
            }
            pub const fn wrapping_sub_unsigned(self, rhs: $unsigned) -> $t {
                self.wrapping_sub(rhs as $t)
            }
            pub const fn overflowing_neg(self) -> ($t, bool) {
                (self.wrapping_neg(), self == <$t>::MIN)
            }
            pub const fn overflowing_abs(self) -> ($t, bool) {
                (self.wrapping_abs(), self == <$t>::MIN)
            }
            pub const fn overflowing_div(self, rhs: $t) -> ($t, bool) {
                if self == <$t>::MIN && rhs == -1 { (self, true) } else { (self / rhs, false) }
            }
            pub const fn overflowing_rem(self, rhs: $t) -> ($t, bool) {
                if rhs == -1 { (0, self == <$t>::MIN) } else { (self % rhs, false) }
            }

            pub const fn overflowing_div_euclid(self, rhs: $t) -> ($t, bool) {
                if self == <$t>::MIN && rhs == -1 { (self, true) } else { (self.div_euclid(rhs), false) }
            }
            pub const fn overflowing_rem_euclid(self, rhs: $t) -> ($t, bool) {
                if rhs == -1 { (0, self == <$t>::MIN) } else { (self.rem_euclid(rhs), false) }
            }
            pub const fn overflowing_add_unsigned(self, rhs: $unsigned) -> ($t, bool) {
                let sum = self.wrapping_add(rhs as $t);
                (sum, sum < self)
            }
            pub const fn overflowing_sub_unsigned(self, rhs: $unsigned) -> ($t, bool) {
                let difference = self.wrapping_sub(rhs as $t);
                (difference, difference > self)
            }

            pub const fn checked_neg(self) -> Option<$t> {
                if self == <$t>::MIN { None } else { Some(-self) }
            }
            pub const fn checked_abs(self) -> Option<$t> {
                if self == <$t>::MIN { None } else { Some(self.abs()) }
            }
            /// The quotient, if there is one.
            pub const fn checked_div(self, rhs: $t) -> Option<$t> {
                if rhs == 0 || self == <$t>::MIN && rhs == -1 { None } else { Some(self / rhs) }
            }
            pub const fn checked_rem(self, rhs: $t) -> Option<$t> {
                if rhs == 0 || self == <$t>::MIN && rhs == -1 { None } else { Some(self % rhs) }
            }
            pub const fn checked_div_euclid(self, rhs: $t) -> Option<$t> {
                if rhs == 0 || self == <$t>::MIN && rhs == -1 { None } else { Some(self.div_euclid(rhs)) }
            }
            pub const fn checked_rem_euclid(self, rhs: $t) -> Option<$t> {
                if rhs == 0 || self == <$t>::MIN && rhs == -1 { None } else { Some(self.rem_euclid(rhs)) }
            }
            pub const fn checked_add_unsigned(self, rhs: $unsigned) -> Option<$t> {
                let sum = self.wrapping_add(rhs as $t);
                if sum < self { None } else { Some(sum) }
            }
            pub const fn checked_sub_unsigned(self, rhs: $unsigned) -> Option<$t> {
                let difference = self.wrapping_sub(rhs as $t);
                if difference > self { None } else { Some(difference) }
            }
            pub const fn checked_isqrt(self) -> Option<$t> {
                if self < 0 { None } else { Some((self as $unsigned).isqrt() as $t) }
            }

            pub const fn saturating_neg(self) -> $t {
                if self == <$t>::MIN { <$t>::MAX } else { -self }
            }
            pub const fn saturating_abs(self) -> $t {
                if self == <$t>::MIN { <$t>::MAX } else { self.abs() }
            }
            /// The product, or the nearest value that fits.
            pub const fn saturating_mul(self, rhs: $t) -> $t {
                match self.checked_mul(rhs) {
                    Some(value) => value,
                    None => if (self < 0) == (rhs < 0) { <$t>::MAX } else { <$t>::MIN },
                }
            }
            pub const fn saturating_pow(self, exp: u32) -> $t {
                match self.checked_pow(exp) {
                    Some(value) => value,
                    None => if self < 0 && exp % 2 == 1 { <$t>::MIN } else { <$t>::MAX },
                }
            }
            pub const fn saturating_div(self, rhs: $t) -> $t {
                match self.overflowing_div(rhs) {
                    (value, false) => value,
                    (_, true) => <$t>::MAX,
                }
            }
            pub const fn saturating_add_unsigned(self, rhs: $unsigned) -> $t {
                match self.checked_add_unsigned(rhs) {
                    Some(value) => value,
                    None => <$t>::MAX,
                }
            }
            pub const fn saturating_sub_unsigned(self, rhs: $unsigned) -> $t {
                match self.checked_sub_unsigned(rhs) {
                    Some(value) => value,
                    None => <$t>::MIN,
                }
            }

            /// Division whose remainder is never negative.
            pub const fn div_euclid(self, rhs: $t) -> $t {
                let q = self / rhs;
                if self % rhs < 0 {
                    if rhs > 0 { q - 1 } else { q + 1 }
                } else {
                    q
                }
            }
            /// The remainder that is never negative.
            pub const fn rem_euclid(self, rhs: $t) -> $t {
                let r = self % rhs;
                if r < 0 { r.wrapping_add(rhs.wrapping_abs()) } else { r }
            }
            pub const fn wrapping_div_euclid(self, rhs: $t) -> $t {
                if self == <$t>::MIN && rhs == -1 { self } else { self.div_euclid(rhs) }
            }
            pub const fn wrapping_rem_euclid(self, rhs: $t) -> $t {
                if rhs == -1 { 0 } else { self.rem_euclid(rhs) }
            }
            /// The square root, rounded down.
            pub const fn isqrt(self) -> $t {
                match self.checked_isqrt() {
                    Some(root) => root,
                    None => rt::panic("argument of integer square root cannot be negative"),
                }
            }
            pub const fn midpoint(self, rhs: $t) -> $t {
                ((self as i128 + rhs as i128) / 2) as $t
            }
        }
    )* };
}
signed! {
    i8 u8 -128 127;
    i16 u16 -32768 32767;
    i32 u32 -2147483648 2147483647;
    i64 u64 -9223372036854775808 9223372036854775807;
    i128 u128 -170141183460469231731687303715884105728 170141183460469231731687303715884105727;
    isize usize -9223372036854775808 9223372036854775807;
}
