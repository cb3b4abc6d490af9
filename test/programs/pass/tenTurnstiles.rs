//@ status: ok
//@ outcome: ok "Visitors: 10\n"
//@ oracle: rustc
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let visitors = Arc::new(Mutex::new(0));
    let mut gates = vec![];
    for _ in 0..10 {
        let visitors = Arc::clone(&visitors);
        gates.push(thread::spawn(move || {
            let mut count = visitors
                .lock()
                .unwrap();
            *count += 1;
        }));
    }
    for gate in gates {
        gate.join().unwrap();
    }
    println!("Visitors: {}", *visitors.lock().unwrap());
}
