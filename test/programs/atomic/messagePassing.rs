//@ status: ok
//@ outcome: ok "not yet\n"
//@ outcome: ok "30\n"
//@ oracle: genmc: MP with release and acquire never reads the old data behind the new flag
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::{Acquire, Relaxed, Release}};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            DATA.store(30, Relaxed);
            READY.store(true, Release);
        });
        if READY.load(Acquire) {
            println!("{}", DATA.load(Relaxed));
        } else {
            println!("not yet");
        }
    });
}
