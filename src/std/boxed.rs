// `Box`: a value of its own on the heap.
//
// `*b` and moving out of a box are the compiler's own; dropping a box drops the value first and then comes here to free it.
// Trait implementations are in boxed/traits.rs, conversions in boxed/convert.rs.

mod convert;
mod traits;

use crate::intrinsics;
use crate::marker::Unsize;
use crate::mem::{self, MaybeUninit};
use crate::ops::{CoerceUnsized, Deref, DerefMut, DispatchFromDyn, Drop};
use crate::pin::Pin;
use crate::ptr::{self, NonNull, Unique};

/// Owns one value on the heap. Dropping the box drops the value.
#[lang = "owned_box"]
#[lockstep::render = "box"]
pub struct Box<T: ?Sized>(Unique<T>);

impl<T> Box<T> {
    /// Moves `x` to the heap.
    pub fn new(x: T) -> Box<T> {
        unsafe {
            let place = intrinsics::allocate::<T>(1);
            ptr::write(place, x);
            Box(Unique::new(place))
        }
    }

    /// Room on the heap without a value yet.
    pub fn new_uninit() -> Box<MaybeUninit<T>> {
        Box(Unique::new(intrinsics::allocate::<MaybeUninit<T>>(1)))
    }

    /// Room on the heap, all zeros.
    pub fn new_zeroed() -> Box<MaybeUninit<T>> {
        Box::new(MaybeUninit::zeroed())
    }

    /// Moves `x` to the heap, where it stays.
    pub fn pin(x: T) -> Pin<Box<T>> {
        Box::into_pin(Box::new(x))
    }

    pub fn into_boxed_slice(boxed: Box<T>) -> Box<[T]> {
        let raw = Box::into_raw(boxed);
        unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(raw, 1)) }
    }

    /// Takes the value out of its box.
    pub fn into_inner(boxed: Box<T>) -> T {
        *boxed
    }
}

impl<T> Box<[T]> {
    /// Room for `len` values on the heap.
    pub fn new_uninit_slice(len: usize) -> Box<[MaybeUninit<T>]> {
        let mut room = Vec::with_capacity(len);
        unsafe { room.set_len(len) };
        room.into_boxed_slice()
    }

    pub fn new_zeroed_slice(len: usize) -> Box<[MaybeUninit<T>]> {
        let mut room = Vec::with_capacity(len);
        for _ in 0..len {
            room.push(MaybeUninit::zeroed());
        }
        room.into_boxed_slice()
    }
}

impl<T> Box<[MaybeUninit<T>]> {
    pub unsafe fn assume_init(self) -> Box<[T]> {
        unsafe { Box::from_raw(Box::into_raw(self) as *mut [T]) }
    }
}

impl<T> Box<MaybeUninit<T>> {
    pub unsafe fn assume_init(self) -> Box<T> {
        unsafe { Box::from_raw(Box::into_raw(self) as *mut T) }
    }

    pub fn write(mut boxed: Self, value: T) -> Box<T> {
        (*boxed).write(value);
        unsafe { boxed.assume_init() }
    }
}

impl<T: ?Sized> Box<T> {
    /// Takes back a box that `into_raw` gave up.
    pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
        Box(Unique::new(raw))
    }

    pub unsafe fn from_non_null(ptr: NonNull<T>) -> Box<T> {
        Box(Unique::new(ptr.as_ptr()))
    }

    /// Gives the box up; whoever holds the pointer must free it.
    pub fn into_raw(b: Box<T>) -> *mut T {
        let b = mem::ManuallyDrop::new(b);
        b.0.as_ptr()
    }

    /// A raw pointer to the value.
    pub fn as_ptr(b: &Box<T>) -> *const T {
        b.0.as_ptr()
    }

    pub fn as_mut_ptr(b: &mut Box<T>) -> *mut T {
        b.0.as_ptr()
    }

    /// Gives the value up for ever, in exchange for a reference that never ends.
    pub fn leak<'a>(b: Box<T>) -> &'a mut T
    where
        T: 'a,
    {
        unsafe { &mut *Box::into_raw(b) }
    }

    /// Promises that the value will not be moved any more.
    pub fn into_pin(boxed: Box<T>) -> Pin<Box<T>> {
        unsafe { Pin::new_unchecked(boxed) }
    }
}

unsafe impl<#[may_dangle] T: ?Sized> Drop for Box<T> {
    fn drop(&mut self) {
        intrinsics::free_value(self.0.as_ptr());
    }
}

impl<T: ?Sized> Deref for Box<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &**self
    }
}
impl<T: ?Sized> DerefMut for Box<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut **self
    }
}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Box<U>> for Box<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Box<U>> for Box<T> {}

impl<Args, F: FnOnce<Args> + ?Sized> FnOnce<Args> for Box<F> {
    type Output = F::Output;
    extern "rust-call" fn call_once(self, args: Args) -> F::Output {
        <F as FnOnce<Args>>::call_once(*self, args)
    }
}
impl<Args, F: FnMut<Args> + ?Sized> FnMut<Args> for Box<F> {
    extern "rust-call" fn call_mut(&mut self, args: Args) -> F::Output {
        <F as FnMut<Args>>::call_mut(&mut **self, args)
    }
}
impl<Args, F: Fn<Args> + ?Sized> Fn<Args> for Box<F> {
    extern "rust-call" fn call(&self, args: Args) -> F::Output {
        <F as Fn<Args>>::call(&**self, args)
    }
}
