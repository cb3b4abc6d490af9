//@ code: E0433
//@ title: Import `std::sync::Arc`
//@ has: use std::sync::{Arc, Mutex};
use std::sync::Mutex;
use std::thread;

fn main() {
    let list = Arc::new(Mutex::new(1));
    thread::spawn(move || *list.lock().unwrap() += 1);
}
