//@ status: ok
//@ outcome: ok "main\ntrue\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:8:62:\ncalled `Option::unwrap()` on a `None` value\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::thread;

fn main() {
    println!("{}", thread::current().name().unwrap());
    let nameless = thread::spawn(|| thread::current().name().unwrap().len());
    println!("{}", nameless.join().is_err());
}
