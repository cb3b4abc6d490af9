// Arithmetic operators and their meaning for the number types, by value and by reference.

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
    /// `a + b`
    "add" Add add, "add_assign" AddAssign add_assign,
        "cannot add `{Rhs}` to `{Self}`" "no implementation for `{Self} + {Rhs}`",
        "cannot add-assign `{Rhs}` to `{Self}`" "no implementation for `{Self} += {Rhs}`";
    /// `a - b`
    "sub" Sub sub, "sub_assign" SubAssign sub_assign,
        "cannot subtract `{Rhs}` from `{Self}`" "no implementation for `{Self} - {Rhs}`",
        "cannot subtract-assign `{Rhs}` from `{Self}`" "no implementation for `{Self} -= {Rhs}`";
    /// `a * b`
    "mul" Mul mul, "mul_assign" MulAssign mul_assign,
        "cannot multiply `{Self}` by `{Rhs}`" "no implementation for `{Self} * {Rhs}`",
        "cannot multiply-assign `{Self}` by `{Rhs}`" "no implementation for `{Self} *= {Rhs}`";
    /// `a / b`
    "div" Div div, "div_assign" DivAssign div_assign,
        "cannot divide `{Self}` by `{Rhs}`" "no implementation for `{Self} / {Rhs}`",
        "cannot divide-assign `{Self}` by `{Rhs}`" "no implementation for `{Self} /= {Rhs}`";
    /// `a % b`
    "rem" Rem rem, "rem_assign" RemAssign rem_assign,
        "cannot calculate the remainder of `{Self}` divided by `{Rhs}`" "no implementation for `{Self} % {Rhs}`",
        "cannot calculate and assign the remainder of `{Self}` divided by `{Rhs}`" "no implementation for `{Self} %= {Rhs}`";
}

/// `-a`
#[lang = "neg"]
pub trait Neg {
    type Output;
    fn neg(self) -> Self::Output;
}

macro_rules! arithmetic {
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
arithmetic! { Add add AddAssign add_assign + : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }
arithmetic! { Sub sub SubAssign sub_assign - : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }
arithmetic! { Mul mul MulAssign mul_assign * : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }
arithmetic! { Div div DivAssign div_assign / : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }
arithmetic! { Rem rem RemAssign rem_assign % : i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

macro_rules! negation {
    ($($t:ty)*) => { $(
        impl Neg for $t {
            type Output = $t;
            fn neg(self) -> $t {
                -self
            }
        }
        impl<'a> Neg for &'a $t {
            type Output = $t;
            fn neg(self) -> $t {
                -*self
            }
        }
    )* };
}
negation! { i8 i16 i32 i64 i128 isize f32 f64 }
