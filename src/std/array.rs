// Arrays: iterating by value, mapping, comparing, conversions.

mod iter;

pub use self::iter::IntoIter;

use crate::borrow::{Borrow, BorrowMut};
use crate::cmp::Ordering;
use crate::fmt;
use crate::hash::{Hash, Hasher};
use crate::mem::{ManuallyDrop, MaybeUninit};
use crate::ops::{Drop, Index, IndexMut};
use crate::ptr;
use crate::slice::{Iter, IterMut};

/// An array whose values `f` makes from their indices.
pub fn from_fn<T, const N: usize, F: FnMut(usize) -> T>(mut f: F) -> [T; N] {
    let mut filling: Filling<T, N> = Filling::new();
    while filling.len < N {
        let value = f(filling.len);
        filling.push(value);
    }
    filling.finish()
}

pub const fn from_ref<T>(s: &T) -> &[T; 1] {
    unsafe { &*(s as *const T as *const [T; 1]) }
}

pub const fn from_mut<T>(s: &mut T) -> &mut [T; 1] {
    unsafe { &mut *(s as *mut T as *mut [T; 1]) }
}

/// An array being filled from the front; drops what is there when filling ends early.
struct Filling<T, const N: usize> {
    room: MaybeUninit<[T; N]>,
    len: usize,
}

impl<T, const N: usize> Filling<T, N> {
    fn new() -> Self {
        Filling { room: MaybeUninit::uninit(), len: 0 }
    }

    fn push(&mut self, value: T) {
        unsafe { ptr::write((self.room.as_mut_ptr() as *mut T).add(self.len), value) };
        self.len += 1;
    }

    fn finish(self) -> [T; N] {
        let this = ManuallyDrop::new(self);
        unsafe { ptr::read(this.room.as_ptr()) }
    }
}

impl<T, const N: usize> Drop for Filling<T, N> {
    fn drop(&mut self) {
        unsafe { ptr::drop_in_place(ptr::slice_from_raw_parts_mut(self.room.as_mut_ptr() as *mut T, self.len)) }
    }
}

impl<T, const N: usize> [T; N] {
    /// An array of the same length with `f` applied to each value.
    #[lockstep::items = "all"]
    pub fn map<U, F: FnMut(T) -> U>(self, mut f: F) -> [U; N] {
        let mut items = self.into_iter();
        from_fn(|_| match items.next() {
            Some(item) => f(item),
            None => unsafe { crate::hint::unreachable_unchecked() },
        })
    }

    pub const fn as_slice(&self) -> &[T] {
        self
    }

    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self
    }

    #[rustc_do_not_const_check]
    pub const fn each_ref(&self) -> [&T; N] {
        let base = self.as_ptr();
        from_fn(|i| unsafe { &*base.add(i) })
    }

    #[rustc_do_not_const_check]
    pub const fn each_mut(&mut self) -> [&mut T; N] {
        let base = self.as_mut_ptr();
        from_fn(|i| unsafe { &mut *base.add(i) })
    }
}

impl<T: Clone, const N: usize> Clone for [T; N] {
    fn clone(&self) -> [T; N] {
        let base = self.as_ptr();
        from_fn(|i| unsafe { (*base.add(i)).clone() })
    }
}
impl<T: fmt::Debug, const N: usize> fmt::Debug for [T; N] {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_slice(), f)
    }
}
impl<T: Hash, const N: usize> Hash for [T; N] {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Hash::hash(self.as_slice(), state)
    }
}

impl<T, I, const N: usize> Index<I> for [T; N]
where
    [T]: Index<I>,
{
    type Output = <[T] as Index<I>>::Output;
    fn index(&self, index: I) -> &<[T] as Index<I>>::Output {
        Index::index(self as &[T], index)
    }
}
impl<T, I, const N: usize> IndexMut<I> for [T; N]
where
    [T]: IndexMut<I>,
{
    fn index_mut(&mut self, index: I) -> &mut <[T] as Index<I>>::Output {
        IndexMut::index_mut(self as &mut [T], index)
    }
}

