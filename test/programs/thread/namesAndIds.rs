//@ status: ok
//@ outcome: ok "Some(\"main\") Some(\"scribe\") None\nsame true, other false\n"
//@ oracle: rustc
use std::thread::{self, Builder};

fn main() {
    let scribe = Builder::new().name(String::from("scribe")).spawn(|| thread::current().id()).unwrap();
    let plain = thread::spawn(|| thread::current().name().map(str::to_owned));
    let id = scribe.thread().id();
    let main = thread::current();
    println!("{:?} {:?} {:?}", main.name(), scribe.thread().name(), plain.join().unwrap());
    println!("same {}, other {}", scribe.join().unwrap() == id, id == main.id());
}
