//@ status: ok
//@ outcome: ok "back\n"
//@ oracle: rustc
use std::thread;
use std::time::Duration;

fn main() {
    thread::park_timeout(Duration::from_millis(5));
    println!("back");
}
