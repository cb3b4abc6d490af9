//@ status: ok
//@ outcome: ok "(0, 0)\n"
//@ outcome: ok "(0, 1)\n"
//@ outcome: ok "(1, 0)\n"
//@ outcome: ok "(1, 1)\n"
//@ oracle: genmc: SB with release and acquire has four executions
use std::sync::atomic::{AtomicU8, Ordering::{Acquire, Release}};
use std::thread;

static LEFT: AtomicU8 = AtomicU8::new(0);
static RIGHT: AtomicU8 = AtomicU8::new(0);

fn main() {
    let other = thread::spawn(|| {
        LEFT.store(1, Release);
        RIGHT.load(Acquire)
    });
    RIGHT.store(1, Release);
    let seen = LEFT.load(Acquire);
    println!("{:?}", (seen, other.join().unwrap()));
}
