//@ status: panic
//@ outcome: panic ""
//@ stderr: "\nthread 'main' panicked at std/src/thread/thread:\nthread name may not contain interior null bytes: NulError(2, [110, 111, 0, 110, 97, 109, 101])\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::thread::Builder;

fn main() {
    let started = Builder::new().name("no\0name".to_string()).spawn(|| ());
    println!("{}", started.is_ok());
}
