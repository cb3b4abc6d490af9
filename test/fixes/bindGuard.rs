//@ code: let_underscore_lock
//@ title: Hold the lock to the end of the block, by `_guard`
//@ has: let _guard = turn.lock().unwrap();
use std::sync::Mutex;

fn main() {
    let turn = Mutex::new(());
    let _ = turn.lock().unwrap();
    println!("my turn");
}
