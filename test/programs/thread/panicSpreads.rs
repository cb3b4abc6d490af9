//@ status: panic
//@ outcome: panic "joining\n"
//@ oracle: rustc
use std::thread;

fn main() {
    let worker = thread::spawn(|| -> u8 { "twelve".parse().unwrap() });
    println!("joining");
    println!("{}", worker.join().unwrap());
}
