use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let scores = Arc::new(Mutex::new(vec![3, 1, 2]));

    let broken = Arc::clone(&scores);
    let worker = thread::spawn(move || {
        let mut list = broken.lock().unwrap();
        list.push(4);
        let best = list[7];
        list.push(best);
    });
    println!("worker panicked: {}", worker.join().is_err());
    println!("poisoned: {}", scores.is_poisoned());

    match scores.lock() {
        Ok(list) => println!("fine: {list:?}"),
        Err(poisoned) => {
            let list = poisoned.into_inner();
            println!("still there: {list:?}");
        }
    }

    scores.clear_poison();
    println!("after clear_poison: {}", scores.lock().is_ok());
}
