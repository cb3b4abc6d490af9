//@ code: E0433
//@ title: Import `std::sync::Mutex`
//@ has: use std::sync::Mutex;
fn main() {
    let total = Mutex::new(1);
    println!("{}", total.lock().unwrap());
}
