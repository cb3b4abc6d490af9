// Numbers whose arithmetic wraps round or saturates instead of panicking.

use crate::fmt;
use crate::ops::{Add, AddAssign, BitAnd, BitOr, BitXor, Div, Mul, MulAssign, Neg, Not, Rem, Shl, Shr, Sub, SubAssign};

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
    )* };
}
shown_as_inside! { Wrapping Saturating }

macro_rules! operators {
    ($Name:ident, $t:ty: $($Op:ident $op:ident $method:ident)*) => { $(
        impl $Op for $Name<$t> {
            type Output = $Name<$t>;
            fn $op(self, other: $Name<$t>) -> $Name<$t> {
                $Name(self.0.$method(other.0))
            }
        }
    )* };
}
macro_rules! assignments {
    ($Name:ident, $t:ty: $($Op:ident $op:ident $method:ident)*) => { $(
        impl $Op for $Name<$t> {
            fn $op(&mut self, other: $Name<$t>) {
                self.0 = self.0.$method(other.0);
            }
        }
        impl $Op<$t> for $Name<$t> {
            fn $op(&mut self, other: $t) {
                self.0 = self.0.$method(other);
            }
        }
    )* };
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        operators! { Wrapping, $t: Add add wrapping_add Sub sub wrapping_sub Mul mul wrapping_mul Div div wrapping_div Rem rem wrapping_rem BitXor bitxor bitxor BitOr bitor bitor BitAnd bitand bitand }
        assignments! { Wrapping, $t: AddAssign add_assign wrapping_add SubAssign sub_assign wrapping_sub MulAssign mul_assign wrapping_mul }
        operators! { Saturating, $t: Add add saturating_add Sub sub saturating_sub Mul mul saturating_mul }
        assignments! { Saturating, $t: AddAssign add_assign saturating_add SubAssign sub_assign saturating_sub MulAssign mul_assign saturating_mul }

        impl Neg for Wrapping<$t> {
            type Output = Self;
            fn neg(self) -> Self {
                Wrapping(self.0.wrapping_neg())
            }
        }
        impl Not for Wrapping<$t> {
            type Output = Self;
            fn not(self) -> Self {
                Wrapping(!self.0)
            }
        }
        impl Shl<usize> for Wrapping<$t> {
            type Output = Self;
            fn shl(self, by: usize) -> Self {
                Wrapping(self.0.wrapping_shl(by as u32))
            }
        }
        impl Shr<usize> for Wrapping<$t> {
            type Output = Self;
            fn shr(self, by: usize) -> Self {
                Wrapping(self.0.wrapping_shr(by as u32))
            }
        }
        impl Wrapping<$t> {
            pub const MIN: Self = Wrapping(<$t>::MIN);
            pub const MAX: Self = Wrapping(<$t>::MAX);

            pub fn pow(self, exp: u32) -> Self {
                Wrapping(self.0.wrapping_pow(exp))
            }
        }
    )* };
}
integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
