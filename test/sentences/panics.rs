// A thread that panics, and what joining it gives.
use std::thread;

fn main() {
    let items = vec![1, 2];
    let worker = thread::spawn(move || {
        let index = items.len() + 1;
        println!("{}", items[index]);
    });
    assert!(worker.join().is_err());
    thread::Builder::new().name("named".into()).spawn(|| {}).unwrap().join().unwrap();
}
