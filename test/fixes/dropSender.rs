//@ code: lockstep::endless_receiver
//@ title: Drop `tx` before the loop
//@ has: drop(tx);
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || other.send(1).unwrap());
    for number in rx {
        println!("{number}");
    }
}
