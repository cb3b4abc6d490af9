//@ status: ok
//@ outcome: ok "Some(\"body\") true\n"
//@ stderr: "\nthread 'main' panicked at main.rs:15:13:\nbody\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
//@ oracle: rustc
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static DONE: AtomicBool = AtomicBool::new(false);

fn main() {
    let result = catch_unwind(|| {
        thread::scope(|s| {
            s.spawn(|| DONE.store(true, SeqCst));
            panic!("body");
        })
    });
    println!("{:?} {}", result.unwrap_err().downcast_ref::<&str>(), DONE.load(SeqCst));
}
