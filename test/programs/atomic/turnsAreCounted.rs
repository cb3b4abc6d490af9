//@ status: ok
//@ outcome: ok "stopped\n"
//@ oracle: reasoning: the numbers of turns decide nothing, and every fair schedule ends the loops
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

struct Tally {
    turns: u64,
    mixed: u32,
}

fn main() {
    let stop = Arc::new(AtomicBool::new(false));
    let watched = Arc::clone(&stop);
    let watcher = thread::spawn(move || {
        let mut tally = Box::new(Tally { turns: 0, mixed: 7 });
        while !watched.load(SeqCst) {
            tally.turns += 2;
            tally.mixed = tally.mixed.wrapping_mul(31).wrapping_add(tally.turns as u32);
        }
        tally
    });
    stop.store(true, SeqCst);
    let _tally = watcher.join().unwrap();
    println!("stopped");
}
