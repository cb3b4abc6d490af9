//@ status: ok
//@ outcome: ok "8\n"
//@ oracle: reasoning: no addition is lost, and joining shows them all
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn main() {
    let clicks = Arc::new(AtomicUsize::new(0));
    let clickers: Vec<_> = (0..4)
        .map(|_| {
            let clicks = Arc::clone(&clicks);
            thread::spawn(move || {
                clicks.fetch_add(1, Relaxed);
                clicks.fetch_add(1, Relaxed);
            })
        })
        .collect();
    for clicker in clickers {
        clicker.join().unwrap();
    }
    println!("{}", clicks.load(Relaxed));
}
