//@ status: ok
//@ outcome: ok "got 1\nheld try_lock failed because the operation would block\ntrue\npoisoned 1 poisoned lock: another task failed inside\ngot 1\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:24:13:\nspilled\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::sync::{Mutex, TryLockError};
use std::thread;

fn why(desk: &Mutex<i32>) -> String {
    match desk.try_lock() {
        Ok(guard) => format!("got {guard}"),
        Err(TryLockError::WouldBlock) => "held".to_string(),
        Err(TryLockError::Poisoned(error)) => format!("poisoned {}", error.into_inner()),
    }
}

fn main() {
    let desk = Mutex::new(1);
    println!("{}", why(&desk));
    let guard = desk.lock().unwrap();
    println!("{} {}", why(&desk), desk.try_lock().unwrap_err());
    drop(guard);
    thread::scope(|s| {
        let broken = s.spawn(|| {
            let _guard = desk.lock().unwrap();
            panic!("spilled");
        });
        println!("{}", broken.join().is_err());
    });
    println!("{} {}", why(&desk), desk.try_lock().unwrap_err());
    desk.clear_poison();
    println!("{}", why(&desk));
}
