//@ status: ok
//@ outcome: ok "returned \"late\"\n"
//@ oracle: rustc
use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::channel();
    drop(rx);
    let error = tx.send("late").unwrap_err();
    println!("returned {:?}", error.0);
}
