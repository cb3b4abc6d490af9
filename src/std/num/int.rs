// What all integer types have: wrapping, checked, saturating and overflowing arithmetic, bits, powers.

use crate::intrinsics;
use crate::rt;

macro_rules! integers {
    ($($t:ident $bits:literal;)*) => { $(
        impl $t {
            pub const BITS: u32 = $bits;

            /// `self + rhs`, wrapping round at the limits.
            pub const fn wrapping_add(self, rhs: $t) -> $t {
                intrinsics::wrapping_add(self, rhs)
            }
            /// `self - rhs`, wrapping round at the limits.
            pub const fn wrapping_sub(self, rhs: $t) -> $t {
                intrinsics::wrapping_sub(self, rhs)
            }
            /// `self * rhs`, wrapping round at the limits.
            pub const fn wrapping_mul(self, rhs: $t) -> $t {
                intrinsics::wrapping_mul(self, rhs)
            }
            pub const fn wrapping_shl(self, rhs: u32) -> $t {
                intrinsics::wrapping_shl(self, rhs)
            }
            pub const fn wrapping_shr(self, rhs: u32) -> $t {
                intrinsics::wrapping_shr(self, rhs)
            }

            /// The result modulo 2 to the width, and whether it did not fit.
            pub const fn overflowing_add(self, rhs: $t) -> ($t, bool) {
                intrinsics::add_with_overflow(self, rhs)
            }
            pub const fn overflowing_sub(self, rhs: $t) -> ($t, bool) {
                intrinsics::sub_with_overflow(self, rhs)
            }
            pub const fn overflowing_mul(self, rhs: $t) -> ($t, bool) {
                intrinsics::mul_with_overflow(self, rhs)
            }
            /// A shift by the whole width or more gives what all bits falling out would give.
            pub const fn unbounded_shl(self, rhs: u32) -> $t {
                if rhs < $bits { self << rhs } else { 0 }
            }
            pub const fn unbounded_shr(self, rhs: u32) -> $t {
                if rhs < $bits { self >> rhs } else if self < (0 as $t) { !0 } else { 0 }
            }
            pub const fn overflowing_shl(self, rhs: u32) -> ($t, bool) {
                (self.wrapping_shl(rhs), rhs >= $bits)
            }
            pub const fn overflowing_shr(self, rhs: u32) -> ($t, bool) {
                (self.wrapping_shr(rhs), rhs >= $bits)
            }

            /// The result, if it fits.
            pub const fn checked_add(self, rhs: $t) -> Option<$t> {
                let (value, overflow) = intrinsics::add_with_overflow(self, rhs);
                if overflow { None } else { Some(value) }
            }
            /// The difference, if it fits.
            pub const fn checked_sub(self, rhs: $t) -> Option<$t> {
                let (value, overflow) = intrinsics::sub_with_overflow(self, rhs);
                if overflow { None } else { Some(value) }
            }
            /// The product, if it fits.
            pub const fn checked_mul(self, rhs: $t) -> Option<$t> {
                let (value, overflow) = intrinsics::mul_with_overflow(self, rhs);
                if overflow { None } else { Some(value) }
            }
            pub const fn checked_shl(self, rhs: u32) -> Option<$t> {
                if rhs < $bits { Some(self << rhs) } else { None }
            }
            pub const fn checked_shr(self, rhs: u32) -> Option<$t> {
                if rhs < $bits { Some(self >> rhs) } else { None }
            }
            pub const fn checked_pow(self, exp: u32) -> Option<$t> {
                let (value, overflow) = self.overflowing_pow(exp);
                if overflow { None } else { Some(value) }
            }

            /// The result, or the nearest value that fits.
            pub const fn saturating_add(self, rhs: $t) -> $t {
                intrinsics::saturating_add(self, rhs)
            }
            /// The difference, or the nearest value that fits.
            pub const fn saturating_sub(self, rhs: $t) -> $t {
                intrinsics::saturating_sub(self, rhs)
            }

            pub const unsafe fn unchecked_add(self, rhs: $t) -> $t {
                self + rhs
            }
            pub const unsafe fn unchecked_sub(self, rhs: $t) -> $t {
                self - rhs
            }
            pub const unsafe fn unchecked_mul(self, rhs: $t) -> $t {
                self * rhs
            }

            /// `self` multiplied by itself `exp` times. Panics when it does not fit.
            #[lockstep::place = "core/src/num/mod.rs:394:5"]
            pub const fn pow(self, exp: u32) -> $t {
                let mut base = self;
                let mut left = exp;
                let mut acc: $t = 1;
                while left > 1 {
                    if left % 2 == 1 {
                        acc = acc * base;
                    }
                    left /= 2;
                    base = base * base;
                }
                if left == 1 { acc * base } else { acc }
            }
            pub const fn wrapping_pow(self, exp: u32) -> $t {
                self.overflowing_pow(exp).0
            }
            pub const fn overflowing_pow(self, exp: u32) -> ($t, bool) {
                let mut base = self;
                let mut left = exp;
                let mut acc: $t = 1;
                let mut overflow = false;
                while left > 0 {
                    if left % 2 == 1 {
                        let (value, over) = acc.overflowing_mul(base);
                        acc = value;
                        overflow |= over;
                    }
                    left /= 2;
                    if left > 0 {
                        let (value, over) = base.overflowing_mul(base);
                        base = value;
                        overflow |= over;
                    }
                }
                (acc, overflow)
            }

            /// How many bits are 1.
            pub const fn count_ones(self) -> u32 {
                intrinsics::ctpop(self)
            }
            pub const fn count_zeros(self) -> u32 {
                $bits - intrinsics::ctpop(self)
            }
            /// How many bits at the top are 0.
            pub const fn leading_zeros(self) -> u32 {
                intrinsics::ctlz(self)
            }
            /// How many bits at the bottom are 0.
            pub const fn trailing_zeros(self) -> u32 {
                intrinsics::cttz(self)
            }
            pub const fn leading_ones(self) -> u32 {
                intrinsics::ctlz(!self)
            }
            pub const fn trailing_ones(self) -> u32 {
                intrinsics::cttz(!self)
            }
            /// The bits moved up by `n`; those that fall out come in below.
            pub const fn rotate_left(self, n: u32) -> $t {
                intrinsics::rotate_left(self, n % $bits)
            }
            pub const fn rotate_right(self, n: u32) -> $t {
                intrinsics::rotate_right(self, n % $bits)
            }
            pub const fn swap_bytes(self) -> $t {
                intrinsics::bswap(self)
            }
            pub const fn reverse_bits(self) -> $t {
                intrinsics::bitreverse(self)
            }
            pub const fn to_be(self) -> $t {
                self.swap_bytes()
            }
            pub const fn to_le(self) -> $t {
                self
            }
            pub const fn from_be(x: $t) -> $t {
                x.swap_bytes()
            }
            pub const fn from_le(x: $t) -> $t {
                x
            }

            #[rustc_promotable]
            pub const fn min_value() -> $t {
                <$t>::MIN
            }
            #[rustc_promotable]
            pub const fn max_value() -> $t {
                <$t>::MAX
            }

            /// The logarithm, rounded down.
            pub const fn ilog2(self) -> u32 {
                match self.checked_ilog2() {
                    Some(n) => n,
                    None => rt::panic("argument of integer logarithm must be positive"),
                }
            }
            pub const fn ilog10(self) -> u32 {
                match self.checked_ilog(10) {
                    Some(n) => n,
                    None => rt::panic("argument of integer logarithm must be positive"),
                }
            }
            pub const fn ilog(self, base: $t) -> u32 {
                if base < 2 {
                    rt::panic("base of integer logarithm must be at least 2");
                }
                match self.checked_ilog(base) {
                    Some(n) => n,
                    None => rt::panic("argument of integer logarithm must be positive"),
                }
            }
            pub const fn checked_ilog2(self) -> Option<u32> {
                if self <= 0 { None } else { Some($bits - 1 - self.leading_zeros()) }
            }
            pub const fn checked_ilog10(self) -> Option<u32> {
                self.checked_ilog(10)
            }
            pub const fn checked_ilog(self, base: $t) -> Option<u32> {
                if self <= 0 || base < 2 {
                    return None;
                }
                let mut n = 0;
                let mut rest = self;
                while rest >= base {
                    rest /= base;
                    n += 1;
                }
                Some(n)
            }
        }
    )* };
}
integers! {
    i8 8; i16 16; i32 32; i64 64; i128 128; isize 64;
    u8 8; u16 16; u32 32; u64 64; u128 128; usize 64;
}
