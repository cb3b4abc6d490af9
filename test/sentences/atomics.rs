// Atomics: loads, stores, updates, exchanges that fail, fences; and the end of the process.
use std::process;
use std::sync::atomic::{fence, AtomicU32, Ordering::*};
use std::thread;

static HITS: AtomicU32 = AtomicU32::new(0);

fn main() {
    let worker = thread::spawn(|| {
        HITS.fetch_add(2, Relaxed);
        fence(Release);
        HITS.store(9, Release);
    });
    worker.join().unwrap();
    assert_eq!(HITS.load(Acquire), 9);
    assert!(HITS.compare_exchange(1, 2, SeqCst, Relaxed).is_err());
    HITS.swap(4, AcqRel);
    process::exit(3);
}
