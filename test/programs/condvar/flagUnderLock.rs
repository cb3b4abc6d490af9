//@ status: ok
//@ outcome: ok "ready\n"
//@ oracle: reasoning: the flag is tested and set under the mutex, so no notify can be missed
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let door = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *door.0.lock().unwrap() = true;
            door.1.notify_one();
        });
        let mut open = door.0.lock().unwrap();
        while !*open {
            open = door.1.wait(open).unwrap();
        }
        println!("ready");
    });
}
