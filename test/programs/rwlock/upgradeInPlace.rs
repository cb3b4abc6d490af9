//@ status: deadlock
//@ outcome: deadlock "reading 2\n"
//@ finding: deadlock_cycle
//@ oracle: rustc: writing waits for this thread's own read guard
use std::sync::RwLock;

fn main() {
    let entry = RwLock::new(2);
    let seen = entry.read().unwrap();
    println!("reading {seen}");
    *entry.write().unwrap() += *seen; //~ WARNING[lockstep::double_lock]
    println!("never");
}
