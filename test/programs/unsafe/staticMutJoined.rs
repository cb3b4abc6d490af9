//@ status: ok
//@ outcome: ok "3\n"
//@ oracle: reasoning: joining orders the accesses
use std::thread;

static mut TOTAL: u32 = 0;

fn main() {
    for _ in 0..3 {
        thread::spawn(|| unsafe { TOTAL += 1 }).join().unwrap();
    }
    println!("{}", unsafe { TOTAL });
}
