//@ status: ok
//@ outcome: ok "wrote 5, read 5\n"
//@ oracle: reasoning: no writer gets in between writing and reading
use std::sync::{RwLock, RwLockWriteGuard};
use std::thread;

fn main() {
    let gauge = RwLock::new(0);
    thread::scope(|s| {
        let mut writing = gauge.write().unwrap();
        s.spawn(|| *gauge.write().unwrap() = 9);
        *writing = 5;
        let reading = RwLockWriteGuard::downgrade(writing);
        println!("wrote 5, read {reading}");
    });
}
