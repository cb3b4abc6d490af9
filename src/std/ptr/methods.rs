// Methods of `*const T` and `*mut T`.

use super::NonNull;
use crate::mem::align_of;

impl<T> *const T {
    #[lockstep::primitive = "ptr.add"]
    pub const unsafe fn add(self, count: usize) -> *const T;

    #[lockstep::primitive = "ptr.sub"]
    pub const unsafe fn sub(self, count: usize) -> *const T;

    #[lockstep::primitive = "ptr.offset"]
    pub const unsafe fn offset(self, count: isize) -> *const T;

    #[lockstep::primitive = "ptr.offset"]
    pub const fn wrapping_offset(self, count: isize) -> *const T;

    #[lockstep::primitive = "ptr.add"]
    pub const fn wrapping_add(self, count: usize) -> *const T;

    #[lockstep::primitive = "ptr.sub"]
    pub const fn wrapping_sub(self, count: usize) -> *const T;

    /// Distance in values.
    #[lockstep::primitive = "ptr.offset_from"]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize;

    pub const unsafe fn read(self) -> T {
        unsafe { super::read(self) }
    }

    pub unsafe fn read_volatile(self) -> T {
        unsafe { super::read(self) }
    }

    pub const unsafe fn read_unaligned(self) -> T {
        unsafe { super::read(self) }
    }

    pub const unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
        unsafe { self.offset_from(origin) as usize }
    }

    /// Whether the address is a multiple of the type's alignment.
    pub fn is_aligned(self) -> bool {
        self.addr() % align_of::<T>() == 0
    }

    pub const unsafe fn copy_to(self, dest: *mut T, count: usize) {
        unsafe { super::copy(self, dest, count) }
    }

    pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
        unsafe { super::copy(self, dest, count) }
    }
}

impl<T: ?Sized> *const T {
    #[lockstep::primitive = "ptr.is_null"]
    pub const fn is_null(self) -> bool;

    /// A number that tells different places apart.
    #[lockstep::primitive = "ptr.addr"]
    pub fn addr(self) -> usize;

    pub const fn cast<U>(self) -> *const U {
        self as *const U
    }

    pub const fn cast_mut(self) -> *mut T {
        self as *mut T
    }

    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(unsafe { &*self }) }
    }

    pub const unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
        unsafe { &*self }
    }
}

impl<T> *const [T] {
    #[lockstep::primitive = "slice.len"]
    pub const fn len(self) -> usize;

    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<T> *mut T {
    #[lockstep::primitive = "ptr.add"]
    pub const unsafe fn add(self, count: usize) -> *mut T;

    #[lockstep::primitive = "ptr.sub"]
    pub const unsafe fn sub(self, count: usize) -> *mut T;

    #[lockstep::primitive = "ptr.offset"]
    pub const unsafe fn offset(self, count: isize) -> *mut T;

    #[lockstep::primitive = "ptr.offset"]
    pub const fn wrapping_offset(self, count: isize) -> *mut T;

    #[lockstep::primitive = "ptr.add"]
    pub const fn wrapping_add(self, count: usize) -> *mut T;

    #[lockstep::primitive = "ptr.sub"]
    pub const fn wrapping_sub(self, count: usize) -> *mut T;

    #[lockstep::primitive = "ptr.offset_from"]
    pub const unsafe fn offset_from(self, origin: *const T) -> isize;

    pub const unsafe fn read(self) -> T {
        unsafe { super::read(self) }
    }

    pub const unsafe fn write_bytes(self, val: u8, count: usize) {
        unsafe { super::write_bytes(self, val, count) }
    }

    pub const unsafe fn write(self, value: T) {
        unsafe { super::write(self, value) }
    }

    pub const unsafe fn read_unaligned(self) -> T {
        unsafe { super::read(self) }
    }

    pub const unsafe fn write_unaligned(self, value: T) {
        unsafe { super::write(self, value) }
    }

    pub const unsafe fn replace(self, value: T) -> T {
        unsafe { super::replace(self, value) }
    }

    pub unsafe fn read_volatile(self) -> T {
        unsafe { super::read(self) }
    }

    pub unsafe fn write_volatile(self, value: T) {
        unsafe { super::write(self, value) }
    }

    pub const unsafe fn swap(self, with: *mut T) {
        unsafe { super::swap(self, with) }
    }

    pub const unsafe fn copy_from(self, src: *const T, count: usize) {
        unsafe { super::copy(src, self, count) }
    }

    pub const unsafe fn copy_from_nonoverlapping(self, src: *const T, count: usize) {
        unsafe { super::copy(src, self, count) }
    }

    pub const unsafe fn copy_to(self, dest: *mut T, count: usize) {
        unsafe { super::copy(self, dest, count) }
    }

    pub const unsafe fn copy_to_nonoverlapping(self, dest: *mut T, count: usize) {
        unsafe { super::copy(self, dest, count) }
    }

    pub const unsafe fn offset_from_unsigned(self, origin: *const T) -> usize {
        unsafe { self.offset_from(origin) as usize }
    }

    pub fn is_aligned(self) -> bool {
        self.addr() % align_of::<T>() == 0
    }
}

impl<T: ?Sized> *mut T {
    #[lockstep::primitive = "ptr.is_null"]
    pub const fn is_null(self) -> bool;

    #[lockstep::primitive = "ptr.addr"]
    pub fn addr(self) -> usize;

    pub const fn cast<U>(self) -> *mut U {
        self as *mut U
    }

    pub const fn cast_const(self) -> *const T {
        self as *const T
    }

    pub unsafe fn drop_in_place(self) {
        unsafe { super::drop_in_place(self) }
    }

    pub const unsafe fn as_ref<'a>(self) -> Option<&'a T> {
        if self.is_null() { None } else { Some(unsafe { &*self }) }
    }

    pub const unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
        if self.is_null() { None } else { Some(unsafe { &mut *self }) }
    }

    pub const unsafe fn as_ref_unchecked<'a>(self) -> &'a T {
        unsafe { &*self }
    }

    pub const unsafe fn as_mut_unchecked<'a>(self) -> &'a mut T {
        unsafe { &mut *self }
    }
}

impl<T> *mut [T] {
    #[lockstep::primitive = "slice.len"]
    pub const fn len(self) -> usize;

    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

impl<T: ?Sized> From<&mut T> for NonNull<T> {
    fn from(reference: &mut T) -> Self {
        unsafe { NonNull::new_unchecked(reference) }
    }
}
impl<T: ?Sized> From<&T> for NonNull<T> {
    fn from(reference: &T) -> Self {
        unsafe { NonNull::new_unchecked(reference as *const T as *mut T) }
    }
}
