//@ status: ok
//@ outcome: ok "alone: full\ncourier: sent, got Ok(2)\n"
//@ outcome: ok "alone: full\ncourier: full, got Err(RecvError)\n"
//@ oracle: reasoning: try_send succeeds only while a receiver waits
use std::sync::mpsc::sync_channel;
use std::thread;

fn main() {
    let (tx, rx) = sync_channel(0);
    let tell = |sent: bool| if sent { "sent" } else { "full" };
    println!("alone: {}", tell(tx.try_send(1).is_ok()));
    let courier = thread::spawn(move || tx.try_send(2).is_ok());
    let got = rx.recv();
    println!("courier: {}, got {got:?}", tell(courier.join().unwrap()));
}
