// Conversions into `Arc`, with slices and text moved into one allocation with their counts.

use super::{Arc, ArcInner};
use crate::any::Any;
use crate::borrow::Cow;
use crate::intrinsics;
use crate::mem::{self, MaybeUninit};
use crate::ptr;

/// A new allocation for `len` values, whose counts say one owner.
unsafe fn allocate_slice<T>(len: usize) -> *mut ArcInner<[T]> {
    unsafe {
        let shape = ptr::slice_from_raw_parts(ptr::null::<T>(), len) as *const ArcInner<[T]>;
        start_counts(intrinsics::allocate_like(shape))
    }
}

unsafe fn start_counts<T: ?Sized>(place: *mut ArcInner<T>) -> *mut ArcInner<T> {
    unsafe { ptr::write(&raw mut (*place).counts, [1, 1]) };
    place
}

/// Moves `len` values from `src`.
unsafe fn move_slice<T>(src: *const T, len: usize) -> Arc<[T]> {
    unsafe {
        let place = allocate_slice::<T>(len);
        ptr::copy(src, &raw mut (*place).data as *mut T, len);
        Arc::from_inner(place)
    }
}

impl<T> From<T> for Arc<T> {
    fn from(value: T) -> Arc<T> {
        Arc::new(value)
    }
}
impl<T: Clone> From<&[T]> for Arc<[T]> {
    fn from(slice: &[T]) -> Arc<[T]> {
        Arc::from(slice.to_vec())
    }
}
impl<T, const N: usize> From<[T; N]> for Arc<[T]> {
    fn from(array: [T; N]) -> Arc<[T]> {
        Arc::new(array)
    }
}
impl<T> From<Vec<T>> for Arc<[T]> {
    fn from(mut vec: Vec<T>) -> Arc<[T]> {
        unsafe {
            let arc = move_slice(vec.as_ptr(), vec.len());
            vec.set_len(0);
            arc
        }
    }
}
impl From<&str> for Arc<str> {
    fn from(text: &str) -> Arc<str> {
        unsafe {
            let place = allocate_slice::<u8>(text.len());
            ptr::copy(text.as_ptr(), &raw mut (*place).data as *mut u8, text.len());
            Arc::from_inner(place as *mut ArcInner<str>)
        }
    }
}
impl From<String> for Arc<str> {
    fn from(text: String) -> Arc<str> {
        Arc::from(text.as_str())
    }
}
impl<'a, B> From<Cow<'a, B>> for Arc<B>
where
    B: ToOwned + ?Sized,
    Arc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(cow: Cow<'a, B>) -> Arc<B> {
        match cow {
            Cow::Borrowed(b) => Arc::from(b),
            Cow::Owned(owned) => Arc::from(owned),
        }
    }
}
impl From<&mut str> for Arc<str> {
    fn from(text: &mut str) -> Arc<str> {
        Arc::from(&*text)
    }
}
impl<T: Clone> From<&mut [T]> for Arc<[T]> {
    fn from(slice: &mut [T]) -> Arc<[T]> {
        Arc::from(&*slice)
    }
}
impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> {
    type Error = Arc<[T]>;
    fn try_from(slice: Arc<[T]>) -> Result<Self, Arc<[T]>> {
        if slice.len() != N {
            return Err(slice);
        }
        let inner = slice.ptr.as_ptr() as *mut ArcInner<[T; N]>;
        mem::forget(slice);
        Ok(Arc::from_inner(inner))
    }
}
impl From<Arc<str>> for Arc<[u8]> {
    fn from(text: Arc<str>) -> Arc<[u8]> {
        let inner = text.ptr.as_ptr() as *mut ArcInner<[u8]>;
        mem::forget(text);
        Arc::from_inner(inner)
    }
}
impl<T: ?Sized> From<Box<T>> for Arc<T> {
    fn from(boxed: Box<T>) -> Arc<T> {
        unsafe {
            let size = intrinsics::cells_of_val(&*boxed as *const T);
            let value = Box::into_raw(boxed);
            let place = start_counts(intrinsics::allocate_like(value as *const ArcInner<T>));
            ptr::copy(value as *const usize, &raw mut (*place).data as *mut usize, size);
            intrinsics::free_value(value);
            Arc::from_inner(place)
        }
    }
}
impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Arc::from(iter.into_iter().collect::<Vec<T>>())
    }
}

impl Arc<dyn Any + Send + Sync> {
    /// The value as the type it really has, or the `Arc` back.
    pub fn downcast<T: Any + Send + Sync>(self) -> Result<Arc<T>, Self> {
        if (*self).is::<T>() {
            let inner = self.ptr.as_ptr() as *mut ArcInner<T>;
            mem::forget(self);
            Ok(Arc::from_inner(inner))
        } else {
            Err(self)
        }
    }
}

impl<T> Arc<[MaybeUninit<T>]> {
    /// The same allocation as a value of its own type; whoever calls it promises that every byte has been written.
    pub unsafe fn assume_init(self) -> Arc<[T]> {
        let inner = self.ptr.as_ptr() as *mut ArcInner<[T]>;
        mem::forget(self);
        Arc::from_inner(inner)
    }
}
impl<T> Arc<[T]> {
    /// Room on the heap for `len` values that are not written yet.
    pub fn new_uninit_slice(len: usize) -> Arc<[MaybeUninit<T>]> {
        Arc::from(Box::<[T]>::new_uninit_slice(len))
    }

    /// Room on the heap for `len` values, filled with zero bytes.
    pub fn new_zeroed_slice(len: usize) -> Arc<[MaybeUninit<T>]> {
        Arc::from(Box::<[T]>::new_zeroed_slice(len))
    }
}
