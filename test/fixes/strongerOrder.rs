//@ code: lockstep::relaxed_publication
//@ title: Release with the store, acquire with the load
//@ has: READY.store(true, Ordering::Release);
//@ has: while !READY.load(Ordering::Acquire) {}
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let reader = thread::spawn(|| {
        while !READY.load(Ordering::Relaxed) {}
        println!("{}", DATA.load(Ordering::Relaxed));
    });
    DATA.store(7, Ordering::Relaxed);
    READY.store(true, Ordering::Relaxed);
    reader.join().unwrap();
}
