//@ status: deadlock
//@ outcome: deadlock "first\n"
//@ finding: deadlock_cycle
//@ oracle: rustc: on Linux the second lock waits for ever
use std::sync::Mutex;

fn main() {
    let cell = Mutex::new(5);
    let _first = cell.lock().unwrap();
    println!("first");
    let _second = cell.lock().unwrap(); //~ WARNING[lockstep::double_lock]
    println!("second");
}
