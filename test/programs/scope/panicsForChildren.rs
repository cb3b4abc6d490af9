//@ status: panic
//@ outcome: panic "inside\n"
//@ oracle: rustc: a scope panics when a thread that nobody joined did
use std::thread;

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            println!("inside");
            panic!("child");
        });
    });
    println!("never");
}
