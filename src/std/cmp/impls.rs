// Comparisons of scalars, pointers, references and tuples.

use super::Ordering::{self, Equal, Greater, Less};
use crate::fmt;
use crate::marker::FnPtr;
use crate::ptr::fn_addr;

macro_rules! scalar_eq {
    ($($t:ty)*) => { $(
        impl PartialEq for $t {
            fn eq(&self, other: &$t) -> bool {
                *self == *other
            }
            fn ne(&self, other: &$t) -> bool {
                *self != *other
            }
        }
    )* };
}
scalar_eq! { bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

macro_rules! total_order {
    ($($t:ty)*) => { $(
        impl Eq for $t {}
        impl PartialOrd for $t {
            fn partial_cmp(&self, other: &$t) -> Option<Ordering> {
                Some(self.cmp(other))
            }
            fn lt(&self, other: &$t) -> bool {
                *self < *other
            }
            fn le(&self, other: &$t) -> bool {
                *self <= *other
            }
            fn gt(&self, other: &$t) -> bool {
                *self > *other
            }
            fn ge(&self, other: &$t) -> bool {
                *self >= *other
            }
        }
        impl Ord for $t {
            fn cmp(&self, other: &$t) -> Ordering {
                if *self < *other {
                    Less
                } else if *self == *other {
                    Equal
                } else {
                    Greater
                }
            }
            fn clamp(self, min: $t, max: $t) -> $t {
                if min > max {
                    clamp_failed(&min, &max);
                }
                if self < min {
                    min
                } else if self > max {
                    max
                } else {
                    self
                }
            }
        }
    )* };
}

fn clamp_failed(min: &dyn fmt::Debug, max: &dyn fmt::Debug) -> ! {
    let mut message = String::from("min > max. min = ");
    let _ = fmt::write_debug(&mut message, min);
    message.push_str(", max = ");
    let _ = fmt::write_debug(&mut message, max);
    crate::rt::panic_string(&message)
}
total_order! { bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

macro_rules! float_order {
    ($($t:ty)*) => { $(
        impl PartialOrd for $t {
            fn partial_cmp(&self, other: &$t) -> Option<Ordering> {
                if *self < *other {
                    Some(Less)
                } else if *self == *other {
                    Some(Equal)
                } else if *self > *other {
                    Some(Greater)
                } else {
                    None
                }
            }
            fn lt(&self, other: &$t) -> bool {
                *self < *other
            }
            fn le(&self, other: &$t) -> bool {
                *self <= *other
            }
            fn gt(&self, other: &$t) -> bool {
                *self > *other
            }
            fn ge(&self, other: &$t) -> bool {
                *self >= *other
            }
        }
    )* };
}
float_order! { f32 f64 }

impl PartialEq for () {
    fn eq(&self, _other: &()) -> bool {
        true
    }
}
impl Eq for () {}
impl PartialOrd for () {
    fn partial_cmp(&self, _other: &()) -> Option<Ordering> {
        Some(Equal)
    }
}
impl Ord for () {
    fn cmp(&self, _other: &()) -> Ordering {
        Equal
    }
}

impl PartialEq for ! {
    fn eq(&self, _other: &!) -> bool {
        *self
    }
}
impl Eq for ! {}
impl PartialOrd for ! {
    fn partial_cmp(&self, _other: &!) -> Option<Ordering> {
        *self
    }
}
impl Ord for ! {
    fn cmp(&self, _other: &!) -> Ordering {
        *self
    }
}

macro_rules! pointer_order {
    ($($t:ty)*) => { $(
        impl<T: ?Sized> PartialEq for $t {
            fn eq(&self, other: &$t) -> bool {
                *self == *other
            }
        }
        impl<T: ?Sized> Eq for $t {}
        impl<T: ?Sized> PartialOrd for $t {
            fn partial_cmp(&self, other: &$t) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<T: ?Sized> Ord for $t {
            fn cmp(&self, other: &$t) -> Ordering {
                if *self < *other {
                    Less
                } else if *self == *other {
                    Equal
                } else {
                    Greater
                }
            }
        }
    )* };
}
pointer_order! { *const T *mut T }

impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &A {
    fn eq(&self, other: &&B) -> bool {
        PartialEq::eq(*self, *other)
    }
    fn ne(&self, other: &&B) -> bool {
        PartialEq::ne(*self, *other)
    }
}
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &mut A {
    fn eq(&self, other: &&mut B) -> bool {
        PartialEq::eq(&**self, &**other)
    }
}
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&mut B> for &A {
    fn eq(&self, other: &&mut B) -> bool {
        PartialEq::eq(*self, &**other)
    }
}
impl<A: ?Sized + PartialEq<B>, B: ?Sized> PartialEq<&B> for &mut A {
    fn eq(&self, other: &&B) -> bool {
        PartialEq::eq(&**self, *other)
    }
}
impl<A: ?Sized + Eq> Eq for &A {}
impl<A: ?Sized + Eq> Eq for &mut A {}

impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&B> for &A {
    fn partial_cmp(&self, other: &&B) -> Option<Ordering> {
        PartialOrd::partial_cmp(*self, *other)
    }
    fn lt(&self, other: &&B) -> bool {
        PartialOrd::lt(*self, *other)
    }
    fn le(&self, other: &&B) -> bool {
        PartialOrd::le(*self, *other)
    }
    fn gt(&self, other: &&B) -> bool {
        PartialOrd::gt(*self, *other)
    }
    fn ge(&self, other: &&B) -> bool {
        PartialOrd::ge(*self, *other)
    }
}
impl<A: ?Sized + PartialOrd<B>, B: ?Sized> PartialOrd<&mut B> for &mut A {
    fn partial_cmp(&self, other: &&mut B) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}
impl<A: ?Sized + Ord> Ord for &A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(*self, *other)
    }
}
impl<A: ?Sized + Ord> Ord for &mut A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

macro_rules! tuple_order {
    ($(($($t:ident $i:tt),+))*) => { $(
        impl<$($t: PartialEq),+> PartialEq for ($($t,)+) {
            fn eq(&self, other: &Self) -> bool {
                $(self.$i == other.$i)&&+
            }
        }
        impl<$($t: Eq),+> Eq for ($($t,)+) {}
        impl<$($t: PartialOrd),+> PartialOrd for ($($t,)+) {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                $(
                    match self.$i.partial_cmp(&other.$i) {
                        Some(Equal) => {}
                        decided => return decided,
                    }
                )+
                Some(Equal)
            }
        }
        impl<$($t: Ord),+> Ord for ($($t,)+) {
            fn cmp(&self, other: &Self) -> Ordering {
                $(
                    match self.$i.cmp(&other.$i) {
                        Equal => {}
                        decided => return decided,
                    }
                )+
                Equal
            }
        }
    )* };
}
tuple_order! {
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

impl<F: FnPtr> PartialEq for F {
    fn eq(&self, other: &Self) -> bool {
        fn_addr(*self) == fn_addr(*other)
    }
}
impl<F: FnPtr> Eq for F {}
impl<F: FnPtr> PartialOrd for F {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        fn_addr(*self).partial_cmp(&fn_addr(*other))
    }
}
impl<F: FnPtr> Ord for F {
    fn cmp(&self, other: &Self) -> Ordering {
        fn_addr(*self).cmp(&fn_addr(*other))
    }
}
