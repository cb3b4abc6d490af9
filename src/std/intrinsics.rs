// Primitives of the sequential part of std: what cannot be said in Rust over cells, or is too hot to be said so.
//
// Each is performed by the machine under its key. Text that a primitive makes comes back as `*mut [u8]`, a fresh
// allocation of exactly that many cells which the caller owns. Pointers count in units of `T`. Further primitives are
// methods: `ptr.*` on raw pointers (ptr/methods.rs), `slice.*` and `str.*` (slice.rs, str.rs).
//
// Not modelled: bytes of values, so `transmute` works only between types with the same cells.

// ---- memory

/// Size in bytes that rustc gives the type on x86-64.
#[lockstep::primitive = "mem.size_of"]
#[rustc_promotable]
pub const fn size_of<T>() -> usize;
#[lockstep::primitive = "mem.align_of"]
#[rustc_promotable]
pub const fn align_of<T>() -> usize;
#[lockstep::primitive = "mem.size_of_val"]
pub const unsafe fn size_of_val<T: ?Sized>(value: *const T) -> usize;
#[lockstep::primitive = "mem.align_of_val"]
pub const unsafe fn align_of_val<T: ?Sized>(value: *const T) -> usize;
/// How many cells the value takes.
#[lockstep::primitive = "mem.cells_of_val"]
pub unsafe fn cells_of_val<T: ?Sized>(value: *const T) -> usize;
#[lockstep::primitive = "mem.needs_drop"]
pub const fn needs_drop<T: ?Sized>() -> bool;
/// The same cells seen as another type.
#[lockstep::primitive = "mem.transmute"]
pub const unsafe fn transmute<Src, Dst>(src: Src) -> Dst;
#[lockstep::primitive = "mem.zeroed"]
pub const unsafe fn zeroed<T>() -> T;
#[lockstep::primitive = "mem.type_name"]
pub const fn type_name<T: ?Sized>() -> &'static str;
#[lockstep::primitive = "mem.type_id"]
pub const fn type_id<T: ?Sized>() -> u64;
/// The discriminant of an enum value; 0 for any other type.
#[lockstep::primitive = "mem.discriminant"]
pub const fn discriminant_value<T>(value: &T) -> isize;

// ---- allocation

/// Room for `count` values, uninitialised. A dangling pointer when that is no cell at all.
#[lockstep::primitive = "alloc.allocate"]
pub fn allocate<T>(count: usize) -> *mut T;
/// Room of so many bytes, for whatever a pointer to it is cast to first.
#[lockstep::primitive = "alloc.allocate_bytes"]
pub fn allocate_bytes(size: usize, align: usize, zeroed: bool) -> *mut u8;
#[lockstep::primitive = "alloc.grow_bytes"]
pub fn grow_bytes(ptr: *mut u8, size: usize, align: usize) -> *mut u8;
#[lockstep::primitive = "alloc.free_bytes"]
pub fn free_bytes(ptr: *mut u8);
/// Moves `old` values' room to one for `new` values (also smaller); contents that fit are kept.
#[lockstep::primitive = "alloc.grow"]
pub fn grow<T>(ptr: *mut T, old: usize, new: usize) -> *mut T;
#[lockstep::primitive = "alloc.free"]
pub fn free<T>(ptr: *mut T, count: usize);
/// Room for one value with the metadata of `shape` (slice length, vtable), whose address is not looked at.
#[lockstep::primitive = "alloc.allocate_like"]
pub fn allocate_like<T: ?Sized>(shape: *const T) -> *mut T;
/// Gives back the allocation that starts at `ptr`, without dropping the value.
#[lockstep::primitive = "alloc.free_value"]
pub fn free_value<T: ?Sized>(ptr: *mut T);

// ---- integers: `T` is any integer type

