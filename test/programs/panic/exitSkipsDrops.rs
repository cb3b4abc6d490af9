//@ status: exit
//@ outcome: exit ""
//@ exit: 3
//@ oracle: rustc
use std::thread;

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("never");
    }
}

fn main() {
    let _guard = Guard;
    thread::spawn(|| std::process::exit(3)).join().unwrap();
}
