//@ status: panic
//@ outcome: panic ""
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:7:57:\na number: ParseIntError { kind: InvalidDigit }\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread 'main' panicked at main.rs:8:33:\ncalled `Result::unwrap()` on an `Err` value: Any { .. }\n"
use std::thread;

fn main() {
    let clerk = thread::spawn(|| -> u32 { "12x".parse().expect("a number") });
    println!("{}", clerk.join().unwrap());
}
