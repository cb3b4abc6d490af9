//@ status: ok deadlock
//@ outcome: ok "read twice\n"
//@ outcome: deadlock ""
//@ finding: deadlock_cycle
//@ oracle: reasoning: a second read may wait behind the writer, which waits for the first
use std::sync::RwLock;
use std::thread;

fn main() {
    let book = RwLock::new(1);
    thread::scope(|s| {
        s.spawn(|| *book.write().unwrap() += 1);
        let first = book.read().unwrap();
        let second = book.read().unwrap();
        assert_eq!(*first, *second);
        println!("read twice");
    });
}
