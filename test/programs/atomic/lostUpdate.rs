//@ status: ok
//@ outcome: ok "1\n"
//@ outcome: ok "2\n"
//@ oracle: genmc: lost update of two threads has these two results
use std::sync::atomic::{AtomicU8, Ordering::SeqCst};
use std::thread;

fn main() {
    let votes = AtomicU8::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| votes.store(votes.load(SeqCst) + 1, SeqCst)); //~ WARNING[lockstep::load_then_store]
        }
    });
    println!("{}", votes.load(SeqCst));
}
