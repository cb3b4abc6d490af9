//@ status: ok
//@ outcome: ok ""
//@ outcome: ok "price 7\n"
//@ oracle: genmc: MP with two fences
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::{Acquire, Relaxed, Release}, compiler_fence, fence};
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
        fence(Acquire);
        compiler_fence(Acquire);
        println!("price {}", PRICE.load(Relaxed));
    }
    other.join().unwrap();
}
