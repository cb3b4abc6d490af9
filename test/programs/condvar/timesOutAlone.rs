//@ status: ok
//@ outcome: ok "timed out true\n"
//@ oracle: rustc: nobody notifies
use std::sync::{Condvar, Mutex};
use std::time::Duration;

fn main() {
    let gate = Mutex::new(());
    let never = Condvar::new();
    let limit = Duration::from_millis(20);
    let (_guard, result) = never.wait_timeout_while(gate.lock().unwrap(), limit, |_| true).unwrap();
    println!("timed out {}", result.timed_out());
}
