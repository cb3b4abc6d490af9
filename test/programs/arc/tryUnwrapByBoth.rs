//@ status: ok
//@ outcome: ok "None\n"
//@ outcome: ok "Some(3)\n"
//@ oracle: std: into_inner exists because try_unwrap can fail in both threads
use std::sync::Arc;
use std::thread;

fn main() {
    let mine = Arc::new(3);
    let yours = Arc::clone(&mine);
    let other = thread::spawn(move || Arc::try_unwrap(yours).ok());
    let here = Arc::try_unwrap(mine).ok();
    println!("{:?}", here.or(other.join().unwrap()));
}
