//@ code: E0596
//@ title: Declare `guard` as `mut`
//@ has: let mut guard = total.lock().unwrap();
use std::sync::Mutex;

fn main() {
    let total = Mutex::new(0);
    let guard = total.lock().unwrap();
    *guard += 1;
}
