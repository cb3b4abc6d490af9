// What the integers inside `Saturating` lend it: bits, signs, powers of two. The operators are in num/wrapping.rs.

use super::wrapping::{Saturating, Wrapping};
use crate::ops::Neg;

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl Saturating<$t> {
            pub const BITS: u32 = <$t>::BITS;

            pub const fn count_ones(self) -> u32 {
                self.0.count_ones()
            }
            pub const fn count_zeros(self) -> u32 {
                self.0.count_zeros()
            }
            pub const fn leading_zeros(self) -> u32 {
                self.0.leading_zeros()
            }
            pub const fn trailing_zeros(self) -> u32 {
                self.0.trailing_zeros()
            }
            pub const fn rotate_left(self, n: u32) -> Self {
                Saturating(self.0.rotate_left(n))
            }
            pub const fn rotate_right(self, n: u32) -> Self {
                Saturating(self.0.rotate_right(n))
            }
            pub const fn swap_bytes(self) -> Self {
                Saturating(self.0.swap_bytes())
            }
            pub const fn reverse_bits(self) -> Self {
                Saturating(self.0.reverse_bits())
            }
            pub const fn from_be(x: Self) -> Self {
                Saturating(<$t>::from_be(x.0))
            }
            pub const fn from_le(x: Self) -> Self {
                x
            }
            pub const fn to_be(self) -> Self {
                Saturating(self.0.to_be())
            }
            pub const fn to_le(self) -> Self {
                self
            }
        }
        impl Wrapping<$t> {
            pub const fn reverse_bits(self) -> Self {
                Wrapping(self.0.reverse_bits())
            }
        }
    )* };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! signed {
    ($($t:ident)*) => { $(
        impl Saturating<$t> {
            pub fn abs(self) -> Self {
                Saturating(self.0.saturating_abs())
            }
            pub fn signum(self) -> Self {
                Saturating(self.0.signum())
            }
            pub const fn is_positive(self) -> bool {
                self.0.is_positive()
            }
            pub const fn is_negative(self) -> bool {
                self.0.is_negative()
            }
        }
        impl Neg for Saturating<$t> {
            type Output = Self;
            fn neg(self) -> Self {
                Saturating(self.0.saturating_neg())
            }
        }
    )* };
}
signed! { i8 i16 i32 i64 i128 isize }

macro_rules! unsigned {
    ($($t:ident)*) => { $(
        impl Saturating<$t> {
            pub fn is_power_of_two(self) -> bool {
                self.0.is_power_of_two()
            }
        }
    )* };
}
unsigned! { u8 u16 u32 u64 u128 usize }
