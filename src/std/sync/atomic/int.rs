// Atomic integers. Arithmetic wraps around.

use super::{Ordering, check_failure, check_load, check_store, failure_of, sys};
use crate::cell::UnsafeCell;
use crate::fmt;
use crate::panic::RefUnwindSafe;

macro_rules! atomic_int {
    ($name:ident $t:ident $doc:literal) => {
        #[doc = $doc]
        #[lockstep::object = "atomic"]
        #[lockstep::render = "atomic"]
        pub struct $name {
            v: UnsafeCell<$t>,
        }

        atomic_common! { $name [] $t }

        impl $name {
            /// Adds in one step, wrapping around, and gives the value before.
            #[lockstep::access = "rmw"]
            pub fn fetch_add(&self, val: $t, order: Ordering) -> $t {
                sys::add(self.v.get(), val, order)
            }

            /// Subtracts in one step, wrapping around, and gives the value before.
            #[lockstep::access = "rmw"]
            pub fn fetch_sub(&self, val: $t, order: Ordering) -> $t {
                sys::sub(self.v.get(), val, order)
            }

            /// Bitwise “and” in one step; gives the old value.
            #[lockstep::access = "rmw"]
            pub fn fetch_and(&self, val: $t, order: Ordering) -> $t {
                sys::and(self.v.get(), val, order)
            }

            /// Bitwise “not and” in one step; gives the old value.
            #[lockstep::access = "rmw"]
            pub fn fetch_nand(&self, val: $t, order: Ordering) -> $t {
                sys::nand(self.v.get(), val, order)
            }

            /// Bitwise “or” in one step; gives the old value.
            #[lockstep::access = "rmw"]
            pub fn fetch_or(&self, val: $t, order: Ordering) -> $t {
                sys::or(self.v.get(), val, order)
            }

            /// Bitwise “exclusive or” in one step; gives the old value.
            #[lockstep::access = "rmw"]
            pub fn fetch_xor(&self, val: $t, order: Ordering) -> $t {
                sys::xor(self.v.get(), val, order)
            }

            /// Keeps the larger of the two and gives the value before.
            #[lockstep::access = "rmw"]
            pub fn fetch_max(&self, val: $t, order: Ordering) -> $t {
                sys::max(self.v.get(), val, order)
            }

            /// Keeps the smaller of the two and gives the value before.
            #[lockstep::access = "rmw"]
            pub fn fetch_min(&self, val: $t, order: Ordering) -> $t {
                sys::min(self.v.get(), val, order)
            }
        }

        impl Default for $name {
            fn default() -> $name {
                $name::new(0)
            }
        }
    };
}

atomic_int! { AtomicI8 i8 "An `i8` that threads can share and change without a lock." }
atomic_int! { AtomicU8 u8 "A `u8` that threads can share and change without a lock." }
atomic_int! { AtomicI16 i16 "An `i16` that threads can share and change without a lock." }
atomic_int! { AtomicU16 u16 "A `u16` that threads can share and change without a lock." }
atomic_int! { AtomicI32 i32 "An `i32` that threads can share and change without a lock." }
atomic_int! { AtomicU32 u32 "A `u32` that threads can share and change without a lock." }
atomic_int! { AtomicI64 i64 "An `i64` that threads can share and change without a lock." }
atomic_int! { AtomicU64 u64 "A `u64` that threads can share and change without a lock." }
atomic_int! { AtomicIsize isize "An `isize` that threads can share and change without a lock." }
atomic_int! { AtomicUsize usize "A `usize` that threads can share and change without a lock." }
