// Atomics: single values that threads read and change without a lock.
//
// An atomic is one cell of memory; every operation on it is one visible step, and the machine is told the ordering.
// Integers are in atomic/int.rs, pointers in atomic/ptr.rs.
//
// Follows: std::sync::atomic. Invalid orderings panic with std's words.

#![lockstep::concept = ""]

/// What every atomic has: `$name` holds a `$t`.
macro_rules! atomic_common {
    ($name:ident [$($p:tt)*] $t:ty) => {
        unsafe impl $($p)* Sync for $name $($p)* {}
        impl $($p)* RefUnwindSafe for $name $($p)* {}

        impl $($p)* $name $($p)* {
            /// An atomic with this value.
            pub const fn new(v: $t) -> Self {
                $name { v: UnsafeCell::new(v) }
            }

            /// The atomic that a raw pointer leads to.
            pub const unsafe fn from_ptr<'a>(ptr: *mut $t) -> &'a Self {
                unsafe { &*(ptr as *mut Self) }
            }

            /// The value without an atomic operation: `&mut self` proves that no other thread looks.
            pub const fn get_mut(&mut self) -> &mut $t {
                self.v.get_mut()
            }

            /// The value itself: owning the atomic proves that no other thread uses it.
            pub const fn into_inner(self) -> $t {
                self.v.into_inner()
            }

            /// A raw pointer to the value. Using it beside atomic operations of other threads is a data race.
            pub const fn as_ptr(&self) -> *mut $t {
                self.v.get()
            }

            /// Reads the value.
            #[lockstep::access = "load"]
            #[lockstep::refuses_ordering = "0 load release acqrel"]
            pub fn load(&self, order: Ordering) -> $t {
                check_load(order);
                sys::load(self.v.get() as *const $t, order)
            }

            /// Replaces the value.
            #[lockstep::access = "store"]
            #[lockstep::refuses_ordering = "1 store acquire acqrel"]
            pub fn store(&self, val: $t, order: Ordering) {
                check_store(order);
                sys::store(self.v.get(), val, order);
            }

            /// Replaces the value and gives the old one, in one step.
            #[lockstep::access = "rmw"]
            pub fn swap(&self, val: $t, order: Ordering) -> $t {
                sys::swap(self.v.get(), val, order)
            }

            /// The old form of `compare_exchange`, which gives the old value alone.
            #[deprecated(since = "1.50.0", note = "Use `compare_exchange` or `compare_exchange_weak` instead")]
            #[lockstep::access = "rmw"]
            pub fn compare_and_swap(&self, current: $t, new: $t, order: Ordering) -> $t {
                match self.compare_exchange(current, new, order, failure_of(order)) {
                    Ok(x) => x,
                    Err(x) => x,
                }
            }

            /// Stores `new` if the value is `current`; `Err` with the value found when it is another one.
            #[lockstep::access = "rmw"]
            #[lockstep::refuses_ordering = "3 failure release acqrel"]
            pub fn compare_exchange(
                &self,
                current: $t,
                new: $t,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$t, $t> {
                check_failure(failure);
                let (old, done) = sys::compare_exchange(self.v.get(), current, new, success, failure, false);
                if done { Ok(old) } else { Err(old) }
            }

            /// As `compare_exchange`, but it may fail although the value is `current`: for use in a loop.
            #[lockstep::access = "rmw"]
            #[lockstep::refuses_ordering = "3 failure release acqrel"]
            pub fn compare_exchange_weak(
                &self,
                current: $t,
                new: $t,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$t, $t> {
                check_failure(failure);
                let (old, done) = sys::compare_exchange(self.v.get(), current, new, success, failure, true);
                if done { Ok(old) } else { Err(old) }
            }

            /// Tries again until `f` of the value found could be stored, or `f` gives `None`.
            #[lockstep::access = "rmw"]
            #[lockstep::refuses_ordering = "1 failure release acqrel"]
            pub fn fetch_update<F>(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: F,
            ) -> Result<$t, $t>
            where
                F: FnMut($t) -> Option<$t>,
            {
                let mut prev = self.load(fetch_order);
                while let Some(next) = f(prev) {
                    match self.compare_exchange_weak(prev, next, set_order, fetch_order) {
                        Ok(x) => return Ok(x),
                        Err(found) => prev = found,
                    }
                }
                Err(prev)
            }

            /// Computes a new value with `f` and stores it, again until no other thread came between; `Err` when `f` gives `None`.
            #[lockstep::access = "rmw"]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($t) -> Option<$t>,
            ) -> Result<$t, $t> {
                self.fetch_update(set_order, fetch_order, f)
            }

            /// Tries again until `f` of the value found could be stored; gives the value before.
            #[lockstep::access = "rmw"]
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($t) -> $t,
            ) -> $t {
                let mut prev = self.load(fetch_order);
                loop {
                    match self.compare_exchange_weak(prev, f(prev), set_order, fetch_order) {
                        Ok(x) => return x,
                        Err(found) => prev = found,
                    }
                }
            }
        }

        impl $($p)* From<$t> for $name $($p)* {
            fn from(v: $t) -> Self {
                Self::new(v)
            }
        }

        impl $($p)* fmt::Debug for $name $($p)* {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.load(Ordering::Relaxed), f)
            }
        }
    };
}

