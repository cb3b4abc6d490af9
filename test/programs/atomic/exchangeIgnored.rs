//@ status: ok
//@ outcome: ok "1\n"
//@ outcome: ok "2\n"
//@ oracle: reasoning: a failed exchange that nobody looks at loses an update
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let value = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let seen = value.load(SeqCst);
                let _ = value.compare_exchange(seen, seen + 1, SeqCst, SeqCst);
            });
        }
    });
    println!("{}", value.into_inner());
}
