// Default values.

/// Types with a value to start from: zero, empty, `false`, `None`.
#[lang = "Default"]
pub trait Default: Sized {
    /// The value to start from.
    fn default() -> Self;
}

macro_rules! defaults {
    ($($t:ty = $value:expr),* $(,)?) => { $(
        impl Default for $t {
            fn default() -> $t {
                $value
            }
        }
    )* };
}
defaults! {
    () = (), bool = false, char = '\0',
    i8 = 0, i16 = 0, i32 = 0, i64 = 0, i128 = 0, isize = 0,
    u8 = 0, u16 = 0, u32 = 0, u64 = 0, u128 = 0, usize = 0,
    f32 = 0.0, f64 = 0.0,
}

impl Default for &str {
    fn default() -> Self {
        ""
    }
}
impl<T> Default for &[T] {
    fn default() -> Self {
        &[]
    }
}
impl<T> Default for &mut [T] {
    fn default() -> Self {
        &mut []
    }
}

macro_rules! tuple_defaults {
    ($(($($t:ident)+))*) => { $(
        impl<$($t: Default),+> Default for ($($t,)+) {
            fn default() -> Self {
                ($($t::default(),)+)
            }
        }
    )* };
}
tuple_defaults! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
    (A B C D E F G H I) (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}

macro_rules! array_defaults {
    ($($n:literal)*) => { $(
        impl<T: Default> Default for [T; $n] {
            fn default() -> Self {
                crate::array::from_fn(|_| T::default())
            }
        }
    )* };
}
array_defaults! { 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 }

impl<T> Default for [T; 0] {
    fn default() -> Self {
        []
    }
}

impl Default for &mut str {
    fn default() -> Self {
        unsafe { crate::str::from_utf8_unchecked_mut(&mut []) }
    }
}
impl<T> Default for *const T {
    fn default() -> Self {
        crate::ptr::null()
    }
}
impl<T> Default for *mut T {
    fn default() -> Self {
        crate::ptr::null_mut()
    }
}
