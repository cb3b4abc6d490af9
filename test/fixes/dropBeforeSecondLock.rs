//@ code: lockstep::double_lock
//@ title: Drop `first` after its last use
//@ has: drop(first);
use std::sync::Mutex;

fn main() {
    let seats = Mutex::new(3);
    let mut first = seats.lock().unwrap();
    *first -= 1;
    println!("one seat is taken");
    let second = seats.lock().unwrap();
    println!("{second}");
}
