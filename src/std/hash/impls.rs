// Hashing of scalars, text, slices, references and tuples.

use super::{Hash, Hasher};
use crate::marker::FnPtr;
use crate::ptr::fn_addr;

macro_rules! words {
    ($($t:ty : $write:ident)*) => { $(
        impl Hash for $t {
            fn hash<H: Hasher>(&self, state: &mut H) {
                state.$write(*self)
            }
        }
    )* };
}
words! {
    i8: write_i8 i16: write_i16 i32: write_i32 i64: write_i64 i128: write_i128 isize: write_isize
    u8: write_u8 u16: write_u16 u32: write_u32 u64: write_u64 u128: write_u128 usize: write_usize
}

impl Hash for bool {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u8(*self as u8)
    }
}
impl Hash for char {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(*self as u32)
    }
}
impl Hash for str {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.as_bytes());
        state.write_u8(0xff)
    }
}
impl Hash for ! {
    fn hash<H: Hasher>(&self, _state: &mut H) {
        *self
    }
}
impl Hash for () {
    fn hash<H: Hasher>(&self, _state: &mut H) {}
}
impl<T: Hash> Hash for [T] {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.len());
        T::hash_slice(self, state)
    }
}
impl<T: ?Sized + Hash> Hash for &T {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}
impl<T: ?Sized + Hash> Hash for &mut T {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state)
    }
}
impl<F: FnPtr> Hash for F {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(fn_addr(*self))
    }
}
impl<T: ?Sized> Hash for *const T {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.addr())
    }
}
impl<T: ?Sized> Hash for *mut T {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.addr())
    }
}

macro_rules! tuple_hash {
    ($(($($t:ident $i:tt),+))*) => { $(
        impl<$($t: Hash),+> Hash for ($($t,)+) {
            fn hash<S: Hasher>(&self, state: &mut S) {
                $(self.$i.hash(state);)+
            }
        }
    )* };
}
tuple_hash! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}
