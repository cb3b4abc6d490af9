//@ status: ok
//@ outcome: ok "true, late false\n"
//@ outcome: ok "false, late true\n"
//@ oracle: reasoning: the deadline may pass before the thread gets to set the flag; a set flag is never reported as late
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let lamp = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *lamp.0.lock().unwrap() = true;
            lamp.1.notify_all();
        });
        let guard = lamp.0.lock().unwrap();
        let (lit, result) = lamp.1.wait_timeout_while(guard, Duration::from_secs(1), |lit| !*lit).unwrap();
        println!("{lit}, late {}", result.timed_out());
    });
}
