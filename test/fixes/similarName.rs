//@ code: E0425
//@ title: Change to `handles`
//@ has: handles.push(handle);
use std::thread;

fn main() {
    let mut handles = Vec::new();
    let handle = thread::spawn(|| 1);
    handlers.push(handle);
    for handle in handles {
        handle.join().unwrap();
    }
}
