//@ status: error
//@ oracle: rustc
use std::sync::Mutex;
use std::thread;

fn main() {
    let visitors = Mutex::new(0);
    let mut gates = vec![];
    for _ in 0..10 {
        let gate = thread::spawn(move || {
            *visitors.lock().unwrap() += 1;
        });
        gate_list.push(gate); //~ ERROR[E0425] cannot find value `gate_list` in this scope
    }
    for gate in gates {
        gate.join().unwrap();
    }
    println!("{}", visitors.lock().unwrap()); //~ INFO[E0382] borrow of moved value: `visitors`
}
