// References, pointers, tuples, slices, and other types without a file of their own.

use super::formatter::{FLAG_ALTERNATE, FLAG_WIDTH, FLAG_ZERO};
use super::{Binary, Debug, Display, Formatter, LowerExp, LowerHex, Octal, Pointer, Result, UpperExp, UpperHex};
use crate::marker::FnPtr;
use crate::ptr::fn_addr;

macro_rules! through_references {
    ($($Trait:ident)*) => { $(
        impl<T: ?Sized + $Trait> $Trait for &T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $Trait::fmt(&**self, f)
            }
        }
        impl<T: ?Sized + $Trait> $Trait for &mut T {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                $Trait::fmt(&**self, f)
            }
        }
    )* };
}
through_references! { Debug LowerHex UpperHex Octal Binary LowerExp UpperExp }

impl<T: ?Sized + Display> Display for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(&**self, f)
    }
    fn to_text(&self) -> String {
        (**self).to_text()
    }
}
impl<T: ?Sized + Display> Display for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Display::fmt(&**self, f)
    }
    fn to_text(&self) -> String {
        (**self).to_text()
    }
}

impl Debug for ! {
    fn fmt(&self, _f: &mut Formatter<'_>) -> Result {
        *self
    }
}
impl Display for ! {
    fn fmt(&self, _f: &mut Formatter<'_>) -> Result {
        *self
    }
}
impl Debug for () {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad("()")
    }
}

fn write_address(address: usize, f: &mut Formatter<'_>) -> Result {
    let (flags, width) = (f.flags, f.width);
    if f.alternate() {
        f.flags |= FLAG_ZERO;
        if !f.has(FLAG_WIDTH) {
            f.flags |= FLAG_WIDTH;
            f.width = 18;
        }
    }
    f.flags |= FLAG_ALTERNATE;
    let result = LowerHex::fmt(&address, f);
    f.flags = flags;
    f.width = width;
    result
}

impl<T: ?Sized> Pointer for *const T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_address(self.addr(), f)
    }
}
impl<T: ?Sized> Pointer for *mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_address(self.addr(), f)
    }
}
impl<T: ?Sized> Pointer for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(&(*self as *const T), f)
    }
}
impl<T: ?Sized> Pointer for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(&(&**self as *const T), f)
    }
}
impl<T: ?Sized> Debug for *const T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(self, f)
    }
}
impl<T: ?Sized> Debug for *mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(self, f)
    }
}

impl<T: Debug> Debug for [T] {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

macro_rules! tuple_debug {
    ($(($($t:ident $i:tt),+))*) => { $(
        impl<$($t: Debug),+> Debug for ($($t,)+) {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                let mut builder = f.debug_tuple("");
                $(builder.field(&self.$i);)+
                builder.finish()
            }
        }
    )* };
}
tuple_debug! {
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

impl<F: FnPtr> Debug for F {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(self, f)
    }
}
impl<F: FnPtr> Pointer for F {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Pointer::fmt(&(fn_addr(*self) as *const ()), f)
    }
}
