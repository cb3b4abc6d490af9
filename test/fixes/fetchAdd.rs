//@ code: lockstep::load_then_store
//@ title: Do it in one step with `fetch_add`
//@ has: HITS.fetch_add(1, Ordering::SeqCst);
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                HITS.store(HITS.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
            });
        }
    });
}
