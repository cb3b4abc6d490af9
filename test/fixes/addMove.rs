//@ code: E0373
//@ title: Move what the closure uses into it
//@ has: thread::spawn(move || {
use std::thread;

fn main() {
    let v = vec![1, 2, 3];
    let handle = thread::spawn(|| {
        println!("{v:?}");
    });
    handle.join().unwrap();
}
