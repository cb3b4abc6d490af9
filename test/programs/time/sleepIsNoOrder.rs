//@ status: ok
//@ outcome: ok "short\nlong\n"
//@ outcome: ok "long\nshort\n"
//@ oracle: reasoning: sleeping orders nothing
use std::thread;
use std::time::Duration;

fn main() {
    let long = thread::spawn(|| {
        thread::sleep(Duration::from_millis(50));
        println!("long");
    });
    thread::sleep(Duration::from_millis(1));
    println!("short");
    long.join().unwrap();
}
