//@ code: E0277
//@ title: Put a `Mutex` into the `Arc`, and lock it for each use
//@ has: let jobs = Arc::new(Mutex::new(jobs));
//@ has: while let Ok(job) = jobs.lock().unwrap().recv() {
use std::sync::mpsc;
use std::sync::Arc;
use std::thread;

fn main() {
    let (boss, jobs) = mpsc::channel::<u32>();
    let jobs = Arc::new(jobs);
    for _ in 0..2 {
        let jobs = Arc::clone(&jobs);
        thread::spawn(move || {
            while let Ok(job) = jobs.recv() {
                println!("{job}");
            }
        });
    }
    boss.send(1).unwrap();
}
