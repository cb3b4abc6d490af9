//@ status: deadlock
//@ outcome: deadlock "waiting for two more\n"
//@ oracle: rustc
use std::sync::Barrier;

fn main() {
    let barrier = Barrier::new(3);
    println!("waiting for two more");
    barrier.wait();
    println!("never");
}
