// `Vec`: a growable array.
//
// `ptr` points to room for `cap` values, of which the first `len` are there. Capacity grows as in the real one:
// 4 (8 for bytes), then doubling. Iterators, draining and trait implementations are in vec/.

mod drain;
mod edit;
mod into_iter;
mod splice;
mod traits;

pub use self::drain::Drain;
pub use self::into_iter::IntoIter;
pub use self::splice::{ExtractIf, Splice};

use crate::intrinsics;
use crate::mem;
use crate::ops::{Deref, DerefMut, Drop};
use crate::ptr::{self, Unique};
use crate::rt;
use crate::slice;

/// A growable array on the heap.
#[lockstep::render = "seq"]
#[lockstep::sample = "vec![{0..}]"]
pub struct Vec<T> {
    ptr: Unique<T>,
    cap: usize,
    len: usize,
}

impl<T> Vec<T> {
    /// An empty vector. Nothing is allocated yet.
    pub const fn new() -> Vec<T> {
        Vec { ptr: Unique::dangling(), cap: 0, len: 0 }
    }

    /// An empty vector with room for `capacity` values.
    #[lockstep::place = "alloc/src/raw_vec/mod.rs:28:5"]
    pub fn with_capacity(capacity: usize) -> Vec<T> {
        if capacity == 0 {
            return Vec::new();
        }
        check_capacity::<T>(capacity);
        Vec { ptr: Unique::new(intrinsics::allocate::<T>(capacity)), cap: capacity, len: 0 }
    }

    /// A vector out of a pointer, a length and a capacity, which must belong together.
    pub unsafe fn from_raw_parts(ptr: *mut T, length: usize, capacity: usize) -> Vec<T> {
        Vec { ptr: Unique::new(ptr), cap: capacity, len: length }
    }

    /// For how many values there is room without allocating again.
    pub const fn capacity(&self) -> usize {
        if mem::size_of::<T>() == 0 { usize::MAX } else { self.cap }
    }

    /// How many values there are.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no values.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Makes room for at least so many more values.
    pub fn reserve(&mut self, additional: usize) {
        if self.cap - self.len < additional {
            let needed = self.len.saturating_add(additional);
            let doubled = if needed > self.cap * 2 { needed } else { self.cap * 2 };
            let smallest = if mem::size_of::<T>() == 1 { 8 } else { 4 };
            self.set_capacity(if doubled > smallest { doubled } else { smallest });
        }
    }

    /// Makes room for so many more values and no more.
    pub fn reserve_exact(&mut self, additional: usize) {
        if self.cap - self.len < additional {
            self.set_capacity(self.len.saturating_add(additional));
        }
    }

    pub fn try_reserve(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        self.reserve(additional);
        Ok(())
    }

    pub fn try_reserve_exact(&mut self, additional: usize) -> Result<(), crate::collections::TryReserveError> {
        self.reserve_exact(additional);
        Ok(())
    }

    /// Gives unused room back.
    pub fn shrink_to_fit(&mut self) {
        self.shrink_to(0)
    }

    pub fn shrink_to(&mut self, min_capacity: usize) {
        let wanted = if self.len > min_capacity { self.len } else { min_capacity };
        if wanted < self.cap {
            self.set_capacity(wanted);
        }
    }

    fn set_capacity(&mut self, cap: usize) {
        check_capacity::<T>(cap);
        self.ptr = Unique::new(intrinsics::grow::<T>(self.ptr.as_ptr(), self.cap, cap));
        self.cap = cap;
    }

    /// The values as a boxed slice, without unused room.
    pub fn into_boxed_slice(self) -> Box<[T]> {
        let mut this = mem::ManuallyDrop::new(self);
        this.shrink_to_fit();
        unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(this.as_mut_ptr(), this.len)) }
    }

    /// All values as a slice.
    pub const fn as_slice(&self) -> &[T] {
        unsafe { &*ptr::slice_from_raw_parts(self.ptr.as_ptr(), self.len) }
    }

    /// All values as a mutable slice.
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        unsafe { &mut *ptr::slice_from_raw_parts_mut(self.ptr.as_ptr(), self.len) }
    }

    /// A raw pointer to the first value.
    pub const fn as_ptr(&self) -> *const T {
        self.ptr.as_ptr()
    }

    /// A raw pointer to the first value.
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.ptr.as_ptr()
    }

    /// Says how many values there are; they must be there.
    pub unsafe fn set_len(&mut self, new_len: usize) {
        self.len = new_len;
    }

    /// Adds a value at the end.
    pub fn push(&mut self, value: T) {
        if self.len == self.cap {
            self.reserve(1);
        }
        unsafe { ptr::write(self.ptr.as_ptr().add(self.len), value) };
        self.len += 1;
    }

    /// Removes the last value.
    pub fn pop(&mut self) -> Option<T> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(unsafe { ptr::read(self.ptr.as_ptr().add(self.len)) })
    }

    /// Removes the last value if it passes the test.
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        let last = self.last_mut()?;
        if predicate(last) { self.pop() } else { None }
    }

    /// Drops all values, keeps the room.
    pub fn clear(&mut self) {
        self.truncate(0)
    }

    /// Drops the values from `len` on.
    pub fn truncate(&mut self, len: usize) {
        if len < self.len {
            unsafe {
                let rest = ptr::slice_from_raw_parts_mut(self.ptr.as_ptr().add(len), self.len - len);
                self.len = len;
                ptr::drop_in_place(rest);
            }
        }
    }

    /// Gives the values up for ever, in exchange for a slice that never ends.
    pub fn leak<'a>(self) -> &'a mut [T] {
        let mut this = mem::ManuallyDrop::new(self);
        unsafe { &mut *ptr::slice_from_raw_parts_mut(this.as_mut_ptr(), this.len) }
    }

    pub fn into_raw_parts(self) -> (*mut T, usize, usize) {
        let mut this = mem::ManuallyDrop::new(self);
        (this.as_mut_ptr(), this.len, this.cap)
    }
}

