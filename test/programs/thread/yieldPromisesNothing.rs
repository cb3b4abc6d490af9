//@ status: ok
//@ outcome: ok "false\n"
//@ outcome: ok "true\n"
//@ oracle: std: yield_now is a hint
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::{hint, thread};

static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let other = thread::spawn(|| READY.store(true, SeqCst));
    thread::yield_now();
    hint::spin_loop();
    println!("{}", READY.load(SeqCst));
    other.join().unwrap();
}
