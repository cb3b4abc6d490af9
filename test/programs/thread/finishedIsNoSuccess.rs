//@ status: ok
//@ outcome: ok "finished, failed\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:9:13:\nnameless\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::thread;

fn main() {
    let handle = thread::spawn(|| {
        if thread::current().name().is_none() {
            panic!("nameless");
        }
    });
    while !handle.is_finished() {
        thread::yield_now();
    }
    println!("finished, {}", if handle.join().is_ok() { "done" } else { "failed" });
}