unsafe impl<#[may_dangle] T> Drop for Vec<T> {
    fn drop(&mut self) {
        let ptr = self.ptr.as_ptr();
        if mem::needs_drop::<T>() {
            let _room = Room { ptr, cap: self.cap };
            unsafe { ptr::drop_in_place(ptr::slice_from_raw_parts_mut(ptr, self.len)) }
        } else if self.cap != 0 {
            intrinsics::free(ptr, self.cap);
        }
    }
}

/// Frees a vector's room, also when dropping a value panics.
struct Room<T> {
    ptr: *mut T,
    cap: usize,
}

impl<T> Drop for Room<T> {
    fn drop(&mut self) {
        if self.cap != 0 {
            intrinsics::free(self.ptr, self.cap);
        }
    }
}

impl<T> Deref for Vec<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        unsafe { &*ptr::slice_from_raw_parts(self.ptr.as_ptr(), self.len) }
    }
}
impl<T> DerefMut for Vec<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        unsafe { &mut *ptr::slice_from_raw_parts_mut(self.ptr.as_ptr(), self.len) }
    }
}

/// A vector takes at most half of the address space.
fn check_capacity<T>(capacity: usize) {
    if capacity > 1 << 40 && capacity.saturating_mul(mem::size_of::<T>()) > isize::MAX as usize {
        rt::panic_display("capacity overflow");
    }
}

/// `vec![elem; n]`
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut v = Vec::with_capacity(n);
    v.extend_with(n, elem);
    v
}

/// `vec![a, b, c]`
#[lockstep::items = "same"]
pub fn from_array<T, const N: usize>(array: [T; N]) -> Vec<T> {
    let array = mem::ManuallyDrop::new(array);
    let mut v = Vec::with_capacity(N);
    unsafe {
        ptr::copy(&*array as *const [T; N] as *const T, v.as_mut_ptr(), N);
        v.len = N;
    }
    v
}

impl<T: Clone> Vec<T> {
    fn extend_with(&mut self, n: usize, value: T) {
        self.reserve(n);
        let mut left = n;
        while left > 1 {
            self.push(value.clone());
            left -= 1;
        }
        if left == 1 {
            self.push(value);
        }
    }

    /// Grows with clones of `value`, or cuts off.
    pub fn resize(&mut self, new_len: usize, value: T) {
        if new_len > self.len {
            self.extend_with(new_len - self.len, value);
        } else {
            self.truncate(new_len);
        }
    }

    /// Adds clones of all values of a slice.
    pub fn extend_from_slice(&mut self, other: &[T]) {
        self.reserve(other.len());
        for item in other {
            self.push(item.clone());
        }
    }

    /// Adds clones of the values of a range of this vector.
    #[lockstep::place = "core/src/slice/index.rs:1031:55"]
    pub fn extend_from_within<R: crate::ops::RangeBounds<usize>>(&mut self, src: R) {
        let range = slice::index::bounds_of(&src, self.len);
        let copy = self[range].to_vec();
        self.reserve(copy.len());
        for item in copy {
            self.push(item);
        }
    }
}

/// `index` against `len`, in the words of the method that was called.
fn out_of_range(what: &str, relation: &str, index: usize, len: usize) -> ! {
    let mut message = String::from(what);
    message.push_str(" (is ");
    let _ = crate::fmt::write_debug(&mut message, &index);
    message.push_str(") should be ");
    message.push_str(relation);
    message.push_str(" len (is ");
    let _ = crate::fmt::write_debug(&mut message, &len);
    message.push_str(")");
    rt::panic_string(&message)
}
