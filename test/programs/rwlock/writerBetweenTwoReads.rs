//@ status: deadlock ok
//@ outcome: deadlock ""
//@ outcome: ok "same true\n"
//@ oracle: std: a read may block while a writer waits
//@ about: the second read may wait behind the writer, which waits for the first
use std::sync::RwLock;
use std::thread;

fn main() {
    let page = RwLock::new(1);
    thread::scope(|s| {
        s.spawn(|| *page.write().unwrap() = 2);
        let first = page.read().unwrap();
        let second = page.read().unwrap();
        println!("same {}", *first == *second);
    });
}