mod int;
mod ptr;

pub use self::int::{
    AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32,
    AtomicU64, AtomicUsize,
};
pub use self::ptr::AtomicPtr;

use crate::cell::UnsafeCell;
use crate::fmt;
use crate::panic::RefUnwindSafe;

/// The primitives. `T` is the type of the one cell behind the pointer.
pub(super) mod sys {
    use super::Ordering;
    #[lockstep::primitive = "atomic.load"]
    pub fn load<T: Copy>(cell: *const T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.store"]
    pub fn store<T: Copy>(cell: *mut T, value: T, order: Ordering);
    /// These give the value that was there before.
    #[lockstep::primitive = "atomic.swap"]
    pub fn swap<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.add"]
    pub fn add<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.sub"]
    pub fn sub<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.and"]
    pub fn and<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.nand"]
    pub fn nand<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.or"]
    pub fn or<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.xor"]
    pub fn xor<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.max"]
    pub fn max<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    #[lockstep::primitive = "atomic.min"]
    pub fn min<T: Copy>(cell: *mut T, value: T, order: Ordering) -> T;
    /// Pointers move by units of their target.
    #[lockstep::primitive = "atomic.ptr_add"]
    pub fn ptr_add<T>(cell: *mut *mut T, count: isize, order: Ordering) -> *mut T;
    /// The value before, and whether the exchange took place. `weak`: it may fail for no reason.
    #[lockstep::primitive = "atomic.compare_exchange"]
    pub fn compare_exchange<T: Copy>(
        cell: *mut T,
        current: T,
        new: T,
        success: Ordering,
        failure: Ordering,
        weak: bool,
    ) -> (T, bool);
    #[lockstep::primitive = "atomic.fence"]
    pub fn fence(order: Ordering);
}

/// What an atomic operation orders besides its own value. `SeqCst` orders most and `Relaxed` nothing; `Release` on a store
/// together with `Acquire` on the load that reads it makes everything before the store visible after the load.
#[lockstep::memory_order]
#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
#[non_exhaustive]
#[lockstep::sample = "Ordering::SeqCst"]
pub enum Ordering {
    /// Only the value itself is atomic.
    #[lockstep::weak]
    #[lockstep::assumes = "no-load-buffering"]
    #[lockstep::ordering = "relaxed"]
    Relaxed,
    /// For stores: what was written before it is visible to whoever reads it with `Acquire`.
    #[lockstep::weak]
    #[lockstep::ordering = "release"]
    Release,
    /// For loads: what was written before the `Release` store that is read becomes visible.
    #[lockstep::weak]
    #[lockstep::ordering = "acquire"]
    Acquire,
    /// For read-modify-write operations: both at once.
    #[lockstep::weak]
    #[lockstep::ordering = "acqrel"]
    AcqRel,
    /// As `AcqRel`, and all `SeqCst` operations happen in one order that every thread agrees on.
    #[lockstep::assumes_beside_weak = "mixed-seqcst"]
    #[lockstep::ordering = "seqcst"]
    SeqCst,
}

/// Keeps operations before it and after it apart, as `order` says, without touching a value.
#[lockstep::access = "fence"]
#[lockstep::refuses_ordering = "0 fence relaxed"]
#[lockstep::place = "core/src/sync/atomic.rs:4377:24"]
pub fn fence(order: Ordering) {
    if let Ordering::Relaxed = order {
        panic!("there is no such thing as a relaxed fence");
    }
    sys::fence(order);
}

/// Orders operations for the compiler only; other threads notice nothing.
#[lockstep::refuses_ordering = "0 fence relaxed"]
#[lockstep::place = "core/src/sync/atomic.rs:4455:24"]
pub fn compiler_fence(order: Ordering) {
    if let Ordering::Relaxed = order {
        panic!("there is no such thing as a relaxed fence");
    }
}

/// The old name of `hint::spin_loop`.
#[deprecated(since = "1.51.0", note = "use hint::spin_loop instead")]
pub fn spin_loop_hint() {
    crate::hint::spin_loop();
}

#[lockstep::place = "core/src/sync/atomic.rs:3893:24"]
pub(super) fn check_load(order: Ordering) {
    match order {
        Ordering::Release => panic!("there is no such thing as a release load"),
        Ordering::AcqRel => panic!("there is no such thing as an acquire-release load"),
        _ => {}
    }
}

#[lockstep::place = "core/src/sync/atomic.rs:3878:24"]
pub(super) fn check_store(order: Ordering) {
    match order {
        Ordering::Acquire => panic!("there is no such thing as an acquire store"),
        Ordering::AcqRel => panic!("there is no such thing as an acquire-release store"),
        _ => {}
    }
}

#[lockstep::place = "core/src/sync/atomic.rs:4011:29"]
pub(super) fn check_failure(order: Ordering) {
    match order {
        Ordering::Release => panic!("there is no such thing as a release failure ordering"),
        Ordering::AcqRel => panic!("there is no such thing as an acquire-release failure ordering"),
        _ => {}
    }
}

/// The strongest ordering that a failed exchange can have.
pub(super) fn failure_of(order: Ordering) -> Ordering {
    match order {
        Ordering::Release => Ordering::Relaxed,
        Ordering::AcqRel => Ordering::Acquire,
        other => other,
    }
}

/// A `bool` that threads can share and change without a lock.
#[lockstep::object = "atomic"]
#[lockstep::render = "atomic"]
pub struct AtomicBool {
    v: UnsafeCell<bool>,
}

atomic_common! { AtomicBool [] bool }

impl AtomicBool {
    /// Bitwise “and” in one step; gives the old value.
    #[lockstep::access = "rmw"]
    pub fn fetch_and(&self, val: bool, order: Ordering) -> bool {
        sys::and(self.v.get(), val, order)
    }

    /// Bitwise “not and” in one step; gives the old value.
    #[lockstep::access = "rmw"]
    pub fn fetch_nand(&self, val: bool, order: Ordering) -> bool {
        sys::nand(self.v.get(), val, order)
    }

    /// Bitwise “or” in one step; gives the old value.
    #[lockstep::access = "rmw"]
    pub fn fetch_or(&self, val: bool, order: Ordering) -> bool {
        sys::or(self.v.get(), val, order)
    }

    /// Bitwise “exclusive or” in one step; gives the old value.
    #[lockstep::access = "rmw"]
    pub fn fetch_xor(&self, val: bool, order: Ordering) -> bool {
        sys::xor(self.v.get(), val, order)
    }

    /// Turns it round in one step; gives the old value.
    #[lockstep::access = "rmw"]
    pub fn fetch_not(&self, order: Ordering) -> bool {
        sys::xor(self.v.get(), true, order)
    }
}

impl Default for AtomicBool {
    fn default() -> AtomicBool {
        AtomicBool::new(false)
    }
}
