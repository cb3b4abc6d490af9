//@ status: ok
//@ outcome: ok "Err(Empty)\nOk(6)\n"
//@ outcome: ok "Ok(6)\nErr(RecvError)\n"
//@ oracle: reasoning: the message may be there at the first look, or not
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let sender = thread::spawn(move || tx.send(6).unwrap());
    println!("{:?}", rx.try_recv());
    println!("{:?}", rx.recv());
    sender.join().unwrap();
}
