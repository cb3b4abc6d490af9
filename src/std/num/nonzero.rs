// Integers that are never zero.

use super::error::{IntErrorKind, ParseIntError, TryFromIntError};
use crate::fmt;
use crate::ops::{BitOr, BitOrAssign, Div, DivAssign, Neg, Rem, RemAssign};
use crate::str::FromStr;

/// The integer types.
pub unsafe trait ZeroablePrimitive: Sized + Copy {
    fn is_zero(self) -> bool;
}

/// An integer that is not zero.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[lockstep::niche = "1"]
pub struct NonZero<T: ZeroablePrimitive>(T);

impl<T: ZeroablePrimitive> NonZero<T> {
    /// `None` for zero.
    #[rustc_do_not_const_check]
    pub const fn new(n: T) -> Option<Self> {
        if n.is_zero() { None } else { Some(NonZero(n)) }
    }

    /// The number.
    pub const fn get(self) -> T {
        self.0
    }

    pub const unsafe fn new_unchecked(n: T) -> NonZero<T> {
        NonZero(n)
    }
}
impl<T: ZeroablePrimitive + fmt::Debug> fmt::Debug for NonZero<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! shown_as_inside {
    ($($Trait:ident)*) => { $(
        impl<T: ZeroablePrimitive + fmt::$Trait> fmt::$Trait for NonZero<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )* };
}
shown_as_inside! { Display Binary Octal LowerHex UpperHex LowerExp UpperExp }

