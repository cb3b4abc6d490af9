//@ status: ok
//@ outcome: ok "true\n"
use std::thread;

fn main() {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(2);
    let handles: Vec<_> = (0..workers).map(|n| thread::spawn(move || n)).collect();
    let sum: usize = handles.into_iter().map(|handle| handle.join().unwrap()).sum();
    println!("{}", sum < 2);
}
