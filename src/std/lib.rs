// The standard library as Lockstep declares it: one crate that answers to `std`, `core` and `alloc`.
//
// Written from the documented behaviour of Rust's library; the front end analyses it like user code and the machine runs
// its bodies. What a type or function means to the rest of Lockstep is said by attributes only:
// `#[lang]` as in rustc, `#[lockstep::primitive]` for what the machine does itself, `#[lockstep::render]`,
// `#[lockstep::guard]` and `#[lockstep::object]` for what people see. Doc comments are the concept cards.
//
// Not modelled: files, network, other processes, SIMD, FFI; async runs only as far as its types are needed.

#[macro_use]
#[doc(hidden)]
pub mod macros;

pub mod alloc;
pub mod any;
pub mod array;
pub mod ascii;
mod bool;
pub mod borrow;
pub mod boxed;
pub mod cell;
pub mod char;
pub mod clone;
pub mod cmp;
pub mod collections;
pub mod convert;
pub mod default;
pub mod env;
pub mod error;
pub mod f32;
pub mod f64;
pub mod ffi;
pub mod fmt;
pub mod fragment;
pub mod future;
pub mod hash;
pub mod hint;
pub mod intrinsics;
pub mod io;
pub mod iter;
pub mod limits;
pub mod marker;
pub mod mem;
mod names;
pub mod num;
pub mod ops;
pub mod option;
pub mod panic;
pub mod panicking;
pub mod pin;
pub mod prelude;
pub mod process;
pub mod ptr;
pub mod rc;
pub mod result;
pub mod rt;
pub mod slice;
pub mod start;
pub mod stdio;
pub mod str;
pub mod string;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;
pub mod vec;

pub use self::limits::{i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize};
