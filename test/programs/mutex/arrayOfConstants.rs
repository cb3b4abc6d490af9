//@ status: ok
//@ outcome: ok "[true, false, true]\n"
//@ oracle: rustc: every element is a mutex of its own
use std::sync::Mutex;

fn main() {
    let row = [const { Mutex::new(0) }; 3];
    let _middle = row[1].lock().unwrap();
    let free: Vec<bool> = row.iter().map(|seat| seat.try_lock().is_ok()).collect();
    println!("{free:?}");
}
