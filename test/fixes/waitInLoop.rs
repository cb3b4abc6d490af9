//@ code: lockstep::wait_without_loop
//@ title: Look at the condition again
//@ has: while !*open {
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

fn main() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&pair);
    let setter = thread::spawn(move || {
        *other.0.lock().unwrap() = true;
        other.1.notify_one();
    });
    let mut open = pair.0.lock().unwrap();
    if !*open {
        open = pair.1.wait(open).unwrap();
    }
    println!("{open}");
    drop(open);
    setter.join().unwrap();
}
