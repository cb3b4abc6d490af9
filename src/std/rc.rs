// `Rc`: shared ownership on one thread, with counts.
//
// Value and counts stand together on the heap. All strong owners together hold one weak count, so that the allocation
// outlives the value while a `Weak` is left. Each change of a count is reported to the trace.

#![lockstep::concept = "ch15-04-rc"]

mod convert;
mod traits;
mod weak;

pub use self::weak::Weak;

use crate::cell::Cell;
use crate::intrinsics;
use crate::marker::{PhantomData, Unsize};
use crate::mem::{self, MaybeUninit};
use crate::ops::{CoerceUnsized, Deref, DispatchFromDyn, Drop};
use crate::pin::Pin;
use crate::ptr::{self, NonNull};

pub(crate) struct RcInner<T: ?Sized> {
    strong: Cell<usize>,
    weak: Cell<usize>,
    value: T,
}

/// Shares one value between several owners on one thread. The last owner to go drops it. It cannot leave its thread.
#[lockstep::object = "rc"]
#[lockstep::render = "rc"]
#[lockstep::shared_pointer]
#[lockstep::threaded = "std::sync::Arc"]
pub struct Rc<T: ?Sized> {
    ptr: NonNull<RcInner<T>>,
    phantom: PhantomData<RcInner<T>>,
}

#[lockstep::why = "Clones of an `Rc` change one count without synchronisation; two threads doing so can lose an update, and then the value leaks or is freed while it is in use."]
#[lockstep::repair = "`Arc` counts atomically and does the same job for threads."]
impl<T: ?Sized> !Send for Rc<T> {}
#[lockstep::why = "Through a shared `&Rc` another thread could clone it, and clones change one count without synchronisation."]
#[lockstep::repair = "`Arc` counts atomically and does the same job for threads."]
impl<T: ?Sized> !Sync for Rc<T> {}

impl<T: ?Sized + Unsize<U>, U: ?Sized> CoerceUnsized<Rc<U>> for Rc<T> {}
impl<T: ?Sized + Unsize<U>, U: ?Sized> DispatchFromDyn<Rc<U>> for Rc<T> {}

// What `rc.count` is told.
const CLONE: u8 = 0;
const DROP: u8 = 1;
const DOWNGRADE: u8 = 2;
const UPGRADE: u8 = 3;
const UPGRADE_FAILED: u8 = 4;
const DROP_WEAK: u8 = 5;

impl<T: ?Sized> RcInner<T> {
    #[lockstep::unsynchronised = "owner count"]
    fn strong(&self) -> usize {
        unsafe { *self.strong.as_ptr() }
    }

    #[lockstep::unsynchronised = "owner count"]
    fn set_strong(&self, count: usize) {
        unsafe { *self.strong.as_ptr() = count }
    }

    #[lockstep::unsynchronised = "weak count"]
    fn weak(&self) -> usize {
        unsafe { *self.weak.as_ptr() }
    }

    #[lockstep::unsynchronised = "weak count"]
    fn set_weak(&self, count: usize) {
        unsafe { *self.weak.as_ptr() = count }
    }

    /// Looks at the counts for people who watch, which is no step of the program.
    fn report(&self, change: u8) {
        let (strong, weak) = unsafe { (*self.strong.as_ptr(), *self.weak.as_ptr()) };
        intrinsics::rc_count(self.strong.as_ptr(), change, strong, weak - (strong > 0) as usize);
    }

    /// One weak count less; the last one frees the allocation.
    unsafe fn drop_weak(this: *mut RcInner<T>, told: bool) {
        unsafe {
            let left = (*this).weak() - 1;
            (*this).set_weak(left);
            if left == 0 {
                intrinsics::free_value(this);
            } else if told {
                (*this).report(DROP_WEAK);
            }
        }
    }
}

/// The weak count that all strong owners hold together; that it goes is not told.
struct Owners<T: ?Sized>(*mut RcInner<T>);

impl<T: ?Sized> Drop for Owners<T> {
    fn drop(&mut self) {
        unsafe { RcInner::drop_weak(self.0, false) }
    }
}

impl<T> Rc<T> {
    /// Moves `value` to the heap, with one owner.
    pub fn new(value: T) -> Rc<T> {
        unsafe {
            let place = intrinsics::allocate::<RcInner<T>>(1);
            ptr::write(place, RcInner { strong: Cell::new(1), weak: Cell::new(1), value });
            Rc::from_inner(place)
        }
    }

    /// Makes a value that holds a `Weak` to itself.
    pub fn new_cyclic<F: FnOnce(&Weak<T>) -> T>(data_fn: F) -> Rc<T> {
        unsafe {
            let place = intrinsics::allocate::<RcInner<T>>(1);
            ptr::write(&raw mut (*place).strong, Cell::new(0));
            ptr::write(&raw mut (*place).weak, Cell::new(1));
            let weak = Weak::from_inner(place);
            let value = data_fn(&weak);
            ptr::write(&raw mut (*place).value, value);
            (*place).set_strong(1);
            mem::forget(weak);
            Rc::from_inner(place)
        }
    }

    /// Room for a value that is written later.
    pub fn new_uninit() -> Rc<MaybeUninit<T>> {
        Rc::new(MaybeUninit::uninit())
    }

    /// Room on the heap for a value, filled with zero bytes.
    pub fn new_zeroed() -> Rc<MaybeUninit<T>> {
        Rc::new(MaybeUninit::zeroed())
    }

    /// Moves `value` to the heap, where it stays.
    pub fn pin(value: T) -> Pin<Rc<T>> {
        unsafe { Pin::new_unchecked(Rc::new(value)) }
    }

