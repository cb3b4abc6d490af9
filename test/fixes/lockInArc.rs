//@ code: E0596
//@ title: Put a `Mutex` into the `Arc`, and lock it for each use
//@ has: use std::sync::{Arc, Mutex};
//@ has: let list = Arc::new(Mutex::new(Vec::new()));
//@ has: shared.lock().unwrap().push(1);
//@ has: println!("{}", list.lock().unwrap().len());
use std::sync::Arc;
use std::thread;

fn main() {
    let list = Arc::new(Vec::new());
    let shared = Arc::clone(&list);
    let worker = thread::spawn(move || {
        shared.push(1);
    });
    worker.join().unwrap();
    println!("{}", list.len());
}
