//@ status: ok
//@ outcome: ok "at least: true\n"
//@ oracle: rustc
use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    thread::sleep(Duration::from_millis(30));
    println!("at least: {}", start.elapsed() >= Duration::from_millis(30));
}
