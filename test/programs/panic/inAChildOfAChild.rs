//@ status: ok
//@ outcome: ok "true\n"
//@ stderr: "\nthread 'inner' panicked at main.rs:10:24:\ndeep\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread '<unnamed>' panicked at main.rs:10:56:\ncalled `Result::unwrap()` on an `Err` value: Any { .. }\n"
//@ oracle: rustc
use std::thread;

fn main() {
    let outer = thread::spawn(|| {
        let inner = thread::Builder::new().name("inner".into());
        inner.spawn(|| panic!("deep")).unwrap().join().unwrap();
    });
    println!("{}", outer.join().is_err());
}
