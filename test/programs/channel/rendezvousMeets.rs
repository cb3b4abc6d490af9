//@ status: ok
//@ outcome: ok "handed over\ntaken 8\n"
//@ outcome: ok "taken 8\nhanded over\n"
//@ oracle: reasoning: neither goes on before both are there; then the lines may come in either order
use std::sync::mpsc::sync_channel;
use std::thread;

fn main() {
    let (tx, rx) = sync_channel(0);
    thread::scope(|s| {
        s.spawn(move || {
            tx.send(8).unwrap();
            println!("handed over");
        });
        let taken = rx.recv().unwrap();
        println!("taken {taken}");
    });
}