#[lockstep::primitive = "int.wrapping_add"]
pub const fn wrapping_add<T: Copy>(a: T, b: T) -> T;
#[lockstep::primitive = "int.wrapping_sub"]
pub const fn wrapping_sub<T: Copy>(a: T, b: T) -> T;
#[lockstep::primitive = "int.wrapping_mul"]
pub const fn wrapping_mul<T: Copy>(a: T, b: T) -> T;
/// Shifts by `by` modulo the width of `T`.
#[lockstep::primitive = "int.wrapping_shl"]
pub const fn wrapping_shl<T: Copy>(a: T, by: u32) -> T;
#[lockstep::primitive = "int.wrapping_shr"]
pub const fn wrapping_shr<T: Copy>(a: T, by: u32) -> T;
#[lockstep::primitive = "int.add_with_overflow"]
pub const fn add_with_overflow<T: Copy>(a: T, b: T) -> (T, bool);
#[lockstep::primitive = "int.sub_with_overflow"]
pub const fn sub_with_overflow<T: Copy>(a: T, b: T) -> (T, bool);
#[lockstep::primitive = "int.mul_with_overflow"]
pub const fn mul_with_overflow<T: Copy>(a: T, b: T) -> (T, bool);
#[lockstep::primitive = "int.saturating_add"]
pub const fn saturating_add<T: Copy>(a: T, b: T) -> T;
#[lockstep::primitive = "int.saturating_sub"]
pub const fn saturating_sub<T: Copy>(a: T, b: T) -> T;
#[lockstep::primitive = "int.count_ones"]
pub const fn ctpop<T: Copy>(a: T) -> u32;
#[lockstep::primitive = "int.leading_zeros"]
pub const fn ctlz<T: Copy>(a: T) -> u32;
#[lockstep::primitive = "int.trailing_zeros"]
pub const fn cttz<T: Copy>(a: T) -> u32;
#[lockstep::primitive = "int.swap_bytes"]
pub const fn bswap<T: Copy>(a: T) -> T;
#[lockstep::primitive = "int.reverse_bits"]
pub const fn bitreverse<T: Copy>(a: T) -> T;
#[lockstep::primitive = "int.rotate_left"]
pub const fn rotate_left<T: Copy>(a: T, by: u32) -> T;
#[lockstep::primitive = "int.rotate_right"]
pub const fn rotate_right<T: Copy>(a: T, by: u32) -> T;
/// Digits of a non-negative number, lower case, no leading zeros.
#[lockstep::primitive = "int.digits"]
pub fn int_digits<T: Copy>(value: T, radix: u32) -> *mut [u8];
/// Optional sign and digits. Code: 0 good, 1 empty, 2 invalid digit, 3 too large, 4 too small.
#[lockstep::primitive = "int.parse"]
pub const fn int_parse<T: Copy>(text: &[u8], radix: u32) -> (u8, T);

// ---- floats: `T` is f32 or f64, `B` the unsigned integer of its width

