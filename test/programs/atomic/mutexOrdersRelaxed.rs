//@ status: ok
//@ outcome: ok "7\n"
//@ oracle: reasoning: the lock hands over everything that happened before it was given back
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};
use std::thread;

static NOTE: AtomicU8 = AtomicU8::new(0);

fn main() {
    let written = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            NOTE.store(7, Relaxed);
            *written.lock().unwrap() = true;
        });
        while !*written.lock().unwrap() {}
        println!("{}", NOTE.load(Relaxed));
    });
}
