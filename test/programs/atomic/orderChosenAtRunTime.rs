//@ status: panic
//@ outcome: panic "2\n"
//@ stderr: "\nthread 'main' panicked at core/src/sync/atomic:\nthere is no such thing as an acquire store\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
use std::sync::atomic::{AtomicU32, Ordering};

fn strongest(loads: bool) -> Ordering {
    if loads { Ordering::Acquire } else { Ordering::Release }
}

fn main() {
    let level = AtomicU32::new(1);
    level.store(2, strongest(false));
    println!("{}", level.load(strongest(true)));
    level.store(3, strongest(true));
}
