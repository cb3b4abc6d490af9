// What unsigned integer types have of their own: powers of two, rounding division, signed operands.

use crate::rt;

macro_rules! unsigned {
    ($($t:ident $signed:ident $max:literal;)*) => { $(
        impl $t {
            pub const MIN: $t = 0;
            pub const MAX: $t = $max;

            /// The distance between two numbers.
            pub const fn abs_diff(self, other: $t) -> $t {
                if self < other { other - self } else { self - other }
            }
            pub const fn cast_signed(self) -> $signed {
                self as $signed
            }

            pub const fn wrapping_neg(self) -> $t {
                (0 as $t).wrapping_sub(self)
            }
            pub const fn wrapping_div(self, rhs: $t) -> $t {
                self / rhs
            }
            pub const fn wrapping_rem(self, rhs: $t) -> $t {
                self % rhs
            }
            pub const fn wrapping_add_signed(self, rhs: $signed) -> $t {
                self.wrapping_add(rhs as $t)
            }
            pub const fn wrapping_sub_signed(self, rhs: $signed) -> $t {
                self.wrapping_sub(rhs as $t)
            }
            pub const fn wrapping_div_euclid(self, rhs: $t) -> $t {
                self / rhs
            }
            pub const fn wrapping_rem_euclid(self, rhs: $t) -> $t {
                self % rhs
            }
            pub const fn wrapping_next_power_of_two(self) -> $t {
                match self.checked_next_power_of_two() {
                    Some(n) => n,
                    None => 0,
                }
            }
            pub const fn overflowing_neg(self) -> ($t, bool) {
                (self.wrapping_neg(), self != 0)
            }
            pub const fn overflowing_div(self, rhs: $t) -> ($t, bool) {
                (self / rhs, false)
            }
            pub const fn overflowing_rem(self, rhs: $t) -> ($t, bool) {
                (self % rhs, false)
            }
            pub const fn overflowing_add_signed(self, rhs: $signed) -> ($t, bool) {
                let (value, overflow) = self.overflowing_add(rhs as $t);
                (value, overflow != (rhs < 0))
            }

            pub const fn overflowing_sub_signed(self, rhs: $signed) -> ($t, bool) {
                let (value, overflow) = self.overflowing_sub(rhs as $t);
                (value, overflow != (rhs < 0))
            }
            pub const fn overflowing_div_euclid(self, rhs: $t) -> ($t, bool) {
                (self / rhs, false)
            }
            pub const fn overflowing_rem_euclid(self, rhs: $t) -> ($t, bool) {
                (self % rhs, false)
            }

            /// A digit of a longer sum: the carry comes in and goes out.
            pub const fn carrying_add(self, rhs: $t, carry: bool) -> ($t, bool) {
                let (sum, first) = self.overflowing_add(rhs);
                let (sum, second) = sum.overflowing_add(carry as $t);
                (sum, first || second)
            }
            pub const fn borrowing_sub(self, rhs: $t, borrow: bool) -> ($t, bool) {
                let (difference, first) = self.overflowing_sub(rhs);
                let (difference, second) = difference.overflowing_sub(borrow as $t);
                (difference, first || second)
            }
            pub const fn carrying_mul(self, rhs: $t, carry: $t) -> ($t, $t) {
                self.carrying_mul_add(rhs, carry, 0)
            }
            /// `self * rhs + carry + add` in two words; the lower comes first.
            pub const fn carrying_mul_add(self, rhs: $t, carry: $t, add: $t) -> ($t, $t) {
                const HALF: u32 = <$t>::BITS / 2;
                const LOW: $t = <$t>::MAX >> HALF;
                let (a, b) = (self >> HALF, self & LOW);
                let (c, d) = (rhs >> HALF, rhs & LOW);
                let middle = a * d + ((b * d) >> HALF);
                let cross = b * c + (middle & LOW);
                let mut high = a * c + (middle >> HALF) + (cross >> HALF);
                let (low, over) = self.wrapping_mul(rhs).overflowing_add(carry);
                high += over as $t;
                let (low, over) = low.overflowing_add(add);
                (low, high + over as $t)
            }

            pub const fn checked_neg(self) -> Option<$t> {
                if self == 0 { Some(0) } else { None }
            }
            /// The quotient, if there is one.
            pub const fn checked_div(self, rhs: $t) -> Option<$t> {
                if rhs == 0 { None } else { Some(self / rhs) }
            }
            pub const fn checked_rem(self, rhs: $t) -> Option<$t> {
                if rhs == 0 { None } else { Some(self % rhs) }
            }
            pub const fn checked_div_euclid(self, rhs: $t) -> Option<$t> {
                self.checked_div(rhs)
            }
            pub const fn checked_rem_euclid(self, rhs: $t) -> Option<$t> {
                self.checked_rem(rhs)
            }
            pub const fn checked_add_signed(self, rhs: $signed) -> Option<$t> {
                match self.overflowing_add_signed(rhs) {
                    (value, false) => Some(value),
                    _ => None,
                }
            }
            pub const fn checked_sub_signed(self, rhs: $signed) -> Option<$t> {
                let (value, overflow) = self.overflowing_sub(rhs as $t);
                if overflow != (rhs < 0) { None } else { Some(value) }
            }
            pub const fn checked_signed_diff(self, rhs: $t) -> Option<$signed> {
                let difference = self.wrapping_sub(rhs) as $signed;
                if (self >= rhs) == (difference < 0) { None } else { Some(difference) }
            }

            /// The product, or the nearest value that fits.
            pub const fn saturating_mul(self, rhs: $t) -> $t {
                match self.checked_mul(rhs) {
                    Some(value) => value,
                    None => <$t>::MAX,
                }
            }
            pub const fn saturating_pow(self, exp: u32) -> $t {
                match self.checked_pow(exp) {
                    Some(value) => value,
                    None => <$t>::MAX,
                }
            }
            pub const fn saturating_div(self, rhs: $t) -> $t {
                self / rhs
            }
            pub const fn saturating_add_signed(self, rhs: $signed) -> $t {
                match self.checked_add_signed(rhs) {
                    Some(value) => value,
                    None => if rhs < 0 { 0 } else { <$t>::MAX },
                }
            }
            pub const fn saturating_sub_signed(self, rhs: $signed) -> $t {
                match self.checked_sub_signed(rhs) {
                    Some(value) => value,
                    None => if rhs > 0 { 0 } else { <$t>::MAX },
                }
            }

            pub const fn div_euclid(self, rhs: $t) -> $t {
                self / rhs
            }
            pub const fn rem_euclid(self, rhs: $t) -> $t {
                self % rhs
            }
            /// Division that rounds up.
            pub const fn div_ceil(self, rhs: $t) -> $t {
                let q = self / rhs;
                if self % rhs > 0 { q + 1 } else { q }
            }
            #[lockstep::place = "core/src/num/mod.rs:1243:5"]
            pub const fn next_multiple_of(self, rhs: $t) -> $t {
                match self % rhs {
                    0 => self,
                    r => self + (rhs - r),
                }
            }
            pub const fn checked_next_multiple_of(self, rhs: $t) -> Option<$t> {
                if rhs == 0 {
                    return None;
                }
                match self % rhs {
                    0 => Some(self),
                    r => self.checked_add(rhs - r),
                }
            }
            pub const fn is_multiple_of(self, rhs: $t) -> bool {
                if rhs == 0 { self == 0 } else { self % rhs == 0 }
            }

            /// Whether it is a power of two.
            pub const fn is_power_of_two(self) -> bool {
                self.count_ones() == 1
            }
            /// The smallest power of two that is not smaller.
            #[lockstep::place = "core/src/num/mod.rs:1243:5"]
            pub const fn next_power_of_two(self) -> $t {
                match self.checked_next_power_of_two() {
                    Some(n) => n,
                    None => rt::panic("attempt to add with overflow"),
                }
            }
            pub const fn checked_next_power_of_two(self) -> Option<$t> {
                if self <= 1 {
                    return Some(1);
                }
                let shift = <$t>::BITS - (self - 1).leading_zeros();
                if shift == <$t>::BITS { None } else { Some(1 << shift) }
            }
            /// The square root, rounded down.
            pub const fn isqrt(self) -> $t {
                if self < 2 {
                    return self;
                }
                // Bit by bit from the top: `root` is kept when its square still fits under `self`.
                let mut root: $t = 0;
                let mut bit: $t = 1 << ((<$t>::BITS - 1 - self.leading_zeros()) / 2);
                while bit > 0 {
                    let tried = root | bit;
                    if tried <= self / tried {
                        root = tried;
                    }
                    bit >>= 1;
                }
                root
            }
            pub const fn midpoint(self, rhs: $t) -> $t {
                (self & rhs) + ((self ^ rhs) >> 1)
            }
        }
    )* };
}
unsigned! {
    u8 i8 255;
    u16 i16 65535;
    u32 i32 4294967295;
    u64 i64 18446744073709551615;
    u128 i128 340282366920938463463374607431768211455;
    usize isize 18446744073709551615;
}