#[lockstep::primitive = "float.to_bits"]
pub const fn float_to_bits<T: Copy, B: Copy>(value: T) -> B;
#[lockstep::primitive = "float.from_bits"]
pub const fn float_from_bits<T: Copy, B: Copy>(bits: B) -> T;
/// Functions of one argument by name: `sqrt`, `sin`, `floor`, `round` (half away from zero), `round_ties_even`, …
#[lockstep::primitive = "float.unary"]
pub const fn float_unary<T: Copy>(name: &'static str, a: T) -> T;
/// `powf`, `atan2`, `hypot`, `copysign`.
#[lockstep::primitive = "float.binary"]
pub fn float_binary<T: Copy>(name: &'static str, a: T, b: T) -> T;
#[lockstep::primitive = "float.powi"]
pub fn float_powi<T: Copy>(a: T, n: i32) -> T;
#[lockstep::primitive = "float.mul_add"]
pub fn float_mul_add<T: Copy>(a: T, b: T, c: T) -> T;
/// Text of a finite, non-negative number. Mode 0: shortest digits that read back, positional, no point when whole;
/// 1: exactly `digits` behind the point, half to even on the exact value; 2: shortest as `d.ddde±x` (`1e0`, `1.5e-7`);
/// 3: as 2 with exactly `digits` behind the point.
#[lockstep::primitive = "float.digits"]
pub fn float_digits<T: Copy>(value: T, mode: u8, digits: usize) -> *mut [u8];
/// Code: 0 good, 1 empty, 2 invalid.
#[lockstep::primitive = "float.parse"]
pub fn float_parse<T: Copy>(text: &[u8]) -> (u8, T);

// ---- text

#[lockstep::primitive = "bytes.eq"]
pub const fn bytes_eq(a: &[u8], b: &[u8]) -> bool;
/// -1, 0 or 1.
#[lockstep::primitive = "bytes.compare"]
pub const fn bytes_compare(a: &[u8], b: &[u8]) -> i8;
/// First position of `needle` at or behind `from`; `usize::MAX` when there is none.
#[lockstep::primitive = "bytes.find"]
pub fn bytes_find(haystack: &[u8], needle: &[u8], from: usize) -> usize;
/// Last position of `needle` that ends at or before `to`; `usize::MAX` when there is none.
#[lockstep::primitive = "bytes.rfind"]
pub fn bytes_rfind(haystack: &[u8], needle: &[u8], to: usize) -> usize;
/// How far the bytes are UTF-8, and why not further: 0 all of them, 1 to 3 the length of the bad sequence, 255 cut short.
#[lockstep::primitive = "str.validate"]
pub const fn utf8_validate(bytes: &[u8]) -> (usize, u8);
#[lockstep::primitive = "str.count_chars"]
pub fn str_count_chars(text: &str) -> usize;
#[lockstep::primitive = "str.to_lowercase"]
pub fn str_to_lowercase(text: &str) -> *mut [u8];
#[lockstep::primitive = "str.to_uppercase"]
pub fn str_to_uppercase(text: &str) -> *mut [u8];
/// Unicode properties of a non-ASCII char: `alphabetic`, `numeric`, `lowercase`, `uppercase`, `control`,
/// `printable` (needs no escape in `{:?}`), `grapheme_extend`.
#[lockstep::primitive = "char.has"]
pub fn char_has(c: char, property: &'static str) -> bool;

// ---- hashing

/// SipHash-1-3 of some bytes, with zeros as keys.
#[lockstep::primitive = "hash.sip"]
pub fn sip_hash(bytes: &[u8]) -> u64;
/// A number below 2⁵³ made of a state and the next word.
#[lockstep::primitive = "hash.mix"]
pub fn hash_mix(state: u64, word: u64) -> u64;
#[lockstep::primitive = "hash.mix_bytes"]
pub fn hash_mix_bytes(state: u64, bytes: &[u8]) -> u64;
/// Start state of a `RandomState`: the exploration runs with more than one to see whether the order matters.
#[lockstep::primitive = "hash.order"]
pub fn hash_order() -> u64;
/// Somebody looks at the entries of a map in its order.
#[lockstep::primitive = "hash.walk"]
pub fn hash_walk();

// ---- what people see of single-threaded sharing: reports, no effect on the program

/// A `RefCell` whose flag stands at `flag` was borrowed, or refused.
#[lockstep::primitive = "refcell.borrow"]
pub fn refcell_borrow(flag: *const isize, mutable: bool, failed: bool);
#[lockstep::primitive = "refcell.release"]
pub fn refcell_release(flag: *const isize, mutable: bool);
/// Counts of an `Rc` after a change: 0 clone, 1 drop, 2 downgrade, 3 upgrade, 4 failed upgrade, 5 drop of a `Weak`.
#[lockstep::primitive = "rc.count"]
pub fn rc_count(strong_cell: *const usize, change: u8, strong: usize, weak: usize);

// ---- ends

/// The trace is told that a panic with this message begins.
#[lockstep::primitive = "panic.note"]
pub fn panic_note(message: &str);
/// Unwinds with this payload. Unwinding already: aborts.
#[lockstep::primitive = "panic.start_unwind"]
pub fn start_unwind(payload: Box<dyn crate::any::Any + Send>) -> !;
/// Calls `f`; `Err` with the payload when it was left by a panic.
#[lockstep::primitive = "panic.try_call"]
pub fn try_call<F: FnOnce() -> R, R>(f: F) -> Result<R, Box<dyn crate::any::Any + Send>>;
/// Panics of this thread that are still unwinding.
#[lockstep::primitive = "panic.count"]
pub fn panic_count() -> usize;
/// `src/main.rs:3:5` of the nearest call in the user's code.
#[lockstep::primitive = "panic.location"]
pub fn caller_location() -> &'static str;
/// Text to stderr, past any lock.
#[lockstep::primitive = "panic.print"]
pub fn panic_print(text: &str);
/// True once in the life of the process.
#[lockstep::primitive = "panic.first"]
pub fn first_panic() -> bool;
#[lockstep::primitive = "panic.thread_number"]
pub fn thread_number() -> usize;
#[lockstep::primitive = "process.end"]
pub fn exit(code: i32) -> !;
#[lockstep::primitive = "process.abort"]
pub fn abort() -> !;
#[lockstep::primitive = "process.abort_because"]
pub fn abort_because(message: &str) -> !;
/// Reaching this ends the run with status `unsupported`, naming what was wanted.
#[lockstep::primitive = "unsupported"]
pub fn unsupported(what: &'static str) -> !;

/// A pointer so many cells further down; what it knows of a length or a vtable stays.
#[lockstep::primitive = "ptr.back"]
pub unsafe fn back<T: ?Sized>(ptr: *const T, cells: usize) -> *const T;
