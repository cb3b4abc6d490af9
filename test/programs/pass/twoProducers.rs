//@ status: ok
//@ outcome: ok "a1\na2\nb\n"
//@ outcome: ok "a1\nb\na2\n"
//@ outcome: ok "b\na1\na2\n"
//@ oracle: reasoning: each sender's messages keep their order, the two mix freely
use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    let tx_a = tx.clone();
    thread::spawn(move || {
        for n in 1..=2 {
            tx_a.send(format!("a{n}")).unwrap();
        }
    });
    thread::spawn(move || {
        tx.send(String::from("b")).unwrap();
    });
    for message in rx {
        println!("{message}");
    }
}
