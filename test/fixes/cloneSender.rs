//@ code: E0382
//@ title: Clone `tx` before the closure takes it
//@ has: let tx = tx.clone();
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    for id in 0..3 {
        thread::spawn(move || tx.send(id).unwrap());
    }
    println!("{:?}", rx.recv());
}
