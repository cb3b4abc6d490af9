//@ status: ok
//@ outcome: ok "-128 65535 3\n9223372036854775808 0\n-9223372036854775808 0\n1 2\n"
use std::sync::atomic::{AtomicI8, AtomicI16, AtomicI64, AtomicIsize, AtomicPtr, AtomicU16, AtomicU64, Ordering::Relaxed};

fn main() {
    let byte = AtomicI8::new(i8::MAX);
    byte.fetch_add(1, Relaxed);
    let word = AtomicU16::new(0);
    word.fetch_sub(1, Relaxed);
    let short = AtomicI16::new(-5);
    short.fetch_max(3, Relaxed);
    println!("{byte:?} {word:?} {short:?}");
    let big = AtomicU64::new(1 << 63);
    println!("{} {}", big.fetch_add(1 << 63, Relaxed), big.load(Relaxed));
    println!("{} {:?}", AtomicI64::new(i64::MIN).fetch_sub(1, Relaxed), AtomicIsize::default());
    let (mut left, mut right) = (1, 2);
    let place = AtomicPtr::new(&mut left);
    let before = place.swap(&mut right, Relaxed);
    // SAFETY: both numbers live to the end of main.
    println!("{} {}", unsafe { *before }, unsafe { *place.into_inner() });
}
