use std::sync::mpsc;
use std::thread;

fn pair() {
    let (tx, rx) = mpsc::channel();
    let other = tx.clone();
    thread::spawn(move || {
        for name in vec![String::from("a")] {
            other.send(name).unwrap();
        }
    });
    thread::spawn(move || tx.send(String::from("b")).unwrap());
    for name in rx {
        println!("{name}");
    }
}

fn endless() {
    let (tx, rx) = mpsc::channel();
    let copy = tx.clone();
    thread::spawn(move || copy.send(1).unwrap());
    for n in rx.iter() {
        println!("{n}");
    }
}

fn stuck() {
    let (feed, meal) = mpsc::channel();
    let eater = thread::spawn(move || {
        for n in meal {
            println!("{n}");
        }
    });
    for i in 0..3 {
        feed.send(i).unwrap();
    }
    eater.join().unwrap();
}

fn dropped() {
    let (feed, meal) = mpsc::channel::<u8>();
    let eater = thread::spawn(move || meal.iter().count());
    feed.send(1).unwrap();
    drop(feed);
    eater.join().unwrap();
}

fn inbox(rx: &mpsc::Receiver<u8>) -> bool {
    rx.try_recv().is_ok()
}

fn main() {
    pair();
    stuck();
    dropped();
    endless();
    inbox(&mpsc::channel().1);
}

//? 5 tx: **Sends to `rx`**; 2 senders in all: the threads of lines 7 and 12.
//? 5 rx: **Receives what the threads of lines 7 and 12 send**.
//? 5 rx: `Sync` ✗: a channel has one receiver at a time
//? 6 clone: **A further sender** into the same channel
//? 9 send: **Moves `name` into the channel**: the thread of line 7 can no longer use it; `rx` gets it.
//? 9 unwrap: the receiver is gone
//? 12 send: **Sends to `rx`**, which owns the message from then on.
//? 13 rx: **Ends when every sender is gone.** Senders: the threads of lines 7 and 12.
//? 22 rx: One is still alive here: `tx` (line 19) is dropped only at the end of `endless`, after this loop. The loop never ends.
//? 22 rx: `drop(tx)` before the loop would let it end.
//? 30 meal: One is still alive: `feed` (line 28), while `join` on line 37 waits for this thread. Neither ends.
//? 35 send: **Sends a copy of `i`** to `meal`.
//? 41 feed: It is dropped on line 44.
//? 41 meal: **Receives in the thread of line 42 from `dropped` until line 44**
//? 48 rx: `Send` ✗ `Sync` ✗ ← `Receiver<u8>` is not `Sync`
//? 49 try_recv: The next message if there is one now.
