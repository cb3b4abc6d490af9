//@ status: ok
//@ outcome: ok "true\nOk(1)\nErr(Disconnected)\n"
//@ oracle: rustc
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

fn main() {
    let (tx, rx) = mpsc::channel();
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout));
    tx.send(1).unwrap();
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)));
    drop(tx);
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)));
}
