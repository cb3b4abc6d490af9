//@ status: ok
//@ outcome: ok "first phase 3, leaders 1\n"
//@ oracle: reasoning: nobody passes before all three have arrived, and one of them leads
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let barrier = Barrier::new(3);
    let (arrived, leaders) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                arrived.fetch_add(1, SeqCst);
                if barrier.wait().is_leader() {
                    leaders.fetch_add(1, SeqCst);
                }
                assert_eq!(arrived.load(SeqCst), 3);
            });
        }
    });
    println!("first phase {}, leaders {}", arrived.into_inner(), leaders.into_inner());
}
