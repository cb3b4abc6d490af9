// Working with values as memory: swap, replace, forget, sizes.

mod manually_drop;
mod maybe_uninit;

pub use self::manually_drop::ManuallyDrop;
pub use self::maybe_uninit::MaybeUninit;
pub use crate::intrinsics::{align_of, needs_drop, size_of, transmute, zeroed};

use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::intrinsics;
use crate::marker::PhantomData;
use crate::ptr;

/// Ends a value's life here. For a lock guard this is the moment of unlocking.
#[lang = "mem_drop"]
pub fn drop<T>(_x: T) {}

/// Gives a value up without running its destructor.
pub const fn forget<T>(t: T) {
    let _ = ManuallyDrop::new(t);
}

/// Exchanges two values.
pub const fn swap<T>(x: &mut T, y: &mut T) {
    unsafe { ptr::swap(x, y) }
}

/// Stores `src` and gives back what was there.
pub const fn replace<T>(dest: &mut T, src: T) -> T {
    unsafe {
        let old = ptr::read(dest);
        ptr::write(dest, src);
        old
    }
}

/// Stores the default value and gives back what was there.
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}

pub const fn size_of_val<T: ?Sized>(val: &T) -> usize {
    unsafe { intrinsics::size_of_val(val) }
}

pub const fn align_of_val<T: ?Sized>(val: &T) -> usize {
    unsafe { intrinsics::align_of_val(val) }
}

pub unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
    unsafe { ptr::read(src as *const Src as *const Dst) }
}

/// Which variant an enum value is.
pub struct Discriminant<T>(isize, PhantomData<T>);

/// Which variant `v` is.
pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    Discriminant(intrinsics::discriminant_value(v), PhantomData)
}

impl<T> Copy for Discriminant<T> {}
impl<T> Clone for Discriminant<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> PartialEq for Discriminant<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Discriminant<T> {}
impl<T> Hash for Discriminant<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Discriminant<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Discriminant").field(&self.0).finish()
    }
}
