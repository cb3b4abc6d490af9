//@ status: error
//@ oracle: rustc
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let visitors = Rc::new(Mutex::new(0));
    let mut gates = vec![];
    for _ in 0..10 {
        let visitors = Rc::clone(&visitors);
        let gate = thread::spawn(move || { //~ ERROR[E0277] `Rc<Mutex<i32>>` cannot be sent between threads safely
            *visitors.lock().unwrap() += 1;
        });
        gates.push(gate);
    }
    for gate in gates {
        gate.join().unwrap();
    }
}
