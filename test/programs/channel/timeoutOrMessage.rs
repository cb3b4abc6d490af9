//@ status: ok
//@ outcome: ok "Ok('m')\n"
//@ outcome: ok "Err(Timeout)\n"
//@ oracle: reasoning: either may come first, but a message that is there is always taken
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() {
    let (tx, rx) = mpsc::channel();
    let sender = thread::spawn(move || {
        thread::sleep(Duration::from_millis(2));
        let _ = tx.send('m');
    });
    println!("{:?}", rx.recv_timeout(Duration::from_millis(1)));
    sender.join().unwrap();
}
