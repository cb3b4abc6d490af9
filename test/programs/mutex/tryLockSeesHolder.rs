//@ status: ok
//@ outcome: ok "free\n"
//@ outcome: ok "held\n"
//@ oracle: reasoning: the other thread may hold the lock, or not yet, or no longer
use std::sync::Mutex;
use std::thread;

fn main() {
    let shelf = Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| *shelf.lock().unwrap() += 1);
        let seen = if shelf.try_lock().is_ok() { "free" } else { "held" };
        println!("{seen}");
    });
}
