//@ code: E0594
//@ title: Put a `Mutex` into the `Arc`, and lock it for each use
//@ has: let total = Arc::new(Mutex::new(0));
//@ has: *shared.lock().unwrap() += 1;
//@ has: println!("{}", *total.lock().unwrap());
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(0);
    let names = Mutex::new(vec!["a"]);
    let shared = Arc::clone(&total);
    let worker = thread::spawn(move || {
        *shared += 1;
    });
    worker.join().unwrap();
    println!("{}", *total);
    names.lock().unwrap().clear();
}
