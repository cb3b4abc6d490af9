//@ status: ok
//@ finding: data_race
//@ oracle: reasoning: the relaxed flag does not order the write before the read
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

static mut LETTER: u32 = 0;
static POSTED: AtomicBool = AtomicBool::new(false);

fn main() {
    let writer = thread::spawn(|| {
        unsafe { LETTER = 5 };
        POSTED.store(true, Relaxed);
    });
    if POSTED.load(Relaxed) {
        println!("{}", unsafe { LETTER });
    }
    writer.join().unwrap();
}
