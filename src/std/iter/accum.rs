// Sums and products.

use crate::num::{Bounded, Wrapping};

/// Types that `sum` can make out of items of type `A`.
#[lockstep::unimplemented = "a value of type `{Self}` cannot be made by summing an iterator over elements of type `{A}`"]
#[lockstep::unimplemented_label = "value of type `{Self}` cannot be made by summing a `std::iter::Iterator<Item={A}>`"]
pub trait Sum<A = Self>: Sized {
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self;
}

/// Types that `product` can make out of items of type `A`.
#[lockstep::unimplemented = "a value of type `{Self}` cannot be made by multiplying all elements of type `{A}` from an iterator"]
#[lockstep::unimplemented_label = "value of type `{Self}` cannot be made by multiplying all elements from a `std::iter::Iterator<Item={A}>`"]
pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self;
}

macro_rules! numbers {
    ($zero:expr, $one:expr; $($t:ty)*) => { $(
        impl Sum for $t {
            #[lockstep::place = "core/src/iter/traits/accum.rs:204:1"]
            fn sum<I: Iterator<Item = $t>>(mut iter: I) -> $t {
                let mut total = $zero;
                while let Some(x) = iter.next() {
                    total = total + x;
                }
                total
            }
        }
        impl<'a> Sum<&'a $t> for $t {
            #[lockstep::place = "core/src/iter/traits/accum.rs:204:1"]
            fn sum<I: Iterator<Item = &'a $t>>(mut iter: I) -> $t {
                let mut total = $zero;
                while let Some(x) = iter.next() {
                    total = total + *x;
                }
                total
            }
        }
        impl Product for $t {
            #[lockstep::place = "core/src/iter/traits/accum.rs:204:1"]
            fn product<I: Iterator<Item = $t>>(mut iter: I) -> $t {
                let mut total = $one;
                while let Some(x) = iter.next() {
                    total = total * x;
                }
                total
            }
        }
        impl<'a> Product<&'a $t> for $t {
            #[lockstep::place = "core/src/iter/traits/accum.rs:204:1"]
            fn product<I: Iterator<Item = &'a $t>>(mut iter: I) -> $t {
                let mut total = $one;
                while let Some(x) = iter.next() {
                    total = total * *x;
                }
                total
            }
        }
    )* };
}
numbers! { 0, 1; i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }
numbers! { -0.0, 1.0; f32 f64 }

macro_rules! wrapping {
    ($($Trait:ident $method:ident $start:literal $op:tt;)*) => { $(
        impl<T: Bounded + From<bool>> $Trait for Wrapping<T> {
            fn $method<I: Iterator<Item = Wrapping<T>>>(iter: I) -> Wrapping<T> {
                iter.fold(Wrapping(T::from($start)), |total, x| total $op x)
            }
        }
        impl<'a, T: Bounded + From<bool>> $Trait<&'a Wrapping<T>> for Wrapping<T> {
            fn $method<I: Iterator<Item = &'a Wrapping<T>>>(iter: I) -> Wrapping<T> {
                iter.fold(Wrapping(T::from($start)), |total, x| total $op *x)
            }
        }
    )* };
}
wrapping! { Sum sum false +; Product product true *; }
