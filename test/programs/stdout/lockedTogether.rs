//@ status: ok
//@ outcome: ok "one\ntwo\nother\n"
//@ outcome: ok "other\none\ntwo\n"
//@ oracle: reasoning: nobody prints while stdout is locked
use std::io::{self, Write};
use std::thread;

fn main() {
    let other = thread::spawn(|| println!("other"));
    let mut out = io::stdout().lock();
    writeln!(out, "one").unwrap();
    writeln!(out, "two").unwrap();
    drop(out);
    other.join().unwrap();
}
