use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let savings = Arc::new(Mutex::new(100));
    let checking = Arc::new(Mutex::new(50));

    let deposit = {
        let savings = Arc::clone(&savings);
        let checking = Arc::clone(&checking);
        thread::spawn(move || {
            let mut from = checking.lock().unwrap();
            let mut to = savings.lock().unwrap();
            *from -= 10;
            *to += 10;
        })
    };

    let withdrawal = {
        let savings = Arc::clone(&savings);
        let checking = Arc::clone(&checking);
        thread::spawn(move || {
            let mut from = savings.lock().unwrap();
            let mut to = checking.lock().unwrap();
            *from -= 20;
            *to += 20;
        })
    };

    deposit.join().unwrap();
    withdrawal.join().unwrap();
    println!(
        "savings {}, checking {}",
        savings.lock().unwrap(),
        checking.lock().unwrap()
    );
}
