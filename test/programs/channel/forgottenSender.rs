//@ status: deadlock
//@ outcome: deadlock "got 4\n"
//@ oracle: rustc: the loop waits for the sender that main still owns
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let worker_tx = tx.clone();
    thread::spawn(move || worker_tx.send(4).unwrap());
    for number in rx { //~ WARNING[lockstep::endless_receiver]
        println!("got {number}");
    }
    println!("never");
    drop(tx);
}
