//@ status: ok
//@ outcome: ok ""
//@ outcome: ok "price 0\n"
//@ outcome: ok "price 7\n"
//@ oracle: genmc: MP with one fence shows the old value
//@ about: the reader has no fence, so the flag says nothing about the number
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::{Relaxed, Release}, fence};
use std::thread;

static PRICE: AtomicU32 = AtomicU32::new(0);
static SET: AtomicBool = AtomicBool::new(false);

fn main() {
    let other = thread::spawn(|| {
        PRICE.store(7, Relaxed);
        fence(Release);
        SET.store(true, Relaxed);
    });
    if SET.load(Relaxed) {
        println!("price {}", PRICE.load(Relaxed));
    }
    other.join().unwrap();
}
