//@ status: ok
//@ outcome: ok "nobody saw the other: false\n"
//@ oracle: genmc: SB with SeqCst fences has no (0, 0)
use std::sync::atomic::{AtomicBool, Ordering::{Relaxed, SeqCst}, fence};
use std::thread;

static LEFT: AtomicBool = AtomicBool::new(false);
static RIGHT: AtomicBool = AtomicBool::new(false);

fn main() {
    let other = thread::spawn(|| {
        LEFT.store(true, Relaxed);
        fence(SeqCst);
        RIGHT.load(Relaxed)
    });
    RIGHT.store(true, Relaxed);
    fence(SeqCst);
    let mine = LEFT.load(Relaxed);
    println!("nobody saw the other: {}", !mine && !other.join().unwrap());
}
