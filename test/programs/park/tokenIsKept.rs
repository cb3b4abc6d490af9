//@ status: ok
//@ outcome: ok "woken\n"
//@ oracle: reasoning: an unpark before the park leaves its token; the flag keeps other wake-ups out
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static GO: AtomicBool = AtomicBool::new(false);

fn main() {
    let sleeper = thread::spawn(|| {
        while !GO.load(SeqCst) {
            thread::park();
        }
        println!("woken");
    });
    GO.store(true, SeqCst);
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}
