//@ code: E0382
//@ title: Share `counter` in an `Arc`, and clone that for the closure
//@ has: use std::sync::{Arc, Mutex};
//@ has: let counter = Arc::new(Mutex::new(0));
//@ has: let counter = Arc::clone(&counter);
use std::sync::Mutex;
use std::thread;

fn main() {
    let counter = Mutex::new(0);
    let mut handles = vec![];
    for _ in 0..3 {
        let handle = thread::spawn(move || {
            let mut num = counter.lock().unwrap();
            *num += 1;
        });
        handles.push(handle);
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("Result: {}", *counter.lock().unwrap());
}
