//@ code: E0277
//@ title: Replace `RefCell` by `Mutex`
//@ has: use std::sync::{Arc, Mutex};
//@ has: shared.lock().unwrap().push(1);
//@ lacks: RefCell
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

fn main() {
    let list = Arc::new(RefCell::new(Vec::new()));
    let shared = Arc::clone(&list);
    let handle = thread::spawn(move || {
        shared.borrow_mut().push(1);
    });
    handle.join().unwrap();
    println!("{:?}", list.borrow());
}
