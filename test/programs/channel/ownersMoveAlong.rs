//@ status: ok
//@ outcome: ok "dropped cargo 1\nsailed\ndropped cargo 2\n"
//@ oracle: rustc: messages that nobody took are dropped with the receiver
use std::sync::mpsc;

struct Cargo(u8);

impl Drop for Cargo {
    fn drop(&mut self) {
        println!("dropped cargo {}", self.0);
    }
}

fn main() {
    let (tx, rx) = mpsc::channel();
    tx.send(Cargo(1)).unwrap();
    tx.send(Cargo(2)).unwrap();
    drop(rx.recv().unwrap());
    println!("sailed");
    drop(rx);
}