    /// Takes the value out if this is the only owner; otherwise gives the `Rc` back.
    pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {
        if Rc::strong_count(&this) != 1 {
            return Err(this);
        }
        unsafe {
            let value = ptr::read(&*this);
            let inner = this.inner();
            inner.set_strong(0);
            inner.report(DROP);
            let _owners = Owners(this.ptr.as_ptr());
            mem::forget(this);
            Ok(value)
        }
    }

    /// The value, if this was the only owner.
    pub fn into_inner(this: Rc<T>) -> Option<T> {
        Rc::try_unwrap(this).ok()
    }

    /// The value, cloned when there are other owners.
    pub fn unwrap_or_clone(this: Rc<T>) -> T
    where
        T: Clone,
    {
        Rc::try_unwrap(this).unwrap_or_else(|rc| (*rc).clone())
    }
}

impl<T: ?Sized> Rc<T> {
    unsafe fn from_inner(ptr: *mut RcInner<T>) -> Rc<T> {
        Rc { ptr: unsafe { NonNull::new_unchecked(ptr) }, phantom: PhantomData }
    }

    fn inner(&self) -> &RcInner<T> {
        unsafe { &*self.ptr.as_ptr() }
    }

    /// How many owners there are.
    #[lockstep::counts = "strong"]
    pub fn strong_count(this: &Rc<T>) -> usize {
        this.inner().strong()
    }

    /// How many `Weak` pointers there are.
    #[lockstep::counts = "weak"]
    pub fn weak_count(this: &Rc<T>) -> usize {
        this.inner().weak() - 1
    }

    /// A pointer that does not keep the value alive.
    pub fn downgrade(this: &Rc<T>) -> Weak<T> {
        let inner = this.inner();
        inner.set_weak(inner.weak() + 1);
        inner.report(DOWNGRADE);
        unsafe { Weak::from_inner(this.ptr.as_ptr()) }
    }

    /// Mutable access, if there is no other owner and no `Weak`.
    pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {
        if Rc::is_unique(this) { Some(unsafe { Rc::get_mut_unchecked(this) }) } else { None }
    }

    /// `&mut` to the value without looking at the counts: the caller promises that no other owner uses it.
    pub unsafe fn get_mut_unchecked(this: &mut Rc<T>) -> &mut T {
        unsafe { &mut (*this.ptr.as_ptr()).value }
    }

    fn is_unique(this: &Rc<T>) -> bool {
        Rc::weak_count(this) == 0 && Rc::strong_count(this) == 1
    }

    /// Whether both own the same value, not merely equal ones.
    pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {
        this.ptr.as_ptr() as *const () == other.ptr.as_ptr() as *const ()
    }

    /// A raw pointer to the value.
    pub fn as_ptr(this: &Rc<T>) -> *const T {
        unsafe { &raw const (*this.ptr.as_ptr()).value }
    }
}

impl<T: ?Sized> Rc<T> {
    /// Gives this owner up for a raw pointer; its count stays.
    pub fn into_raw(this: Rc<T>) -> *const T {
        let value = Rc::as_ptr(&this);
        mem::forget(this);
        value
    }

    /// Takes back an owner that `into_raw` gave up.
    pub unsafe fn from_raw(ptr: *const T) -> Rc<T> {
        unsafe { Rc::from_inner(inner_of(ptr)) }
    }

    /// Counts one owner more, for a pointer from `into_raw`.
    pub unsafe fn increment_strong_count(ptr: *const T) {
        let rc = mem::ManuallyDrop::new(unsafe { Rc::from_raw(ptr) });
        mem::forget(Rc::clone(&rc));
    }

    /// Counts one owner less, for a pointer from `into_raw`; the last one drops the value.
    pub unsafe fn decrement_strong_count(ptr: *const T) {
        mem::drop(unsafe { Rc::from_raw(ptr) });
    }
}

/// From the value back to its counts, which stand in the two cells before it.
unsafe fn inner_of<T: ?Sized>(value: *const T) -> *mut RcInner<T> {
    unsafe { intrinsics::back(value as *const RcInner<T>, 2) as *mut RcInner<T> }
}

impl<T: Clone> Rc<T> {
    /// Mutable access; with other owners, to a clone of the value that is this one's alone.
    pub fn make_mut(this: &mut Rc<T>) -> &mut T {
        if Rc::strong_count(this) != 1 {
            *this = Rc::new((**this).clone());
        } else if Rc::weak_count(this) != 0 {
            // Leave the old allocation to the weak pointers and take the value along.
            unsafe {
                let value = ptr::read(&**this);
                let inner = this.inner();
                inner.set_strong(0);
                inner.report(DROP);
                let left = Owners(this.ptr.as_ptr());
                ptr::write(this, Rc::new(value));
                mem::drop(left);
            }
        }
        unsafe { Rc::get_mut_unchecked(this) }
    }
}

impl<T: ?Sized> Deref for Rc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &(*self.ptr.as_ptr()).value }
    }
}

impl<T: ?Sized> Clone for Rc<T> {
    /// Another owner of the same value.
    fn clone(&self) -> Rc<T> {
        let inner = self.inner();
        inner.set_strong(inner.strong() + 1);
        inner.report(CLONE);
        unsafe { Rc::from_inner(self.ptr.as_ptr()) }
    }
}

unsafe impl<#[may_dangle] T: ?Sized> Drop for Rc<T> {
    fn drop(&mut self) {
        unsafe {
            let inner = self.ptr.as_ptr();
            let left = (*inner).strong() - 1;
            (*inner).set_strong(left);
            (*inner).report(DROP);
            if left == 0 {
                // Frees the allocation at the end, also when dropping the value panics.
                let _owners = Owners(inner);
                ptr::drop_in_place(&raw mut (*inner).value);
            }
        }
    }
}
