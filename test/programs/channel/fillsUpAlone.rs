//@ status: deadlock
//@ outcome: deadlock "one is in\n"
use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::sync_channel(1);
    tx.send("first").unwrap();
    println!("one is in");
    tx.send("second").unwrap();
    println!("{:?}", rx.recv());
}
