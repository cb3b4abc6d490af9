// Memory that may not hold a value yet.

use crate::fmt;
use crate::intrinsics;
use crate::mem::ManuallyDrop;
use crate::ptr;

/// Room for a value that may not be there yet. Reading it before it was written is undefined behaviour.
#[lang = "maybe_uninit"]
pub union MaybeUninit<T> {
    uninit: (),
    value: ManuallyDrop<T>,
}

impl<T: Copy> Copy for MaybeUninit<T> {}
impl<T: Copy> Clone for MaybeUninit<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> fmt::Debug for MaybeUninit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MaybeUninit<")?;
        f.write_str(intrinsics::type_name::<T>())?;
        f.write_str(">")
    }
}

impl<T> MaybeUninit<T> {
    /// Room that holds a value.
    pub const fn new(value: T) -> MaybeUninit<T> {
        MaybeUninit { value: ManuallyDrop::new(value) }
    }

    /// Room without a value.
    pub const fn uninit() -> MaybeUninit<T> {
        MaybeUninit { uninit: () }
    }

    pub const fn uninit_array<const N: usize>() -> [MaybeUninit<T>; N] {
        [const { MaybeUninit::uninit() }; N]
    }

    pub const fn zeroed() -> MaybeUninit<T> {
        MaybeUninit { value: ManuallyDrop::new(unsafe { intrinsics::zeroed() }) }
    }

    /// Writes a value without dropping what was there.
    pub const fn write(&mut self, value: T) -> &mut T {
        unsafe {
            ptr::write(self.as_mut_ptr(), value);
            &mut *self.as_mut_ptr()
        }
    }

    /// A raw pointer to the room.
    pub const fn as_ptr(&self) -> *const T {
        self as *const MaybeUninit<T> as *const T
    }

    /// A raw pointer to the room.
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self as *mut MaybeUninit<T> as *mut T
    }

    /// Takes the value out, which must be there.
    pub const unsafe fn assume_init(self) -> T {
        unsafe { ptr::read(self.as_ptr()) }
    }

    /// Reads the value, which must be there, and leaves the room as it is.
    pub const unsafe fn assume_init_read(&self) -> T {
        unsafe { ptr::read(self.as_ptr()) }
    }

    /// Drops the value, which must be there.
    pub unsafe fn assume_init_drop(&mut self) {
        unsafe { ptr::drop_in_place(self.as_mut_ptr()) }
    }

    pub const unsafe fn assume_init_ref(&self) -> &T {
        unsafe { &*self.as_ptr() }
    }

    pub const unsafe fn assume_init_mut(&mut self) -> &mut T {
        unsafe { &mut *self.as_mut_ptr() }
    }
}
