//@ status: ok
//@ outcome: ok "true true\n[3, 4]\ntrue\n"
//@ oracle: rustc
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let list = Arc::new(Mutex::new(vec![3]));
    let broken = Arc::clone(&list);
    let worker = thread::spawn(move || {
        let mut list = broken.lock().unwrap();
        list.push(4);
        let missing = list[7];
        list.push(missing);
    });
    println!("{} {}", worker.join().is_err(), list.is_poisoned());
    match list.lock() {
        Ok(_) => println!("not poisoned"),
        Err(error) => println!("{:?}", error.into_inner()),
    }
    list.clear_poison();
    println!("{}", list.lock().is_ok());
}
