//@ status: ok
//@ outcome: ok "working\ngone: inner\ngone: outer\njoined\n"
//@ oracle: rustc: values of a thread are dropped when it ends, the youngest first
use std::thread;

struct Note(&'static str);

impl Drop for Note {
    fn drop(&mut self) {
        println!("gone: {}", self.0);
    }
}

thread_local! {
    static OUTER: Note = Note("outer");
    static INNER: Note = Note("inner");
}

fn main() {
    let worker = thread::spawn(|| {
        OUTER.with(|_| INNER.with(|_| println!("working")));
    });
    worker.join().unwrap();
    println!("joined");
}
