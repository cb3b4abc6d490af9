//@ status: ok
//@ outcome: ok "2 messages, then Err(RecvError)\n"
//@ oracle: rustc
use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::channel();
    let second = tx.clone();
    tx.send('x').unwrap();
    drop(tx);
    second.send('y').unwrap();
    drop(second);
    let count = rx.iter().count();
    println!("{count} messages, then {:?}", rx.recv());
}
