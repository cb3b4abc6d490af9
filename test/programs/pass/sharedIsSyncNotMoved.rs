//@ status: ok
//@ outcome: ok "4\n7\n"
use std::cell::Cell;
use std::thread;

// `Cell` is Send and not Sync: it may move into a thread, and a `&mut` to it too.
fn moved<T: Send>(value: T, work: impl FnOnce(T) -> i32 + Send) -> i32 {
    thread::scope(|s| s.spawn(|| work(value)).join().unwrap())
}

fn main() {
    let mut dial = Cell::new(4);
    println!("{}", moved(&mut dial, |dial| dial.replace(7)));
    println!("{}", moved(dial, |dial| dial.get()));
}
