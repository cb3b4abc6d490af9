//@ code: lockstep::guard_in_scrutinee
//@ title: Bind the value first
//@ has: let value = queue.lock().unwrap().len();
//@ has: match value {
use std::sync::Mutex;

fn process(job: usize) {
    println!("{job}");
}

fn main() {
    let queue = Mutex::new(vec![1, 2]);
    match queue.lock().unwrap().len() {
        0 => println!("none"),
        n => process(n),
    }
    println!("done");
}
