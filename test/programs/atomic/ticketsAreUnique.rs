//@ status: ok
//@ outcome: ok "[0, 1, 2]\n"
//@ oracle: reasoning: fetch_add gives every caller another value
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static NEXT: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let drawers: Vec<_> = (0..3).map(|_| thread::spawn(|| NEXT.fetch_add(1, SeqCst))).collect();
    let mut tickets: Vec<_> = drawers.into_iter().map(|drawer| drawer.join().unwrap()).collect();
    tickets.sort();
    println!("{tickets:?}");
}
