//@ status: ok
//@ outcome: ok "Some(\"a scoped thread panicked\")\ntrue\n"
//@ stderr: "\nthread '<unnamed>' panicked at main.rs:11:24:\nleaking\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread 'main' panicked at main.rs:10:9:\na scoped thread panicked\n\nthread '<unnamed>' panicked at main.rs:16:47:\nseen\n"
//@ oracle: rustc
use std::panic::catch_unwind;
use std::thread;

fn main() {
    let result = catch_unwind(|| {
        thread::scope(|s| {
            s.spawn(|| panic!("leaking"));
        });
        println!("not reached");
    });
    println!("{:?}", result.unwrap_err().downcast_ref::<&str>());
    let joined = thread::scope(|s| s.spawn(|| panic!("seen")).join().is_err());
    println!("{joined}");
}
