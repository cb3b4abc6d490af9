//@ status: error
//@ oracle: rustc
use std::sync::Mutex;
use std::thread;

fn main() {
    let tally = Mutex::new(0);
    let mut guard = tally.lock().unwrap();
    thread::scope(|s| {
        s.spawn(move || *guard += 1); //~ ERROR[E0277] `MutexGuard<'_, i32>` cannot be sent between threads safely
    });
}
