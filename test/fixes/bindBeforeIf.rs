//@ code: lockstep::guard_in_scrutinee
//@ title: Bind the value first
//@ has: let value = queue.lock().unwrap().pop();
//@ has: if let Some(job) = value {
use std::sync::Mutex;

fn process(job: u32) {
    println!("{job}");
}

fn main() {
    let queue = Mutex::new(vec![1, 2]);
    if let Some(job) = queue.lock().unwrap().pop() {
        process(job);
    }
    println!("done");
}
