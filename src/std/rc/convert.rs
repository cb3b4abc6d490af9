// Conversions into `Rc`, with slices and text moved into one allocation with their counts.

use super::{Rc, RcInner};
use crate::any::Any;
use crate::borrow::Cow;
use crate::cell::Cell;
use crate::intrinsics;
use crate::mem::{self, MaybeUninit};
use crate::ptr;

/// A new allocation for `len` values, whose counts say one owner.
unsafe fn allocate_slice<T>(len: usize) -> *mut RcInner<[T]> {
    unsafe {
        let shape = ptr::slice_from_raw_parts(ptr::null::<T>(), len) as *const RcInner<[T]>;
        start_counts(intrinsics::allocate_like(shape))
    }
}

unsafe fn start_counts<T: ?Sized>(place: *mut RcInner<T>) -> *mut RcInner<T> {
    unsafe {
        ptr::write(&raw mut (*place).strong, Cell::new(1));
        ptr::write(&raw mut (*place).weak, Cell::new(1));
    }
    place
}

/// Moves `len` values from `src`.
unsafe fn move_slice<T>(src: *const T, len: usize) -> Rc<[T]> {
    unsafe {
        let place = allocate_slice::<T>(len);
        ptr::copy(src, &raw mut (*place).value as *mut T, len);
        Rc::from_inner(place)
    }
}

impl<T> From<T> for Rc<T> {
    fn from(value: T) -> Rc<T> {
        Rc::new(value)
    }
}
impl<T: Clone> From<&[T]> for Rc<[T]> {
    fn from(slice: &[T]) -> Rc<[T]> {
        Rc::from(slice.to_vec())
    }
}
impl<T, const N: usize> From<[T; N]> for Rc<[T]> {
    fn from(array: [T; N]) -> Rc<[T]> {
        Rc::new(array)
    }
}
impl<T> From<Vec<T>> for Rc<[T]> {
    fn from(mut vec: Vec<T>) -> Rc<[T]> {
        unsafe {
            let rc = move_slice(vec.as_ptr(), vec.len());
            vec.set_len(0);
            rc
        }
    }
}
impl From<&str> for Rc<str> {
    fn from(text: &str) -> Rc<str> {
        unsafe {
            let bytes = move_slice(text.as_ptr(), text.len());
            let inner = bytes.ptr.as_ptr() as *mut RcInner<str>;
            mem::forget(bytes);
            Rc::from_inner(inner)
        }
    }
}
impl From<String> for Rc<str> {
    fn from(text: String) -> Rc<str> {
        Rc::from(text.as_str())
    }
}
impl<'a, B> From<Cow<'a, B>> for Rc<B>
where
    B: ToOwned + ?Sized,
    Rc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(cow: Cow<'a, B>) -> Rc<B> {
        match cow {
            Cow::Borrowed(b) => Rc::from(b),
            Cow::Owned(owned) => Rc::from(owned),
        }
    }
}
impl From<&mut str> for Rc<str> {
    fn from(text: &mut str) -> Rc<str> {
        Rc::from(&*text)
    }
}
impl<T: Clone> From<&mut [T]> for Rc<[T]> {
    fn from(slice: &mut [T]) -> Rc<[T]> {
        Rc::from(&*slice)
    }
}
impl<T, const N: usize> TryFrom<Rc<[T]>> for Rc<[T; N]> {
    type Error = Rc<[T]>;
    fn try_from(slice: Rc<[T]>) -> Result<Self, Rc<[T]>> {
        if slice.len() != N {
            return Err(slice);
        }
        let inner = slice.ptr.as_ptr() as *mut RcInner<[T; N]>;
        mem::forget(slice);
        Ok(unsafe { Rc::from_inner(inner) })
    }
}
impl From<Rc<str>> for Rc<[u8]> {
    fn from(text: Rc<str>) -> Rc<[u8]> {
        let inner = text.ptr.as_ptr() as *mut RcInner<[u8]>;
        mem::forget(text);
        unsafe { Rc::from_inner(inner) }
    }
}
impl<T: ?Sized> From<Box<T>> for Rc<T> {
    fn from(boxed: Box<T>) -> Rc<T> {
        unsafe {
            let size = intrinsics::cells_of_val(&*boxed as *const T);
            let value = Box::into_raw(boxed);
            let place = start_counts(intrinsics::allocate_like(value as *const RcInner<T>));
            ptr::copy(value as *const usize, &raw mut (*place).value as *mut usize, size);
            intrinsics::free_value(value);
            Rc::from_inner(place)
        }
    }
}
impl<T> FromIterator<T> for Rc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Rc::from(iter.into_iter().collect::<Vec<T>>())
    }
}

impl Rc<dyn Any> {
    /// The value as the type it really has, or the `Rc` back.
    pub fn downcast<T: Any>(self) -> Result<Rc<T>, Self> {
        if (*self).is::<T>() {
            let inner = self.ptr.as_ptr() as *mut RcInner<T>;
            mem::forget(self);
            Ok(unsafe { Rc::from_inner(inner) })
        } else {
            Err(self)
        }
    }
}

impl<T> Rc<MaybeUninit<T>> {
    /// The same allocation as a value of its own type; whoever calls it promises that every byte has been written.
    pub unsafe fn assume_init(self) -> Rc<T> {
        let inner = self.ptr.as_ptr() as *mut RcInner<T>;
        mem::forget(self);
        unsafe { Rc::from_inner(inner) }
    }
}
impl<T> Rc<[MaybeUninit<T>]> {
    /// The same allocation as a value of its own type; whoever calls it promises that every byte has been written.
    pub unsafe fn assume_init(self) -> Rc<[T]> {
        let inner = self.ptr.as_ptr() as *mut RcInner<[T]>;
        mem::forget(self);
        unsafe { Rc::from_inner(inner) }
    }
}
impl<T> Rc<[T]> {
    /// Room on the heap for `len` values that are not written yet.
    pub fn new_uninit_slice(len: usize) -> Rc<[MaybeUninit<T>]> {
        Rc::from(Box::<[T]>::new_uninit_slice(len))
    }

    /// Room on the heap for `len` values, filled with zero bytes.
    pub fn new_zeroed_slice(len: usize) -> Rc<[MaybeUninit<T>]> {
        Rc::from(Box::<[T]>::new_zeroed_slice(len))
    }
}
