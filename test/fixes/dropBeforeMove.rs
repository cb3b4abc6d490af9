//@ code: E0505
//@ title: Drop `total` after its last use
//@ has: drop(total);
use std::sync::Mutex;
use std::thread;

fn main() {
    let sum = Mutex::new(1);
    let mut total = sum.lock().unwrap();
    *total += 1;
    let worker = thread::spawn(move || println!("{:?}", sum.lock()));
    worker.join().unwrap();
}