macro_rules! equality {
    ($($lhs:ty, $rhs:ty;)*) => { $(
        impl<T: PartialEq<U>, U, const N: usize> PartialEq<$rhs> for $lhs {
            fn eq(&self, other: &$rhs) -> bool {
                self[..] == other[..]
            }
            fn ne(&self, other: &$rhs) -> bool {
                self[..] != other[..]
            }
        }
    )* };
}
equality! {
    [T; N], [U; N];
    [T; N], [U];
    [T], [U; N];
    [T; N], &[U];
    &[T], [U; N];
    [T; N], &mut [U];
    &mut [T], [U; N];
}
impl<T: Eq, const N: usize> Eq for [T; N] {}
impl<T: PartialOrd, const N: usize> PartialOrd for [T; N] {
    fn partial_cmp(&self, other: &[T; N]) -> Option<Ordering> {
        PartialOrd::partial_cmp(self.as_slice(), other.as_slice())
    }
}
impl<T: Ord, const N: usize> Ord for [T; N] {
    fn cmp(&self, other: &[T; N]) -> Ordering {
        Ord::cmp(self.as_slice(), other.as_slice())
    }
}

impl<T, const N: usize> AsRef<[T]> for [T; N] {
    fn as_ref(&self) -> &[T] {
        self
    }
}
impl<T, const N: usize> AsMut<[T]> for [T; N] {
    fn as_mut(&mut self) -> &mut [T] {
        self
    }
}
impl<T, const N: usize> Borrow<[T]> for [T; N] {
    fn borrow(&self) -> &[T] {
        self
    }
}
impl<T, const N: usize> BorrowMut<[T]> for [T; N] {
    fn borrow_mut(&mut self) -> &mut [T] {
        self
    }
}

/// Why a slice could not become an array: its length is another one.
#[derive(Debug, Copy, Clone)]
pub struct TryFromSliceError(());

impl fmt::Display for TryFromSliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("could not convert slice to array")
    }
}

impl<T: Copy, const N: usize> TryFrom<&[T]> for [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &[T]) -> Result<[T; N], TryFromSliceError> {
        <&[T; N]>::try_from(slice).copied()
    }
}
impl<T: Copy, const N: usize> TryFrom<&mut [T]> for [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &mut [T]) -> Result<[T; N], TryFromSliceError> {
        <[T; N]>::try_from(&*slice)
    }
}
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &'a [T]) -> Result<&'a [T; N], TryFromSliceError> {
        if slice.len() == N { Ok(unsafe { &*(slice.as_ptr() as *const [T; N]) }) } else { Err(TryFromSliceError(())) }
    }
}
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut [T; N] {
    type Error = TryFromSliceError;
    fn try_from(slice: &'a mut [T]) -> Result<&'a mut [T; N], TryFromSliceError> {
        if slice.len() == N { Ok(unsafe { &mut *(slice.as_mut_ptr() as *mut [T; N]) }) } else { Err(TryFromSliceError(())) }
    }
}

macro_rules! tuples {
    ($($n:literal ($($t:ident $x:ident)+);)*) => { $(
        impl<T> From<[T; $n]> for ($(tuples!(@ $t),)+) {
            fn from(array: [T; $n]) -> Self {
                let [$($x),+] = array;
                ($($x,)+)
            }
        }
        impl<T> From<($(tuples!(@ $t),)+)> for [T; $n] {
            fn from(tuple: ($(tuples!(@ $t),)+)) -> Self {
                let ($($x,)+) = tuple;
                [$($x),+]
            }
        }
    )* };
    (@ $t:ident) => { T };
}
tuples! {
    1 (T a);
    2 (T a T b);
    3 (T a T b T c);
    4 (T a T b T c T d);
    5 (T a T b T c T d T e);
    6 (T a T b T c T d T e T f);
}

impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
