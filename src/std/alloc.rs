// Layouts of memory. Not modelled: allocators of the program's own, and the allocation functions.

use crate::intrinsics;

/// Size and alignment of a piece of memory.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    size: usize,
    align: usize,
}

/// A size or alignment that no layout can have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutError;

impl Layout {
    pub const fn new<T>() -> Layout {
        Layout { size: intrinsics::size_of::<T>(), align: intrinsics::align_of::<T>() }
    }

    #[rustc_do_not_const_check]
    pub const fn for_value<T: ?Sized>(t: &T) -> Layout {
        Layout { size: crate::mem::size_of_val(t), align: crate::mem::align_of_val(t) }
    }

    #[rustc_do_not_const_check]
    pub const fn array<T>(n: usize) -> Result<Layout, LayoutError> {
        match intrinsics::size_of::<T>().checked_mul(n) {
            Some(size) => Ok(Layout { size, align: intrinsics::align_of::<T>() }),
            None => Err(LayoutError),
        }
    }

    pub const fn from_size_align(size: usize, align: usize) -> Result<Layout, LayoutError> {
        if align.is_power_of_two() { Ok(Layout { size, align }) } else { Err(LayoutError) }
    }

    pub const fn size(&self) -> usize {
        self.size
    }

    pub const fn align(&self) -> usize {
        self.align
    }
}

/// Allocators of raw bytes. Recognised, not run.
pub unsafe trait GlobalAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8;
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout);
}

/// The system's allocator.
#[derive(Debug, Default, Copy, Clone)]
pub struct System;

pub unsafe fn alloc(_layout: Layout) -> *mut u8 {
    intrinsics::unsupported("std::alloc::alloc")
}

pub unsafe fn alloc_zeroed(_layout: Layout) -> *mut u8 {
    intrinsics::unsupported("std::alloc::alloc_zeroed")
}

pub unsafe fn dealloc(_ptr: *mut u8, _layout: Layout) {
    intrinsics::unsupported("std::alloc::dealloc")
}

pub unsafe fn realloc(_ptr: *mut u8, _layout: Layout, _new_size: usize) -> *mut u8 {
    intrinsics::unsupported("std::alloc::realloc")
}

pub fn handle_alloc_error(_layout: Layout) -> ! {
    intrinsics::abort()
}

pub use crate::{borrow, boxed, collections, fmt, rc, slice, str, string, sync, vec};
pub use crate::format;
