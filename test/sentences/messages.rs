// Messages: sent, waited for, received, refused; ends that go.
use std::sync::mpsc::{self, TryRecvError};
use std::thread;

fn main() {
    let (tx, rx) = mpsc::sync_channel(1);
    assert_eq!(rx.try_recv(), Err(TryRecvError::Empty));
    let other = tx.clone();
    let sender = thread::spawn(move || {
        other.send("one").unwrap();
        other.send("two").unwrap();
    });
    drop(tx);
    for word in rx {
        println!("{word}");
    }
    sender.join().unwrap();
    let (tx, rx) = mpsc::channel();
    drop(rx);
    assert!(tx.send(1).is_err());
}
