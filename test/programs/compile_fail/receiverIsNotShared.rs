//@ status: error
//@ oracle: rustc
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel::<u8>();
    thread::scope(|s| {
        s.spawn(|| println!("{:?}", rx.recv())); //~ ERROR[E0277] cannot be shared between threads safely
        tx.send(1).unwrap();
    });
}
