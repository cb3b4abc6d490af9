//@ status: ok
//@ outcome: ok "set\n"
//@ oracle: reasoning: every fair schedule ends the loop
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::{Acquire, Release}};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::spawn(|| READY.store(true, Release));
    while !READY.load(Acquire) {
        hint::spin_loop();
    }
    println!("set");
}
