//@ status: ok
//@ outcome: ok "5 8 7 10 12 2\n2 10 9\nErr(-2) Err(-2)\nOk(-2) -4\n250 4 240\nfalse true false\n"
//@ oracle: rustc
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU8, Ordering::SeqCst};

fn main() {
    let n = AtomicI32::new(5);
    print!("{} {} {} ", n.fetch_add(3, SeqCst), n.fetch_sub(1, SeqCst), n.swap(10, SeqCst));
    println!("{} {} {}", n.fetch_max(12, SeqCst), n.fetch_min(2, SeqCst), n.fetch_and(6, SeqCst));
    println!("{} {} {}", n.fetch_or(8, SeqCst), n.fetch_xor(3, SeqCst), n.fetch_nand(1, SeqCst));
    println!("{:?} {:?}", n.compare_exchange(0, 1, SeqCst, SeqCst), n.fetch_update(SeqCst, SeqCst, |_| None));
    println!("{:?} {n:?}", n.fetch_update(SeqCst, SeqCst, |n| Some(n * 2)));
    let small = AtomicU8::new(250);
    println!("{} {} {}", small.fetch_add(10, SeqCst), small.fetch_sub(20, SeqCst), small.into_inner());
    let flag = AtomicBool::new(false);
    println!("{} {} {flag:?}", flag.fetch_not(SeqCst), flag.fetch_nand(true, SeqCst));
}
