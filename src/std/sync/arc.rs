// `Arc`: a value with several owners, on any threads.
//
// The counts are cells in front of the value; changing them is one step at most, and no step of its own where no program
// could tell. Traits are in arc/traits.rs, slices and conversions in arc/convert.rs, `Weak` in arc/weak.rs.
//
// Follows: std::sync::Arc. Not modelled: allocators, overflow of the counts.

#![lockstep::concept = "ch16-03-shared-state"]

mod convert;
mod traits;
mod weak;

pub use self::weak::Weak;

use crate::marker::{PhantomData, Unsize};
use crate::mem::{self, ManuallyDrop, MaybeUninit};
use crate::ops::{CoerceUnsized, DispatchFromDyn};
use crate::panic::{RefUnwindSafe, UnwindSafe};
use crate::pin::Pin;
use crate::ptr::{self, NonNull};

/// `T` is the counted value: its type decides whether a change of the counts can be noticed.
mod sys {
    #[lockstep::primitive = "arc.clone"]
    pub fn clone<T: ?Sized>(counts: *mut usize);
    /// True for the last owner.
    #[lockstep::primitive = "arc.drop"]
    pub fn drop<T: ?Sized>(counts: *mut usize) -> bool;
    #[lockstep::primitive = "arc.downgrade"]
    pub fn downgrade<T: ?Sized>(counts: *mut usize);
    /// False when no owner is left.
    #[lockstep::primitive = "arc.upgrade"]
    pub fn upgrade<T: ?Sized>(counts: *mut usize) -> bool;
    #[lockstep::primitive = "arc.clone_weak"]
    pub fn clone_weak<T: ?Sized>(counts: *mut usize);
    /// True when nothing refers to the memory any more.
    #[lockstep::primitive = "arc.drop_weak"]
    pub fn drop_weak<T: ?Sized>(counts: *mut usize) -> bool;
    #[lockstep::observes = "arc.count"]
    #[lockstep::primitive = "arc.strong_count"]
    pub fn strong_count<T: ?Sized>(counts: *mut usize) -> usize;
    #[lockstep::observes = "arc.count"]
    #[lockstep::primitive = "arc.weak_count"]
    pub fn weak_count<T: ?Sized>(counts: *mut usize) -> usize;
    /// The only owner stops being one: true. Otherwise nothing happens.
    #[lockstep::observes = "arc.count"]
    #[lockstep::primitive = "arc.take_if_last"]
    pub fn take_if_last<T: ?Sized>(counts: *mut usize) -> bool;
    /// One owner and no `Weak`.
    #[lockstep::observes = "arc.count"]
    #[lockstep::primitive = "arc.is_unique"]
    pub fn is_unique<T: ?Sized>(counts: *mut usize) -> bool;
}

/// The owners together count as one `Weak`, which goes when the last owner has dropped the value.
struct ArcInner<T: ?Sized> {
    counts: [usize; 2],
    data: T,
}

/// Shared ownership across threads. Each clone is a further owner of the same value; the last one to go drops it. The counts
/// are atomic, which is what makes it `Send` where `Rc` is not.
#[lang = "Arc"]
#[lockstep::render = "arc"]
#[lockstep::shared_pointer]
#[lockstep::object = "arc"]
pub struct Arc<T: ?Sized> {
    ptr: NonNull<ArcInner<T>>,
    phantom: PhantomData<ArcInner<T>>,
}

unsafe impl<T: ?Sized + Sync + Send> Send for Arc<T> {}
unsafe impl<T: ?Sized + Sync + Send> Sync for Arc<T> {}
impl<T: RefUnwindSafe + ?Sized> UnwindSafe for Arc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Arc<U>> for Arc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Arc<U>> for Arc<T> {}

impl<T> Arc<T> {
    /// Moves `data` to the heap, with one owner.
    pub fn new(data: T) -> Arc<T> {
        let inner = Box::new(ArcInner { counts: [1, 1], data });
        Arc::from_inner(Box::into_raw(inner))
    }

    /// Makes a value that holds a `Weak` to itself.
    pub fn new_cyclic<F>(data_fn: F) -> Arc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let inner = Box::into_raw(Box::new(ArcInner { counts: [0, 1], data: MaybeUninit::<T>::uninit() }));
        let inner = inner as *mut ArcInner<T>;
        let weak = Weak::from_inner(unsafe { NonNull::new_unchecked(inner) });
        let data = data_fn(&weak);
        unsafe {
            ptr::write(&raw mut (*inner).data, data);
            (*inner).counts[0] = 1;
        }
        mem::forget(weak);
        Arc::from_inner(inner)
    }

    /// Room for a value that is written later.
    pub fn new_uninit() -> Arc<MaybeUninit<T>> {
        Arc::new(MaybeUninit::uninit())
    }

    /// Room on the heap for a value, filled with zero bytes.
    pub fn new_zeroed() -> Arc<MaybeUninit<T>> {
        Arc::new(MaybeUninit::zeroed())
    }

    /// Moves `value` to the heap, where it stays.
    pub fn pin(data: T) -> Pin<Arc<T>> {
        unsafe { Pin::new_unchecked(Arc::new(data)) }
    }

    /// The value, when this is the only owner; otherwise the `Arc` again.
    #[lockstep::observes = "arc.count"]
    pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> {
        if !sys::take_if_last::<T>(this.counts()) {
            return Err(this);
        }
        let this = ManuallyDrop::new(this);
        let data = unsafe { ptr::read(&(*this.ptr.as_ptr()).data) };
        drop(Weak::from_inner(this.ptr));
        Ok(data)
    }

    /// The value, when this is the last owner. Of several threads that call it, exactly one gets the value.
    #[lockstep::observes = "arc.count"]
    pub fn into_inner(this: Arc<T>) -> Option<T> {
        let this = ManuallyDrop::new(this);
        if !sys::drop::<T>(this.counts()) {
            return None;
        }
        let data = unsafe { ptr::read(&(*this.ptr.as_ptr()).data) };
        drop(Weak::from_inner(this.ptr));
        Some(data)
    }
}

