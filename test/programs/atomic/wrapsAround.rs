//@ status: ok
//@ outcome: ok "255 0\n-128 127\ntrue true false\n6 12\n"
//@ oracle: rustc
use std::sync::atomic::{AtomicBool, AtomicI8, AtomicU16, AtomicU8, Ordering::Relaxed};

fn main() {
    let byte = AtomicU8::new(255);
    println!("{} {}", byte.fetch_add(1, Relaxed), byte.load(Relaxed));
    let signed = AtomicI8::new(-128);
    println!("{} {}", signed.fetch_sub(1, Relaxed), signed.load(Relaxed));
    let flag = AtomicBool::new(true);
    println!("{} {} {}", flag.fetch_and(true, Relaxed), flag.fetch_nand(true, Relaxed), flag.load(Relaxed));
    let bits = AtomicU16::new(0b0110);
    println!("{} {}", bits.fetch_xor(0b1010, Relaxed), bits.fetch_max(9, Relaxed));
}
