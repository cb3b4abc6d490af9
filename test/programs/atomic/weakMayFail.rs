//@ status: ok
//@ outcome: ok "Ok(3)\n"
//@ outcome: ok "Err(3)\n"
//@ oracle: std: compare_exchange_weak may fail for no reason
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

fn main() {
    let dial = AtomicI32::new(3);
    println!("{:?}", dial.compare_exchange_weak(3, 4, SeqCst, SeqCst));
}
