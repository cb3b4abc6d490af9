//@ status: ok
//@ outcome: ok "Mutex { data: 3, poisoned: false, .. }\nMutex { data: \"<locked>\", poisoned: false, .. }\n"
//@ oracle: rustc
use std::sync::Mutex;

fn main() {
    let plate = Mutex::new(3);
    println!("{plate:?}");
    let _guard = plate.lock().unwrap();
    println!("{plate:?}");
}
