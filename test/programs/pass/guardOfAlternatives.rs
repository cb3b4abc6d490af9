//@ status: ok
//@ outcome: ok "2 2 1\na const\n"
use std::cell::Cell;

fn asked(n: u32) -> u32 {
    let times = Cell::new(0);
    let ask = || {
        times.set(times.get() + 1);
        false
    };
    match n {
        1 | _ if ask() => {}
        2 | 3 if ask() => {}
        _ => {}
    }
    times.get()
}

macro_rules! which {
    ($e:expr) => {
        "an expression"
    };
    (const $e:expr) => {
        "a const"
    };
}

fn main() {
    println!("{} {} {}", asked(1), asked(2), asked(4));
    println!("{}", which!(const { 1 + 1 }));
}
