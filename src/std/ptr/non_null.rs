// A raw pointer that is never null.

use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::marker::Unsize;
use crate::ops::{CoerceUnsized, DispatchFromDyn};

/// A raw pointer that is never null. Like every raw pointer it is neither `Send` nor `Sync`.
#[lockstep::niche = "1"]
pub struct NonNull<T: ?Sized> {
    pointer: *const T,
}

#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that another thread may use it."]
impl<T: ?Sized> !Send for NonNull<T> {}
#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that several threads may use it."]
impl<T: ?Sized> !Sync for NonNull<T> {}

impl<T> NonNull<T> {
    pub const fn dangling() -> NonNull<T> {
        NonNull { pointer: super::dangling() }
    }

    pub const unsafe fn add(self, count: usize) -> NonNull<T> {
        NonNull { pointer: unsafe { self.pointer.add(count) } }
    }

    pub const unsafe fn sub(self, count: usize) -> NonNull<T> {
        NonNull { pointer: unsafe { self.pointer.sub(count) } }
    }

    pub const unsafe fn offset(self, count: isize) -> NonNull<T> {
        NonNull { pointer: unsafe { self.pointer.offset(count) } }
    }

    pub const unsafe fn offset_from_unsigned(self, origin: NonNull<T>) -> usize {
        unsafe { self.pointer.offset_from_unsigned(origin.pointer) }
    }

    pub fn is_aligned(self) -> bool {
        self.pointer.is_aligned()
    }

    pub const unsafe fn swap(self, with: NonNull<T>) {
        unsafe { super::swap(self.as_ptr(), with.as_ptr()) }
    }

    pub const unsafe fn copy_to(self, dest: NonNull<T>, count: usize) {
        unsafe { super::copy(self.pointer, dest.as_ptr(), count) }
    }

    pub const unsafe fn copy_to_nonoverlapping(self, dest: NonNull<T>, count: usize) {
        unsafe { super::copy(self.pointer, dest.as_ptr(), count) }
    }

    pub const unsafe fn copy_from(self, src: NonNull<T>, count: usize) {
        unsafe { super::copy(src.pointer, self.as_ptr(), count) }
    }

    pub const unsafe fn copy_from_nonoverlapping(self, src: NonNull<T>, count: usize) {
        unsafe { super::copy(src.pointer, self.as_ptr(), count) }
    }

    pub unsafe fn read_volatile(self) -> T {
        unsafe { super::read(self.pointer) }
    }

    pub unsafe fn write_volatile(self, value: T) {
        unsafe { super::write(self.as_ptr(), value) }
    }

    pub const unsafe fn read_unaligned(self) -> T {
        unsafe { super::read(self.pointer) }
    }

    pub const unsafe fn write_bytes(self, val: u8, count: usize) {
        unsafe { super::write_bytes(self.as_ptr(), val, count) }
    }

    pub const unsafe fn write_unaligned(self, value: T) {
        unsafe { super::write(self.as_ptr(), value) }
    }

    pub const unsafe fn read(self) -> T {
        unsafe { super::read(self.pointer) }
    }

    pub const unsafe fn replace(self, value: T) -> T {
        unsafe { super::replace(self.pointer as *mut T, value) }
    }

    pub const unsafe fn offset_from(self, origin: NonNull<T>) -> isize {
        unsafe { self.pointer.offset_from(origin.pointer) }
    }

    pub const unsafe fn write(self, value: T) {
        unsafe { super::write(self.pointer as *mut T, value) }
    }
}

impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> NonNull<T> {
        NonNull { pointer: ptr }
    }

    /// `None` for a null pointer.
    pub const fn new(ptr: *mut T) -> Option<NonNull<T>> {
        if ptr.is_null() { None } else { Some(NonNull { pointer: ptr }) }
    }

    pub const fn from_ref(r: &T) -> NonNull<T> {
        NonNull { pointer: r }
    }

    pub const fn from_mut(r: &mut T) -> NonNull<T> {
        NonNull { pointer: r }
    }

    pub const fn as_ptr(self) -> *mut T {
        self.pointer as *mut T
    }

    pub const unsafe fn as_ref<'a>(&self) -> &'a T {
        unsafe { &*self.pointer }
    }

    pub const unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
        unsafe { &mut *(self.pointer as *mut T) }
    }

    /// A number that tells different places apart; never zero.
    pub fn addr(self) -> crate::num::NonZero<usize> {
        unsafe { crate::num::NonZero::new_unchecked(self.pointer.addr()) }
    }

    pub const fn cast<U>(self) -> NonNull<U> {
        NonNull { pointer: self.pointer as *const U }
    }

    pub unsafe fn drop_in_place(self) {
        unsafe { super::drop_in_place(self.pointer as *mut T) }
    }
}

impl<T> NonNull<[T]> {
    pub const fn slice_from_raw_parts(data: NonNull<T>, len: usize) -> NonNull<[T]> {
        NonNull { pointer: super::slice_from_raw_parts(data.pointer, len) }
    }

    pub const fn len(self) -> usize {
        self.pointer.len()
    }

    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    pub const fn as_non_null_ptr(self) -> NonNull<T> {
        NonNull { pointer: self.pointer as *const T }
    }
}

impl<T: ?Sized> Clone for NonNull<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: ?Sized> Copy for NonNull<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<NonNull<U>> for NonNull<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<NonNull<U>> for NonNull<T> {}
impl<T: ?Sized> fmt::Debug for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.as_ptr(), f)
    }
}
impl<T: ?Sized> fmt::Pointer for NonNull<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.as_ptr(), f)
    }
}
impl<T: ?Sized> PartialEq for NonNull<T> {
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
    }
}
impl<T: ?Sized> Eq for NonNull<T> {}
impl<T: ?Sized> PartialOrd for NonNull<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.pointer.partial_cmp(&other.pointer)
    }
}
impl<T: ?Sized> Ord for NonNull<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.pointer.cmp(&other.pointer)
    }
}
impl<T: ?Sized> Hash for NonNull<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pointer.hash(state);
    }
}
