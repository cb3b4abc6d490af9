//@ status: ok
//@ outcome: ok "full: true\n[1, 2]\n"
//@ oracle: rustc
use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

fn main() {
    let (tx, rx) = sync_channel(1);
    tx.send(1).unwrap();
    println!("full: {}", matches!(tx.try_send(9), Err(TrySendError::Full(9))));
    thread::scope(|s| {
        s.spawn(move || tx.send(2).unwrap());
        println!("{:?}", rx.iter().collect::<Vec<_>>());
    });
}
