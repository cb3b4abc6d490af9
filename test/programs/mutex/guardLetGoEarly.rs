//@ status: ok
//@ outcome: ok "2 true\n25 true\n"
use std::sync::{Mutex, MutexGuard};
use std::thread;

fn raise(mut guard: MutexGuard<'_, u32>) -> u32 {
    *guard += 1;
    *guard
}

fn main() {
    let gauge = Mutex::new(1);
    let guard = gauge.lock().unwrap();
    println!("{} {}", raise(guard), gauge.try_lock().is_ok());
    let mut guard = gauge.lock().unwrap();
    *guard *= 10;
    drop(guard);
    thread::scope(|s| s.spawn(|| *gauge.lock().unwrap() += 5).join().unwrap());
    let kept = {
        let guard = gauge.lock().unwrap();
        *guard
    };
    println!("{kept} {}", gauge.try_lock().is_ok());
}
