//@ status: ok
//@ outcome: ok "good 1\n"
//@ outcome: ok "bad 2\n"
//@ oracle: reasoning: main may lock before or after the thread that panics while holding it
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let jar = Arc::new(Mutex::new(1));
    let other = Arc::clone(&jar);
    let clumsy = thread::spawn(move || {
        let mut jar = other.lock().unwrap();
        *jar += 1;
        panic!("dropped it");
    });
    match jar.lock() {
        Ok(jar) => println!("good {jar}"),
        Err(broken) => println!("bad {}", broken.into_inner()),
    }
    assert!(clumsy.join().is_err());
}
