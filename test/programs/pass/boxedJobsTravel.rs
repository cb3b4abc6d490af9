//@ status: ok
//@ outcome: ok "6 done\n"
use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() -> usize + Send + 'static>;

fn run_elsewhere<T: Send + 'static>(task: impl FnOnce() -> T + Send + 'static) -> T {
    thread::spawn(task).join().unwrap()
}

fn main() {
    let (jobs, inbox) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || inbox.into_iter().map(|job| job()).sum::<usize>());
    for length in [1, 2, 3] {
        let word = "x".repeat(length);
        jobs.send(Box::new(move || word.len())).unwrap();
    }
    drop(jobs);
    println!("{} {}", worker.join().unwrap(), run_elsewhere(|| "done"));
}
