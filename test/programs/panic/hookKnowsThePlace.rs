//@ status: ok
//@ outcome: ok "Some(\"out of air\") at line Some(14) of Some(\"diver\")\n"
//@ stderr: "\nthread 'main' panicked at main.rs:16:52:\nindex out of bounds: the len is 0 but the index is 0\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
//@ oracle: rustc
use std::panic;
use std::thread;

fn main() {
    panic::set_hook(Box::new(|info| {
        let line = info.location().map(|place| place.line());
        println!("{:?} at line {line:?} of {:?}", info.payload_as_str(), thread::current().name());
    }));
    let diver = thread::Builder::new().name("diver".into());
    assert!(diver.spawn(|| panic!("out of air")).unwrap().join().is_err());
    let _ = panic::take_hook();
    let _ = panic::catch_unwind(|| Vec::<u8>::new()[0]);
}