impl<T: ?Sized> Arc<T> {
    /// A further reference that does not keep the value alive.
    pub fn downgrade(this: &Arc<T>) -> Weak<T> {
        sys::downgrade::<T>(this.counts());
        Weak::from_inner(this.ptr)
    }

    /// Number of owners at this moment. Another thread can change it before the number is used.
    #[lockstep::observes = "arc.count"]
    #[lockstep::counts = "strong"]
    pub fn strong_count(this: &Arc<T>) -> usize {
        sys::strong_count::<T>(this.counts())
    }

    /// Number of `Weak` references at this moment.
    #[lockstep::observes = "arc.count"]
    #[lockstep::counts = "weak"]
    pub fn weak_count(this: &Arc<T>) -> usize {
        sys::weak_count::<T>(this.counts())
    }

    /// Whether both own the same value (not: equal values).
    pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool {
        ptr::addr_eq(this.ptr.as_ptr(), other.ptr.as_ptr())
    }

    /// The value to change, when there is one owner and no `Weak`.
    #[lockstep::observes = "arc.count"]
    pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {
        if sys::is_unique::<T>(this.counts()) {
            Some(unsafe { &mut (*this.ptr.as_ptr()).data })
        } else {
            None
        }
    }

    /// A raw pointer to the value, valid while an owner is left.
    pub fn as_ptr(this: &Arc<T>) -> *const T {
        unsafe { &raw const (*this.ptr.as_ptr()).data }
    }

    /// Gives the owner up for a pointer; `from_raw` takes it back.
    pub fn into_raw(this: Arc<T>) -> *const T {
        let this = ManuallyDrop::new(this);
        Arc::as_ptr(&*this)
    }

    fn from_inner(ptr: *mut ArcInner<T>) -> Arc<T> {
        Arc { ptr: unsafe { NonNull::new_unchecked(ptr) }, phantom: PhantomData }
    }

    fn counts(&self) -> *mut usize {
        unsafe { &raw mut (*self.ptr.as_ptr()).counts as *mut usize }
    }
}

impl<T: ?Sized> Arc<T> {
    /// `ptr` must come from `into_raw`.
    pub unsafe fn from_raw(ptr: *const T) -> Arc<T> {
        Arc::from_inner(unsafe { inner_of(ptr) })
    }

    /// Counts one owner more, for a pointer from `into_raw`.
    pub unsafe fn increment_strong_count(ptr: *const T) {
        let arc = ManuallyDrop::new(unsafe { Arc::from_raw(ptr) });
        mem::forget(Arc::clone(&*arc));
    }

    /// Counts one owner less, for a pointer from `into_raw`; the last one drops the value.
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        drop(unsafe { Arc::from_raw(ptr) });
    }
}

/// From the value back to the box around it: the two counts lie in front of it.
unsafe fn inner_of<T: ?Sized>(data: *const T) -> *mut ArcInner<T> {
    unsafe { crate::intrinsics::back(data as *const ArcInner<T>, 2) as *mut ArcInner<T> }
}

impl<T: Clone> Arc<T> {
    /// The value to change: in place when there is one owner, otherwise a clone of it for this owner alone.
    #[lockstep::observes = "arc.count"]
    pub fn make_mut(this: &mut Arc<T>) -> &mut T {
        if !sys::is_unique::<T>(this.counts()) {
            if sys::take_if_last::<T>(this.counts()) {
                let data = unsafe { ptr::read(&(*this.ptr.as_ptr()).data) };
                drop(Weak::from_inner(this.ptr));
                unsafe { ptr::write(this, Arc::new(data)) };
            } else {
                *this = Arc::new((**this).clone());
            }
        }
        unsafe { &mut (*this.ptr.as_ptr()).data }
    }

    /// The value, cloned when there are other owners.
    #[lockstep::observes = "arc.count"]
    pub fn unwrap_or_clone(this: Arc<T>) -> T {
        match Arc::try_unwrap(this) {
            Ok(data) => data,
            Err(shared) => (*shared).clone(),
        }
    }
}

impl<T> Arc<MaybeUninit<T>> {
    /// The caller promises that the value was written.
    pub unsafe fn assume_init(self) -> Arc<T> {
        let this = ManuallyDrop::new(self);
        Arc::from_inner(this.ptr.as_ptr() as *mut ArcInner<T>)
    }
}

impl<T: ?Sized> Clone for Arc<T> {
    /// One more owner of the same value; the value is not copied.
    fn clone(&self) -> Arc<T> {
        sys::clone::<T>(self.counts());
        Arc { ptr: self.ptr, phantom: PhantomData }
    }
}

unsafe impl<#[may_dangle] T: ?Sized> Drop for Arc<T> {
    /// One owner less; the last one drops the value.
    fn drop(&mut self) {
        if sys::drop::<T>(self.counts()) {
            let weak = Weak::from_inner(self.ptr);
            unsafe { ptr::drop_in_place(&raw mut (*self.ptr.as_ptr()).data) };
            drop(weak);
        }
    }
}
