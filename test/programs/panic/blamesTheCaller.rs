//@ status: panic
//@ outcome: panic "45 45 34\n46 46\n47\ntrue\n"
//@ stderr: "\nthread 'main' panicked at main.rs:48:48:\nindex out of bounds: the len is 2 but the index is 2\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\nthread 'main' panicked at main.rs:49:5:\n3 is odd\n"
use std::panic::Location;

trait Tool {
    #[track_caller]
    fn place(&self) -> u32;
    #[track_caller]
    fn usual(&self) -> u32 {
        Location::caller().line()
    }
}

struct Saw;

impl Tool for Saw {
    fn place(&self) -> u32 {
        Location::caller().line()
    }
}

#[track_caller]
fn outer() -> u32 {
    inner()
}

#[track_caller]
fn inner() -> u32 {
    Location::caller().line()
}

fn between() -> u32 {
    inner()
}

#[track_caller]
fn half(n: u32) -> u32 {
    assert!(n % 2 == 0, "{n} is odd");
    let list = [0, 1];
    n / 2 + list[n as usize]
}

fn main() {
    println!("{} {} {}", outer(), inner(), between());
    println!("{} {}", Saw.place(), Saw.usual());
    println!("{}", (|| Location::caller().line())());
    println!("{}", std::panic::catch_unwind(|| half(2)).is_err());
    half(
        3,
    );
}
