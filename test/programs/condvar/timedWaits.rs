//@ status: ok
//@ outcome: ok "false WaitTimeoutResult(true)\nfalse false\nCondvar { .. } Mutex { data: \"<locked>\", poisoned: false, .. }\n"
//@ oracle: rustc
use std::sync::{Condvar, Mutex};
use std::time::Duration;

fn main() {
    let (ready, bell) = (Mutex::new(false), Condvar::new());
    let short = Duration::from_millis(3);
    let guard = ready.lock().unwrap();
    let (guard, result) = bell.wait_timeout_while(guard, short, |ready| !*ready).unwrap();
    println!("{} {result:?}", *guard);
    let (guard, result) = bell.wait_timeout_while(guard, short, |ready| *ready).unwrap();
    println!("{} {}", *guard, result.timed_out());
    println!("{bell:?} {ready:?}");
}
