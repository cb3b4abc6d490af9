//@ status: ok
//@ outcome: ok "true false\ntrue true\nRwLock { data: 2, poisoned: true, .. } Err(2)\nRwLock { data: 2, poisoned: false, .. }\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:13:9:\ntired eyes\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread '<unnamed>' panicked at main.rs:20:9:\nink ran out\n"
//@ oracle: rustc
use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let page = Arc::new(RwLock::new(1));
    let other = Arc::clone(&page);
    let reader = thread::spawn(move || {
        let _page = other.read().unwrap();
        panic!("tired eyes");
    });
    println!("{} {}", reader.join().is_err(), page.is_poisoned());
    let other = Arc::clone(&page);
    let writer = thread::spawn(move || {
        *other.write().unwrap() = 2;
        let _page = other.write().unwrap();
        panic!("ink ran out");
    });
    println!("{} {}", writer.join().is_err(), page.is_poisoned());
    println!("{:?} {:?}", page, page.read().map(|page| *page).map_err(|error| **error.get_ref()));
    page.clear_poison();
    println!("{:?}", page);
}
