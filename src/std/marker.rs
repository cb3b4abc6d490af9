// Marker traits and types: properties of types that have no code.
//
// `Send`, `Sync`, `Unpin` are auto traits: derived from the fields, with the exceptions that are written here and at the types.

/// Types whose size is known when the program is compiled. Every type parameter has this bound unless it says `?Sized`.
#[lang = "sized"]
pub trait Sized {}

/// Pointers to functions, whatever their signature. The compiler implements it.
#[lang = "fn_ptr_trait"]
pub trait FnPtr: Copy + Clone {}

/// Types that can be turned into the dynamically sized `T` behind a pointer.
#[lang = "unsize"]
pub trait Unsize<T: ?Sized> {}

/// Types whose values are duplicated by copying them as they are. Assigning or passing such a value leaves the old one usable.
#[lang = "copy"]
pub trait Copy: Clone {}

/// Types whose values may be handed to another thread. The compiler derives it from the fields; `Rc` and raw pointers are not `Send`.
#[lang = "send"]
#[lockstep::concept = "ch16-04-extensible-concurrency-sync-and-send"]
#[lockstep::unimplemented = "`{Self}` cannot be sent between threads safely"]
#[lockstep::unimplemented_label = "`{Self}` cannot be sent between threads safely"]
pub unsafe auto trait Send {}

/// Types that several threads may use through `&T` at the same time. `T` is `Sync` exactly when `&T` is `Send`.
#[lang = "sync"]
#[lockstep::concept = "ch16-04-extensible-concurrency-sync-and-send"]
#[lockstep::unimplemented = "`{Self}` cannot be shared between threads safely"]
#[lockstep::unimplemented_label = "`{Self}` cannot be shared between threads safely"]
pub unsafe auto trait Sync {}

/// Types that may be moved even after they were pinned. Nearly every type is.
#[lang = "unpin"]
#[lockstep::unimplemented = "`{Self}` cannot be unpinned"]
pub auto trait Unpin {}

/// A zero-sized field that makes a type behave as if it held a `T`.
#[lang = "phantom_data"]
pub struct PhantomData<T: ?Sized>;

/// A zero-sized field that keeps its type from being `Unpin`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhantomPinned;

impl !Unpin for PhantomPinned {}

#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that another thread may use it."]
impl<T: ?Sized> !Send for *const T {}
#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that another thread may use it."]
impl<T: ?Sized> !Send for *mut T {}
#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that several threads may use it."]
impl<T: ?Sized> !Sync for *const T {}
#[lockstep::why = "Nobody checks what a raw pointer points to, so the compiler does not assume that several threads may use it."]
impl<T: ?Sized> !Sync for *mut T {}
unsafe impl<T: Sync + ?Sized> Send for &T {}

impl<T: ?Sized> Unpin for &T {}
impl<T: ?Sized> Unpin for &mut T {}
impl<T: ?Sized> Unpin for *const T {}
impl<T: ?Sized> Unpin for *mut T {}

macro_rules! copy_scalars {
    ($($t:ty)*) => { $( impl Copy for $t {} )* };
}
copy_scalars! { ! bool char i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 }

impl<T: ?Sized> Copy for *const T {}
impl<T: ?Sized> Copy for *mut T {}
impl<T: ?Sized> Copy for &T {}
impl<T: Copy, const N: usize> Copy for [T; N] {}
impl<T: ?Sized> Copy for PhantomData<T> {}

impl<T: ?Sized> Clone for PhantomData<T> {
    fn clone(&self) -> Self {
        PhantomData
    }
}
impl<T: ?Sized> Default for PhantomData<T> {
    fn default() -> Self {
        PhantomData
    }
}
impl<T: ?Sized> PartialEq for PhantomData<T> {
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}
impl<T: ?Sized> Eq for PhantomData<T> {}
impl<T: ?Sized> PartialOrd for PhantomData<T> {
    fn partial_cmp(&self, _other: &Self) -> Option<crate::cmp::Ordering> {
        Some(crate::cmp::Ordering::Equal)
    }
}
impl<T: ?Sized> Ord for PhantomData<T> {
    fn cmp(&self, _other: &Self) -> crate::cmp::Ordering {
        crate::cmp::Ordering::Equal
    }
}
impl<T: ?Sized> crate::hash::Hash for PhantomData<T> {
    fn hash<H: crate::hash::Hasher>(&self, _state: &mut H) {}
}
impl<T: ?Sized> crate::fmt::Debug for PhantomData<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        f.write_str("PhantomData<")?;
        f.write_str(crate::intrinsics::type_name::<T>())?;
        f.write_str(">")
    }
}
