//@ status: ok
//@ outcome: ok "calm false\nfalling true\nSome(\"1 left\")\n1 true false\n"
//@ stderr: "\nthread 'main' panicked at main.rs:23:9:\n1 left\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::panic;
use std::sync::{Mutex, PoisonError};
use std::thread;

struct Witness<'a>(&'a str);

impl Drop for Witness<'_> {
    fn drop(&mut self) {
        println!("{} {}", self.0, thread::panicking());
    }
}

fn main() {
    drop(Witness("calm"));
    let box_office = Mutex::new(2);
    let caught = panic::catch_unwind(|| {
        let _witness = Witness("falling");
        let mut seats = box_office.lock().unwrap();
        *seats -= 1;
        panic!("{seats} left");
    });
    println!("{:?}", caught.unwrap_err().downcast_ref::<String>());
    let seats = box_office.lock().unwrap_or_else(PoisonError::into_inner);
    println!("{seats} {} {}", box_office.is_poisoned(), thread::panicking());
}
