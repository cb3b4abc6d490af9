// Bit operators, `!` and shifts, for integers and `bool`.

macro_rules! binary_operators {
    ($($(#[doc = $doc:literal])* $lang:literal $Op:ident $op:ident, $assign_lang:literal $OpAssign:ident $op_assign:ident;)*) => { $(
        $(#[doc = $doc])*
        #[lang = $lang]
        pub trait $Op<Rhs = Self> {
            type Output;
            fn $op(self, rhs: Rhs) -> Self::Output;
        }

        #[lang = $assign_lang]
        pub trait $OpAssign<Rhs = Self> {
            fn $op_assign(&mut self, rhs: Rhs);
        }
    )* };
}
binary_operators! {
    /// `a & b`
    "bitand" BitAnd bitand, "bitand_assign" BitAndAssign bitand_assign;
    /// `a | b`
    "bitor" BitOr bitor, "bitor_assign" BitOrAssign bitor_assign;
    /// `a ^ b`
    "bitxor" BitXor bitxor, "bitxor_assign" BitXorAssign bitxor_assign;
    /// `a << b`
    "shl" Shl shl, "shl_assign" ShlAssign shl_assign;
    /// `a >> b`
    "shr" Shr shr, "shr_assign" ShrAssign shr_assign;
}

/// `!a`: logical for `bool`, bit by bit for integers.
#[lang = "not"]
pub trait Not {
    type Output;
    fn not(self) -> Self::Output;
}

macro_rules! bitwise {
    ($Op:ident $op:ident $OpAssign:ident $op_assign:ident $sign:tt : $($t:ty)*) => { $(
        impl $Op for $t {
            type Output = $t;
            fn $op(self, rhs: $t) -> $t {
                self $sign rhs
            }
        }
        impl<'a> $Op<&'a $t> for $t {
            type Output = $t;
            fn $op(self, rhs: &'a $t) -> $t {
                self $sign *rhs
            }
        }
        impl<'a> $Op<$t> for &'a $t {
            type Output = $t;
            fn $op(self, rhs: $t) -> $t {
                *self $sign rhs
            }
        }
        impl<'a, 'b> $Op<&'b $t> for &'a $t {
            type Output = $t;
            fn $op(self, rhs: &'b $t) -> $t {
                *self $sign *rhs
            }
        }
        impl $OpAssign for $t {
            fn $op_assign(&mut self, rhs: $t) {
                *self = *self $sign rhs;
            }
        }
        impl<'a> $OpAssign<&'a $t> for $t {
            fn $op_assign(&mut self, rhs: &'a $t) {
                *self = *self $sign *rhs;
            }
        }
    )* };
}
bitwise! { BitAnd bitand BitAndAssign bitand_assign & : bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
bitwise! { BitOr bitor BitOrAssign bitor_assign | : bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
bitwise! { BitXor bitxor BitXorAssign bitxor_assign ^ : bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! complement {
    ($($t:ty)*) => { $(
        impl Not for $t {
            type Output = $t;
            fn not(self) -> $t {
                !self
            }
        }
        impl<'a> Not for &'a $t {
            type Output = $t;
            fn not(self) -> $t {
                !*self
            }
        }
    )* };
}
complement! { bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl Not for ! {
    type Output = !;
    fn not(self) -> ! {
        self
    }
}

macro_rules! shifts_by {
    ($t:ty : $($by:ty)*) => { $(
        impl Shl<$by> for $t {
            type Output = $t;
            fn shl(self, by: $by) -> $t {
                self << by
            }
        }
        impl ShlAssign<$by> for $t {
            fn shl_assign(&mut self, by: $by) {
                *self = *self << by;
            }
        }
        impl Shr<$by> for $t {
            type Output = $t;
            fn shr(self, by: $by) -> $t {
                self >> by
            }
        }
        impl ShrAssign<$by> for $t {
            fn shr_assign(&mut self, by: $by) {
                *self = *self >> by;
            }
        }
    )* };
}
macro_rules! shifts {
    ($($t:ty)*) => { $(
        shifts_by! { $t : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
        impl<'a> Shl<u32> for &'a $t {
            type Output = $t;
            fn shl(self, by: u32) -> $t {
                *self << by
            }
        }
        impl<'a> Shr<u32> for &'a $t {
            type Output = $t;
            fn shr(self, by: u32) -> $t {
                *self >> by
            }
        }
    )* };
}
shifts! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
