// Locks: held, waited for, tried, read together, poisoned and cleared.
use std::panic;
use std::sync::{Arc, Mutex, RwLock};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(1));
    let table = Arc::new(RwLock::new(5));
    let own = Arc::clone(&total);
    let shared = Arc::clone(&table);
    let worker = thread::spawn(move || {
        let mut sum = own.lock().unwrap();
        thread::yield_now();
        *sum += 1;
        drop(sum);
        let seen = shared.read().unwrap();
        println!("{seen}");
    });
    let mut sum = total.lock().unwrap();
    assert!(total.try_lock().is_err());
    *sum = 7;
    drop(sum);
    worker.join().unwrap();
    *table.write().unwrap() += 1;
    let caught = panic::catch_unwind(|| {
        let _held = total.lock().unwrap();
        panic!("lost");
    });
    assert!(caught.is_err());
    assert!(total.lock().is_err());
    total.clear_poison();
    println!("{}", total.lock().unwrap());
}
