//@ status: ok
//@ outcome: ok "7\n"
//@ outcome: ok "8\n"
//@ oracle: reasoning: 3 * 2 + 1 or (3 + 1) * 2
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn double(value: &AtomicU32) {
    let mut seen = value.load(SeqCst);
    while let Err(now) = value.compare_exchange(seen, seen * 2, SeqCst, SeqCst) {
        seen = now;
    }
}

fn main() {
    let value = AtomicU32::new(3);
    thread::scope(|s| {
        s.spawn(|| double(&value));
        s.spawn(|| value.fetch_update(SeqCst, SeqCst, |n| Some(n + 1)).unwrap());
    });
    println!("{}", value.into_inner());
}
