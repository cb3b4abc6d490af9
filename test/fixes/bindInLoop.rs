//@ code: lockstep::guard_in_scrutinee
//@ title: Bind the value first
//@ has: loop {
//@ has: let Some(job) = QUEUE.lock().unwrap().pop() else {
use std::sync::Mutex;

static QUEUE: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn process(job: u32) {
    println!("{job}");
}

fn main() {
    while let Some(job) = QUEUE.lock().unwrap().pop() {
        process(job);
    }
}
