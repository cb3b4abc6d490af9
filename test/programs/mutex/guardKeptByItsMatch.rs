//@ status: deadlock
//@ outcome: deadlock ""
//@ oracle: rustc: the guard lives to the end of the match
//@ edition: 2021
use std::sync::Mutex;

fn main() {
    let queue = Mutex::new(vec![2]);
    match queue.lock().unwrap().pop() { //~ WARNING[lockstep::guard_in_scrutinee]
        Some(n) => queue.lock().unwrap().push(n + 1), //~ WARNING[lockstep::double_lock]
        None => println!("empty"),
    }
    println!("{:?}", queue.into_inner());
}
