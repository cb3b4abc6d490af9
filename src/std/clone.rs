// Duplicating values on request. Tuples, closures and function pointers are `Clone` by the compiler's own rule.

/// Types that can make an independent copy of a value with `clone`. What a copy costs and shares is up to the type.
#[lang = "clone"]
pub trait Clone: Sized {
    /// Makes a copy of the value.
    #[lang = "clone_fn"]
    fn clone(&self) -> Self;

    /// Makes `self` a copy of `source`.
    fn clone_from(&mut self, source: &Self) {
        *self = source.clone();
    }
}

macro_rules! clone_by_copy {
    ($($t:ty)*) => { $(
        impl Clone for $t {
            fn clone(&self) -> Self {
                *self
            }
        }
    )* };
}
clone_by_copy! { ! bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

impl<T: ?Sized> Clone for *const T {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Clone for *mut T {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Clone for &T {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> !Clone for &mut T {}
