//@ code: E0433
//@ title: Import `std::sync::Condvar`
//@ has: use std::sync::{Arc, Condvar, Mutex};
use std::sync::{Arc, Mutex};

fn main() {
    let pair = Arc::new((Mutex::new(1), Condvar::new()));
    pair.1.notify_all();
}
