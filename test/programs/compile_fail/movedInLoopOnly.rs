//@ status: error
//@ oracle: rustc
use std::sync::Mutex;
use std::thread;

fn main() {
    let visitors = Mutex::new(0);
    let mut gates = vec![];
    for _ in 0..10 {
        gates.push(thread::spawn(move || { //~ ERROR[E0382] use of moved value: `visitors`
            *visitors.lock().unwrap() += 1;
        }));
    }
    for gate in gates {
        gate.join().unwrap();
    }
}
