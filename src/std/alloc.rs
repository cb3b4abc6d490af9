// Layouts of memory, and memory by layout.
//
// Not modelled: allocators of the program's own.

use crate::error::Error;
use crate::intrinsics;
use crate::ptr::NonNull;

/// Size and alignment of a piece of memory.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    size: usize,
    align: usize,
}

/// A size or alignment that no layout can have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LayoutError;

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid parameters to Layout::from_size_align")
    }
}
impl Error for LayoutError {}

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

    pub const unsafe fn from_size_align_unchecked(size: usize, align: usize) -> Layout {
        Layout { size, align }
    }

    /// This layout with at least that alignment.
    pub const fn align_to(&self, align: usize) -> Result<Layout, LayoutError> {
        Layout::from_size_align(self.size, if align > self.align { align } else { self.align })
    }

    /// With padding at the end, as an array needs it.
    pub const fn pad_to_align(&self) -> Layout {
        Layout { size: self.size.next_multiple_of(self.align), align: self.align }
    }

    /// `next` behind this one, and where it begins.
    #[rustc_do_not_const_check]
    pub const fn extend(&self, next: Layout) -> Result<(Layout, usize), LayoutError> {
        let align = if self.align > next.align { self.align } else { next.align };
        let offset = self.size.next_multiple_of(next.align);
        match offset.checked_add(next.size) {
            Some(size) => match Layout::from_size_align(size, align) {
                Ok(layout) => Ok((layout, offset)),
                Err(error) => Err(error),
            },
            None => Err(LayoutError),
        }
    }

    /// A well-aligned pointer that must not be read.
    pub const fn dangling(&self) -> NonNull<u8> {
        unsafe { NonNull::new_unchecked(self.align as *mut u8) }
    }

    pub const fn size(&self) -> usize {
        self.size
    }

    pub const fn align(&self) -> usize {
        self.align
    }
}

/// Allocators of raw bytes. One that a program makes its global one is not asked.
pub unsafe trait GlobalAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8;
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout);
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        let ptr = unsafe { self.alloc(layout) };
        if !ptr.is_null() {
            unsafe { intrinsics::unsupported("GlobalAlloc::alloc_zeroed") }
        }
        ptr
    }
}

/// The system's allocator.
#[derive(Debug, Default, Copy, Clone)]
pub struct System;

unsafe impl GlobalAlloc for System {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { alloc(layout) }
    }
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        unsafe { dealloc(ptr, layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { alloc_zeroed(layout) }
    }
}

/// Memory of that layout, uninitialised.
pub unsafe fn alloc(layout: Layout) -> *mut u8 {
    intrinsics::allocate_bytes(layout.size, layout.align, false)
}

/// Memory of that layout, all zeros.
pub unsafe fn alloc_zeroed(layout: Layout) -> *mut u8 {
    intrinsics::allocate_bytes(layout.size, layout.align, true)
}

/// Gives memory back that `alloc` gave.
pub unsafe fn dealloc(ptr: *mut u8, _layout: Layout) {
    intrinsics::free_bytes(ptr)
}

/// Moves memory to a place of another size; contents that fit are kept.
pub unsafe fn realloc(ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
    intrinsics::grow_bytes(ptr, new_size, layout.align)
}

pub fn handle_alloc_error(_layout: Layout) -> ! {
    intrinsics::abort()
}

pub use crate::{borrow, boxed, collections, fmt, rc, slice, str, string, sync, vec};
pub use crate::format;
