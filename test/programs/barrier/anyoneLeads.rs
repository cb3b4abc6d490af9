//@ status: ok
//@ outcome: ok "main leads\n"
//@ outcome: ok "the thread leads\n"
//@ oracle: reasoning: the last to arrive leads
use std::sync::{Arc, Barrier};
use std::thread;

fn main() {
    let barrier = Arc::new(Barrier::new(2));
    let other = Arc::clone(&barrier);
    let thread = thread::spawn(move || other.wait().is_leader());
    let mine = barrier.wait().is_leader();
    assert_ne!(mine, thread.join().unwrap());
    println!("{} leads", if mine { "main" } else { "the thread" });
}
