//@ status: ok
//@ outcome: ok "finished false\n"
//@ outcome: ok "finished true\n"
//@ oracle: reasoning: is_finished does not wait
use std::thread;

fn main() {
    let handle = thread::spawn(|| 3);
    println!("finished {}", handle.is_finished());
    assert_eq!(handle.join().unwrap(), 3);
}
