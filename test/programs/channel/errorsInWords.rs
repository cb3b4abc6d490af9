//@ status: ok
//@ outcome: ok "Err(Empty) Ok(())\nErr(TrySendError::Full(..)) sending on a full channel\nSyncSender { .. } Receiver { .. }\nErr(SendError { .. }) sending on a closed channel\ntrue\nErr(Empty) receiving on an empty channel\nErr(Disconnected) Err(RecvError) receiving on a closed channel\nreceiving on a closed channel timed out waiting on channel\n"
//@ oracle: rustc
use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError, TrySendError};

fn main() {
    let (tx, rx) = mpsc::sync_channel(1);
    println!("{:?} {:?}", rx.try_recv(), tx.try_send("first"));
    println!("{:?} {}", tx.try_send("second"), tx.try_send("second").unwrap_err());
    println!("{tx:?} {rx:?}");
    drop(rx);
    println!("{:?} {}", tx.send("third"), tx.send("third").unwrap_err());
    println!("{:?}", matches!(tx.try_send("fourth"), Err(TrySendError::Disconnected("fourth"))));
    let (tx, rx) = mpsc::channel::<u8>();
    println!("{:?} {}", rx.try_recv(), TryRecvError::Empty);
    drop(tx);
    println!("{:?} {:?} {}", rx.try_recv(), rx.recv(), rx.recv().unwrap_err());
    println!("{} {}", TryRecvError::Disconnected, RecvTimeoutError::Timeout);
}