macro_rules! integers {
    ($($Alias:ident $t:ident;)*) => { $(
        pub type $Alias = NonZero<$t>;
        unsafe impl ZeroablePrimitive for $t {
            fn is_zero(self) -> bool {
                self == 0
            }
        }

        impl NonZero<$t> {
            pub const MAX: Self = NonZero(<$t>::MAX);
            pub const BITS: u32 = <$t>::BITS;

            pub const fn leading_zeros(self) -> u32 {
                self.0.leading_zeros()
            }
            pub const fn trailing_zeros(self) -> u32 {
                self.0.trailing_zeros()
            }
            pub const fn checked_mul(self, other: Self) -> Option<Self> {
                match self.0.checked_mul(other.0) {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
            pub const fn saturating_mul(self, other: Self) -> Self {
                NonZero(self.0.saturating_mul(other.0))
            }
            pub const fn saturating_pow(self, exp: u32) -> Self {
                NonZero(self.0.saturating_pow(exp))
            }
            pub const fn count_ones(self) -> NonZero<u32> {
                NonZero(self.0.count_ones())
            }
            pub const fn checked_pow(self, exp: u32) -> Option<Self> {
                match self.0.checked_pow(exp) {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
        }
        impl From<NonZero<$t>> for $t {
            fn from(n: NonZero<$t>) -> $t {
                n.0
            }
        }
        impl TryFrom<$t> for NonZero<$t> {
            type Error = TryFromIntError;
            fn try_from(n: $t) -> Result<Self, TryFromIntError> {
                Self::new(n).ok_or(TryFromIntError(()))
            }
        }
        impl FromStr for NonZero<$t> {
            type Err = ParseIntError;
            fn from_str(src: &str) -> Result<Self, ParseIntError> {
                Self::new(src.parse::<$t>()?).ok_or(ParseIntError { kind: IntErrorKind::Zero })
            }
        }
        impl BitOr for NonZero<$t> {
            type Output = Self;
            fn bitor(self, rhs: Self) -> Self {
                NonZero(self.0 | rhs.0)
            }
        }
        impl BitOr<$t> for NonZero<$t> {
            type Output = Self;
            fn bitor(self, rhs: $t) -> Self {
                NonZero(self.0 | rhs)
            }
        }
        impl BitOr<NonZero<$t>> for $t {
            type Output = NonZero<$t>;
            fn bitor(self, rhs: NonZero<$t>) -> NonZero<$t> {
                NonZero(self | rhs.0)
            }
        }
        impl BitOrAssign for NonZero<$t> {
            fn bitor_assign(&mut self, rhs: Self) {
                *self = *self | rhs;
            }
        }
        impl BitOrAssign<$t> for NonZero<$t> {
            fn bitor_assign(&mut self, rhs: $t) {
                *self = *self | rhs;
            }
        }
    )* };
}
integers! {
    NonZeroI8 i8; NonZeroI16 i16; NonZeroI32 i32; NonZeroI64 i64; NonZeroI128 i128; NonZeroIsize isize;
    NonZeroU8 u8; NonZeroU16 u16; NonZeroU32 u32; NonZeroU64 u64; NonZeroU128 u128; NonZeroUsize usize;
}

macro_rules! unsigned {
    ($($t:ident $s:ident)*) => { $(
        impl NonZero<$t> {
            pub const MIN: Self = NonZero(1);

            pub const fn checked_add(self, other: $t) -> Option<Self> {
                match self.0.checked_add(other) {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
            pub const fn saturating_add(self, other: $t) -> Self {
                NonZero(self.0.saturating_add(other))
            }
            pub const fn is_power_of_two(self) -> bool {
                self.0.is_power_of_two()
            }
            pub const fn ilog2(self) -> u32 {
                self.0.ilog2()
            }
            pub const fn ilog10(self) -> u32 {
                self.0.ilog10()
            }
            pub const fn checked_next_power_of_two(self) -> Option<Self> {
                match self.0.checked_next_power_of_two() {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
            pub const fn midpoint(self, rhs: Self) -> Self {
                NonZero(self.0.midpoint(rhs.0))
            }
            pub const fn cast_signed(self) -> NonZero<$s> {
                NonZero(self.0.cast_signed())
            }
            pub const fn isqrt(self) -> Self {
                NonZero(self.0.isqrt())
            }
            pub const fn div_ceil(self, rhs: Self) -> Self {
                NonZero(self.0.div_ceil(rhs.0))
            }
        }
        impl Div<NonZero<$t>> for $t {
            type Output = $t;
            fn div(self, other: NonZero<$t>) -> $t {
                self / other.0
            }
        }
        impl DivAssign<NonZero<$t>> for $t {
            fn div_assign(&mut self, other: NonZero<$t>) {
                *self = *self / other;
            }
        }
        impl RemAssign<NonZero<$t>> for $t {
            fn rem_assign(&mut self, other: NonZero<$t>) {
                *self = *self % other;
            }
        }
        impl Rem<NonZero<$t>> for $t {
            type Output = $t;
            fn rem(self, other: NonZero<$t>) -> $t {
                self % other.0
            }
        }
    )* };
}
unsigned! { u8 i8 u16 i16 u32 i32 u64 i64 u128 i128 usize isize }

macro_rules! signed {
    ($($t:ident $u:ident)*) => { $(
        impl NonZero<$t> {
            pub const MIN: Self = NonZero(<$t>::MIN);

            pub const fn abs(self) -> Self {
                NonZero(self.0.abs())
            }
            pub const fn unsigned_abs(self) -> NonZero<$u> {
                NonZero(self.0.unsigned_abs())
            }
            pub const fn checked_abs(self) -> Option<Self> {
                match self.0.checked_abs() {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
            pub const fn overflowing_abs(self) -> (Self, bool) {
                let (n, overflow) = self.0.overflowing_abs();
                (NonZero(n), overflow)
            }
            pub const fn saturating_abs(self) -> Self {
                NonZero(self.0.saturating_abs())
            }
            pub const fn wrapping_abs(self) -> Self {
                NonZero(self.0.wrapping_abs())
            }
            pub const fn checked_neg(self) -> Option<Self> {
                match self.0.checked_neg() {
                    Some(n) => Some(NonZero(n)),
                    None => None,
                }
            }
            pub const fn overflowing_neg(self) -> (Self, bool) {
                let (n, overflow) = self.0.overflowing_neg();
                (NonZero(n), overflow)
            }
            pub const fn saturating_neg(self) -> Self {
                NonZero(self.0.saturating_neg())
            }
            pub const fn wrapping_neg(self) -> Self {
                NonZero(self.0.wrapping_neg())
            }
            pub const fn cast_unsigned(self) -> NonZero<$u> {
                NonZero(self.0.cast_unsigned())
            }
            pub const fn is_positive(self) -> bool {
                self.0 > 0
            }
            pub const fn is_negative(self) -> bool {
                self.0 < 0
            }
        }
        impl Neg for NonZero<$t> {
            type Output = Self;
            fn neg(self) -> Self {
                NonZero(-self.0)
            }
        }
    )* };
}
signed! { i8 u8 i16 u16 i32 u32 i64 u64 i128 u128 isize usize }
