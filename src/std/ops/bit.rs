// Bit operators, `!` and shifts, for integers and `bool`.

macro_rules! binary_operators {
    ($(
        $(#[doc = $doc:literal])*
        $lang:literal $Op:ident $op:ident, $assign_lang:literal $OpAssign:ident $op_assign:ident,
        $missing:literal $label:literal, $assign_missing:literal $assign_label:literal;
    )*) => { $(
        $(#[doc = $doc])*
        #[lang = $lang]
        #[lockstep::unimplemented = $missing]
        #[lockstep::unimplemented_label = $label]
        pub trait $Op<Rhs = Self> {
            type Output;
            fn $op(self, rhs: Rhs) -> Self::Output;
        }

        #[lang = $assign_lang]
        #[lockstep::unimplemented = $assign_missing]
        #[lockstep::unimplemented_label = $assign_label]
        pub trait $OpAssign<Rhs = Self> {
            fn $op_assign(&mut self, rhs: Rhs);
        }
    )* };
}
binary_operators! {
    /// `a & b`
    "bitand" BitAnd bitand, "bitand_assign" BitAndAssign bitand_assign,
        "no implementation for `{Self} & {Rhs}`" "no implementation for `{Self} & {Rhs}`",
        "no implementation for `{Self} &= {Rhs}`" "no implementation for `{Self} &= {Rhs}`";
    /// `a | b`
    "bitor" BitOr bitor, "bitor_assign" BitOrAssign bitor_assign,
        "no implementation for `{Self} | {Rhs}`" "no implementation for `{Self} | {Rhs}`",
        "no implementation for `{Self} |= {Rhs}`" "no implementation for `{Self} |= {Rhs}`";
    /// `a ^ b`
    "bitxor" BitXor bitxor, "bitxor_assign" BitXorAssign bitxor_assign,
        "no implementation for `{Self} ^ {Rhs}`" "no implementation for `{Self} ^ {Rhs}`",
        "no implementation for `{Self} ^= {Rhs}`" "no implementation for `{Self} ^= {Rhs}`";
    /// `a << b`
    "shl" Shl shl, "shl_assign" ShlAssign shl_assign,
        "no implementation for `{Self} << {Rhs}`" "no implementation for `{Self} << {Rhs}`",
        "no implementation for `{Self} <<= {Rhs}`" "no implementation for `{Self} <<= {Rhs}`";
    /// `a >> b`
    "shr" Shr shr, "shr_assign" ShrAssign shr_assign,
        "no implementation for `{Self} >> {Rhs}`" "no implementation for `{Self} >> {Rhs}`",
        "no implementation for `{Self} >>= {Rhs}`" "no implementation for `{Self} >>= {Rhs}`";
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

/// An integer as the distance of a shift. Negative and huge distances stay out of every type's width.
pub trait ShiftBy: Copy {
    fn distance(self) -> u32;
}

macro_rules! distances {
    ($($t:ty)*) => { $(
        impl ShiftBy for $t {
            fn distance(self) -> u32 {
                if self as u128 > 255 { 255 } else { self as u32 }
            }
        }
        impl<'a> ShiftBy for &'a $t {
            fn distance(self) -> u32 {
                (*self).distance()
            }
        }
    )* };
}
distances! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

// One impl for all types of the distance, where std has one each: the operators on plain integers are built in.
macro_rules! shifts {
    ($($t:ty)*) => { $(
        impl<R: ShiftBy> Shl<R> for $t {
            type Output = $t;
            fn shl(self, by: R) -> $t {
                self << by.distance()
            }
        }
        impl<'a, R: ShiftBy> Shl<R> for &'a $t {
            type Output = $t;
            fn shl(self, by: R) -> $t {
                *self << by.distance()
            }
        }
        impl<R: ShiftBy> ShlAssign<R> for $t {
            fn shl_assign(&mut self, by: R) {
                *self = *self << by.distance();
            }
        }
        impl<R: ShiftBy> Shr<R> for $t {
            type Output = $t;
            fn shr(self, by: R) -> $t {
                self >> by.distance()
            }
        }
        impl<'a, R: ShiftBy> Shr<R> for &'a $t {
            type Output = $t;
            fn shr(self, by: R) -> $t {
                *self >> by.distance()
            }
        }
        impl<R: ShiftBy> ShrAssign<R> for $t {
            fn shr_assign(&mut self, by: R) {
                *self = *self >> by.distance();
            }
        }
    )* };
}
shifts! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
