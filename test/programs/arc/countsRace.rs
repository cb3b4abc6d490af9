//@ status: ok
//@ outcome: ok "1\n"
//@ outcome: ok "2\n"
//@ oracle: reasoning: the thread's owner may be gone already, or not
use std::sync::Arc;
use std::thread;

fn main() {
    let shared = Arc::new(0);
    let other = Arc::clone(&shared);
    let thread = thread::spawn(move || drop(other));
    println!("{}", Arc::strong_count(&shared));
    thread.join().unwrap();
}
