//@ status: ok deadlock
//@ outcome: ok "woken with true\n"
//@ outcome: ok "woken with false\n"
//@ outcome: deadlock ""
//@ finding: lost_wakeup
//@ oracle: reasoning: the notify may come before the wait, and a wake-up may come before the flag
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let bell = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            *bell.0.lock().unwrap() = true;
            bell.1.notify_one();
        });
        let rung = bell.1.wait(bell.0.lock().unwrap()).unwrap(); //~ WARNING[lockstep::wait_without_loop]
        println!("woken with {rung}");
    });
}
