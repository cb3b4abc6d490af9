//@ status: ok
//@ outcome: ok "one token\ntimed out\nwoken\n"
//@ oracle: rustc
use std::thread;
use std::time::Duration;

fn main() {
    let main = thread::current();
    main.unpark();
    main.unpark();
    thread::park();
    println!("one token");
    thread::park_timeout(Duration::from_millis(2));
    println!("timed out");
    let sleeper = thread::spawn(thread::park);
    sleeper.thread().unpark();
    sleeper.join().unwrap();
    println!("woken");
}
