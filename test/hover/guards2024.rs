//@ edition: 2024
use std::sync::Mutex;

fn tail(m: &Mutex<Vec<u32>>) -> u32 {
    let none = 0;
    *m.lock().unwrap().first().unwrap_or(&none)
}

fn main() {
    let m = Mutex::new(vec![1]);
    if let Some(x) = m.lock().unwrap().pop() {
        println!("{x}");
    } else {
        println!("none");
    }
    if let Some(x) = m.lock().unwrap().pop() && m.try_lock().is_err() {
        println!("{x} {}", tail(&m));
    }
}

//? 6 lock: edition 2024 drops before the block's variables
//? 11 lock: **Held through the block of the `if let`** (lines 11–13)
//? 16 lock: **Held through the whole `if let`** (lines 16–18)
