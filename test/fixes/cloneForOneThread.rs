//@ code: E0382
//@ title: Clone `log` before the closure takes it
//@ has: let log_clone = Arc::clone(&log);
//@ has: log_clone.lock().unwrap().push(1);
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let writer = thread::spawn(move || {
        log.lock().unwrap().push(1);
    });
    writer.join().unwrap();
    println!("{:?}", log.lock().unwrap());
}
