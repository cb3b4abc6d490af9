//@ status: ok
//@ outcome: ok "abcd\n"
use std::thread;

fn main() {
    let mut plan = String::from("a");
    let outer = thread::spawn(move || {
        plan.push('b');
        let inner = thread::spawn(move || {
            plan.push('c');
            plan
        });
        inner.join().unwrap() + "d"
    });
    println!("{}", outer.join().unwrap());
}
