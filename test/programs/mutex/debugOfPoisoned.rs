//@ status: ok
//@ outcome: ok "Mutex { data: \"cracked\", poisoned: true, .. }\npoisoned lock: another task failed inside | PoisonError { .. } | Some(\"WouldBlock\")\npoisoned lock: another task failed inside\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:14:9:\nmeow\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
//@ oracle: rustc
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let vase = Arc::new(Mutex::new("whole"));
    let other = Arc::clone(&vase);
    let cat = thread::spawn(move || {
        *other.lock().unwrap() = "cracked";
        let _vase = other.lock().unwrap();
        panic!("meow");
    });
    assert!(cat.join().is_err());
    println!("{vase:?}");
    let error = vase.lock().unwrap_err();
    println!("{error} | {error:?} | {:?}", vase.try_lock().err());
    drop(error);
    println!("{}", vase.try_lock().unwrap_err());
}
