// Numbers whose arithmetic wraps round or saturates instead of panicking.
//
// The operators are generic over what the integer types share; std has one impl for each type, which comes to the same.

use crate::fmt;
use crate::ops::{
    Add, AddAssign, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div, DivAssign, Mul, MulAssign, Neg, Not, Rem, RemAssign,
    Shl, ShlAssign, Shr, ShrAssign, Sub, SubAssign,
};

/// An integer whose arithmetic wraps round.
#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Wrapping<T>(pub T);

/// An integer whose arithmetic stops at the limits.
#[derive(PartialEq, PartialOrd, Eq, Ord, Clone, Copy, Default, Hash)]
pub struct Saturating<T>(pub T);

macro_rules! shown_as_inside {
    ($($Name:ident)*) => { $(
        impl<T: fmt::Debug> fmt::Debug for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl<T: fmt::Display> fmt::Display for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl<T: fmt::LowerHex> fmt::LowerHex for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl<T: fmt::UpperHex> fmt::UpperHex for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl<T: fmt::Binary> fmt::Binary for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl<T: fmt::Octal> fmt::Octal for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )* };
}
shown_as_inside! { Wrapping Saturating }

/// The two kinds of arithmetic that the integer types have.
pub trait Bounded: Copy + BitAnd<Output = Self> + BitOr<Output = Self> + BitXor<Output = Self> + Not<Output = Self> {
    const LOWEST: Self;
    const HIGHEST: Self;
    fn wrap_add(self, other: Self) -> Self;
    fn wrap_sub(self, other: Self) -> Self;
    fn wrap_mul(self, other: Self) -> Self;
    fn wrap_div(self, other: Self) -> Self;
    fn wrap_rem(self, other: Self) -> Self;
    fn wrap_neg(self) -> Self;
    fn wrap_shl(self, by: u32) -> Self;
    fn wrap_shr(self, by: u32) -> Self;
    fn stop_add(self, other: Self) -> Self;
    fn stop_sub(self, other: Self) -> Self;
    fn stop_mul(self, other: Self) -> Self;
    fn stop_div(self, other: Self) -> Self;
    fn stop_pow(self, exp: u32) -> Self;
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl Bounded for $t {
            const LOWEST: $t = <$t>::MIN;
            const HIGHEST: $t = <$t>::MAX;
            fn wrap_add(self, other: $t) -> $t {
                self.wrapping_add(other)
            }
            fn wrap_sub(self, other: $t) -> $t {
                self.wrapping_sub(other)
            }
            fn wrap_mul(self, other: $t) -> $t {
                self.wrapping_mul(other)
            }
            fn wrap_div(self, other: $t) -> $t {
                self.wrapping_div(other)
            }
            fn wrap_rem(self, other: $t) -> $t {
                self.wrapping_rem(other)
            }
            fn wrap_neg(self) -> $t {
                self.wrapping_neg()
            }
            fn wrap_shl(self, by: u32) -> $t {
                self.wrapping_shl(by)
            }
            fn wrap_shr(self, by: u32) -> $t {
                self.wrapping_shr(by)
            }
            fn stop_add(self, other: $t) -> $t {
                self.saturating_add(other)
            }
            fn stop_sub(self, other: $t) -> $t {
                self.saturating_sub(other)
            }
            fn stop_mul(self, other: $t) -> $t {
                self.saturating_mul(other)
            }
            fn stop_div(self, other: $t) -> $t {
                self.saturating_div(other)
            }
            fn stop_pow(self, exp: u32) -> $t {
                self.saturating_pow(exp)
            }
        }
    )* };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! operators {
    ($($Name:ident: $Op:ident $op:ident $OpAssign:ident $op_assign:ident $method:ident;)*) => { $(
        impl<T: Bounded> $Op for $Name<T> {
            type Output = $Name<T>;
            fn $op(self, other: $Name<T>) -> $Name<T> {
                $Name(self.0.$method(other.0))
            }
        }
        impl<'a, T: Bounded> $Op<&'a $Name<T>> for $Name<T> {
            type Output = $Name<T>;
            fn $op(self, other: &'a $Name<T>) -> $Name<T> {
                $Name(self.0.$method(other.0))
            }
        }
        impl<T: Bounded> $OpAssign for $Name<T> {
            fn $op_assign(&mut self, other: $Name<T>) {
                self.0 = self.0.$method(other.0);
            }
        }
        impl<T: Bounded> $OpAssign<T> for $Name<T> {
            fn $op_assign(&mut self, other: T) {
                self.0 = self.0.$method(other);
            }
        }
    )* };
}
operators! {
    Wrapping: Add add AddAssign add_assign wrap_add;
    Wrapping: Sub sub SubAssign sub_assign wrap_sub;
    Wrapping: Mul mul MulAssign mul_assign wrap_mul;
    Wrapping: Div div DivAssign div_assign wrap_div;
    Wrapping: Rem rem RemAssign rem_assign wrap_rem;
    Wrapping: BitAnd bitand BitAndAssign bitand_assign bitand;
    Wrapping: BitOr bitor BitOrAssign bitor_assign bitor;
    Wrapping: BitXor bitxor BitXorAssign bitxor_assign bitxor;
    Saturating: Add add AddAssign add_assign stop_add;
    Saturating: Sub sub SubAssign sub_assign stop_sub;
    Saturating: Mul mul MulAssign mul_assign stop_mul;
    Saturating: Div div DivAssign div_assign stop_div;
    Saturating: Rem rem RemAssign rem_assign wrap_rem;
    Saturating: BitAnd bitand BitAndAssign bitand_assign bitand;
    Saturating: BitOr bitor BitOrAssign bitor_assign bitor;
    Saturating: BitXor bitxor BitXorAssign bitxor_assign bitxor;
}

impl<T: Bounded> Neg for Wrapping<T> {
    type Output = Self;
    fn neg(self) -> Self {
        Wrapping(self.0.wrap_neg())
    }
}
impl<T: Bounded> Not for Wrapping<T> {
    type Output = Self;
    fn not(self) -> Self {
        Wrapping(!self.0)
    }
}
impl<T: Bounded> Not for Saturating<T> {
    type Output = Self;
    fn not(self) -> Self {
        Saturating(!self.0)
    }
}
impl<T: Bounded> Shl<usize> for Wrapping<T> {
    type Output = Self;
    fn shl(self, by: usize) -> Self {
        Wrapping(self.0.wrap_shl(by as u32))
    }
}
impl<T: Bounded> Shr<usize> for Wrapping<T> {
    type Output = Self;
    fn shr(self, by: usize) -> Self {
        Wrapping(self.0.wrap_shr(by as u32))
    }
}
impl<T: Bounded> ShlAssign<usize> for Wrapping<T> {
    fn shl_assign(&mut self, by: usize) {
        self.0 = self.0.wrap_shl(by as u32);
    }
}
impl<T: Bounded> ShrAssign<usize> for Wrapping<T> {
    fn shr_assign(&mut self, by: usize) {
        self.0 = self.0.wrap_shr(by as u32);
    }
}

impl<T: Bounded> Saturating<T> {
    pub const MIN: Self = Saturating(T::LOWEST);
    pub const MAX: Self = Saturating(T::HIGHEST);

    pub fn pow(self, exp: u32) -> Self {
        Saturating(self.0.stop_pow(exp))
    }
}
