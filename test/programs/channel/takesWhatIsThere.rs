//@ status: ok
//@ outcome: ok "None\n[0, 1] Ok(2)\ntrue\n9\nErr(Disconnected)\n"
use std::sync::mpsc::{self, TryRecvError};

fn main() {
    let (tx, rx) = mpsc::channel();
    println!("{:?}", rx.try_iter().next());
    for n in 0..3 {
        tx.send(n).unwrap();
    }
    println!("{:?} {:?}", rx.try_iter().take(2).collect::<Vec<_>>(), rx.try_recv());
    println!("{}", rx.try_recv() == Err(TryRecvError::Empty));
    tx.send(9).unwrap();
    drop(tx);
    for n in &rx {
        println!("{n}");
    }
    println!("{:?}", rx.try_recv());
}
