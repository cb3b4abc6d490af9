//@ status: ok
//@ outcome: ok "[1, 2]\n"
//@ outcome: ok "[2, 1]\n"
//@ oracle: reasoning: the lock's swap and store order every use of the value
use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::{Acquire, Release}};
use std::thread;

struct Latch {
    taken: AtomicBool,
    items: UnsafeCell<Vec<u8>>,
}

unsafe impl Sync for Latch {}

impl Latch {
    fn with(&self, f: impl FnOnce(&mut Vec<u8>)) {
        while self.taken.swap(true, Acquire) {
            hint::spin_loop();
        }
        f(unsafe { &mut *self.items.get() });
        self.taken.store(false, Release);
    }
}

fn main() {
    let latch = Latch { taken: AtomicBool::new(false), items: UnsafeCell::new(Vec::new()) };
    thread::scope(|s| {
        for number in [1, 2] {
            let latch = &latch;
            s.spawn(move || latch.with(|items| items.push(number)));
        }
    });
    println!("{:?}", latch.items.into_inner());
}
