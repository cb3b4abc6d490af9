//@ code: lockstep::guard_across_wait
//@ title: Drop `lines` after its last use
//@ has: drop(lines);
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let shared = Arc::clone(&log);
    let mut lines = log.lock().unwrap();
    let writer = thread::spawn(move || shared.lock().unwrap().push("written"));
    lines.push("waiting");
    writer.join().unwrap();
}
