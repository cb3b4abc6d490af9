// Arithmetic that panics on overflow in every build, with the messages of the operators.

use crate::rt;

macro_rules! strict {
    ($($t:ident)*) => { $(
        impl $t {
            pub const fn strict_add(self, rhs: $t) -> $t {
                self + rhs
            }
            pub const fn strict_sub(self, rhs: $t) -> $t {
                self - rhs
            }
            pub const fn strict_mul(self, rhs: $t) -> $t {
                self * rhs
            }
            pub const fn strict_div(self, rhs: $t) -> $t {
                self / rhs
            }
            pub const fn strict_rem(self, rhs: $t) -> $t {
                self % rhs
            }
            pub const fn strict_div_euclid(self, rhs: $t) -> $t {
                self.div_euclid(rhs)
            }
            pub const fn strict_rem_euclid(self, rhs: $t) -> $t {
                self.rem_euclid(rhs)
            }
            pub const fn strict_shl(self, rhs: u32) -> $t {
                self << rhs
            }
            pub const fn strict_shr(self, rhs: u32) -> $t {
                self >> rhs
            }
            pub const fn strict_pow(self, exp: u32) -> $t {
                self.pow(exp)
            }
        }
    )* };
}
strict! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! signed {
    ($($t:ident $unsigned:ident)*) => { $(
        impl $t {
            pub const fn strict_neg(self) -> $t {
                -self
            }
            pub const fn strict_abs(self) -> $t {
                self.abs()
            }
            pub const fn strict_add_unsigned(self, rhs: $unsigned) -> $t {
                match self.checked_add_unsigned(rhs) {
                    Some(value) => value,
                    None => rt::panic("attempt to add with overflow"),
                }
            }
            pub const fn strict_sub_unsigned(self, rhs: $unsigned) -> $t {
                match self.checked_sub_unsigned(rhs) {
                    Some(value) => value,
                    None => rt::panic("attempt to subtract with overflow"),
                }
            }
        }
    )* };
}
signed! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }

macro_rules! unsigned {
    ($($t:ident $signed:ident)*) => { $(
        impl $t {
            pub const fn strict_neg(self) -> $t {
                if self == 0 { 0 } else { rt::panic("attempt to negate with overflow") }
            }
            pub const fn strict_add_signed(self, rhs: $signed) -> $t {
                match self.checked_add_signed(rhs) {
                    Some(value) => value,
                    None => rt::panic("attempt to add with overflow"),
                }
            }
            pub const fn strict_sub_signed(self, rhs: $signed) -> $t {
                match self.checked_sub_signed(rhs) {
                    Some(value) => value,
                    None => rt::panic("attempt to subtract with overflow"),
                }
            }
        }
    )* };
}
unsigned! { u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize }
