//@ code: E0277
//@ title: Replace `Rc` by `Arc`
//@ has: use std::sync::Arc;
//@ has: let shared = Arc::clone(&counter);
//@ lacks: Rc
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let counter = Rc::new(Mutex::new(0));
    let shared = Rc::clone(&counter);
    let handle = thread::spawn(move || {
        *shared.lock().unwrap() += 1;
    });
    handle.join().unwrap();
    println!("{}", counter.lock().unwrap());
}
