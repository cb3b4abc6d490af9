//@ status: deadlock
//@ outcome: deadlock "spinning\n"
//@ finding: livelock
//@ oracle: reasoning: nobody sets the flag
use std::sync::atomic::{AtomicBool, Ordering::Acquire};

static NEVER: AtomicBool = AtomicBool::new(false);

fn main() {
    println!("spinning");
    while !NEVER.load(Acquire) {}
}
