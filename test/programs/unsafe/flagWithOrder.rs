//@ status: ok
//@ outcome: ok "5\n"
//@ outcome: ok "nothing yet\n"
//@ oracle: reasoning: release and acquire order the write before the read
use std::sync::atomic::{AtomicBool, Ordering::{Acquire, Release}};
use std::thread;

static mut LETTER: u32 = 0;
static POSTED: AtomicBool = AtomicBool::new(false);

fn main() {
    let writer = thread::spawn(|| {
        unsafe { LETTER = 5 };
        POSTED.store(true, Release);
    });
    if POSTED.load(Acquire) {
        println!("{}", unsafe { LETTER });
    } else {
        println!("nothing yet");
    }
    writer.join().unwrap();
}
