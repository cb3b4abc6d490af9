// Raw pointers as functions; their methods are in ptr/methods.rs, `NonNull` in ptr/non_null.rs.
//
// A pointer is an allocation and a position counted in cells, so it moves in whole values.
// Not modelled: alignment, and pointers made out of numbers that are followed.

mod methods;
mod non_null;
mod unique;

use crate::marker::FnPtr;

pub use self::non_null::NonNull;
pub(crate) use self::unique::Unique;

/// Moves a value out of memory and leaves the memory as it is.
#[lockstep::primitive = "ptr.read"]
pub const unsafe fn read<T>(src: *const T) -> T;

/// Stores a value without dropping the old one.
#[lockstep::primitive = "ptr.write"]
pub const unsafe fn write<T>(dst: *mut T, src: T);

/// Copies `count` values; the two ranges may overlap.
#[lockstep::primitive = "ptr.copy"]
pub const unsafe fn copy<T>(src: *const T, dst: *mut T, count: usize);

/// Exchanges the values at two places.
#[lockstep::primitive = "ptr.swap"]
pub const unsafe fn swap<T>(x: *mut T, y: *mut T);

/// Drops the value at a place, which stays behind uninitialised.
#[lang = "drop_in_place"]
#[lockstep::primitive = "ptr.drop_in_place"]
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T);

/// Where a function is.
pub(crate) fn fn_addr<F: FnPtr>(f: F) -> usize {
    unsafe { crate::mem::transmute_copy::<F, fn()>(&f) as usize }
}

#[lockstep::primitive = "ptr.null"]
#[rustc_promotable]
pub const fn null<T>() -> *const T;

#[lockstep::primitive = "ptr.null"]
#[rustc_promotable]
pub const fn null_mut<T>() -> *mut T;

/// Not null, and never to be followed.
#[lockstep::primitive = "ptr.dangling"]
pub const fn dangling<T>() -> *const T;

#[lockstep::primitive = "ptr.dangling"]
pub const fn dangling_mut<T>() -> *mut T;

#[lockstep::primitive = "ptr.slice_from_raw_parts"]
pub const fn slice_from_raw_parts<T>(data: *const T, len: usize) -> *const [T];

#[lockstep::primitive = "ptr.slice_from_raw_parts"]
pub const fn slice_from_raw_parts_mut<T>(data: *mut T, len: usize) -> *mut [T];

/// Fills the memory of `count` values with one byte: zeros, or values that are single bytes.
pub const unsafe fn write_bytes<T>(dst: *mut T, val: u8, count: usize) {
    let mut i = 0;
    while i < count {
        unsafe {
            if val == 0 {
                write(dst.add(i), crate::mem::zeroed());
            } else {
                *(dst.add(i) as *mut u8) = val;
            }
        }
        i += 1;
    }
}

pub const unsafe fn swap_nonoverlapping<T>(x: *mut T, y: *mut T, count: usize) {
    let mut i = 0;
    while i < count {
        unsafe { swap(x.add(i), y.add(i)) };
        i += 1;
    }
}

pub const unsafe fn copy_nonoverlapping<T>(src: *const T, dst: *mut T, count: usize) {
    unsafe { copy(src, dst, count) }
}

pub const unsafe fn replace<T>(dst: *mut T, src: T) -> T {
    unsafe {
        let old = read(dst);
        write(dst, src);
        old
    }
}

/// A read that the compiler keeps in place. It synchronises nothing.
pub unsafe fn read_volatile<T>(src: *const T) -> T {
    unsafe { read(src) }
}

/// A write that the compiler keeps in place. It synchronises nothing.
pub unsafe fn write_volatile<T>(dst: *mut T, src: T) {
    unsafe { write(dst, src) }
}

pub const unsafe fn read_unaligned<T>(src: *const T) -> T {
    unsafe { read(src) }
}

pub const unsafe fn write_unaligned<T>(dst: *mut T, src: T) {
    unsafe { write(dst, src) }
}

/// Whether two pointers are the same, without looking at what they point to.
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {
    a == b
}

pub fn addr_eq<T: ?Sized, U: ?Sized>(p: *const T, q: *const U) -> bool {
    p as *const () == q as *const ()
}

pub const fn from_ref<T: ?Sized>(r: &T) -> *const T {
    r
}

pub const fn from_mut<T: ?Sized>(r: &mut T) -> *mut T {
    r
}

pub fn hash<T: ?Sized, S: crate::hash::Hasher>(hashee: *const T, into: &mut S) {
    crate::hash::Hash::hash(&hashee, into);
}

pub use crate::{addr_of, addr_of_mut};
