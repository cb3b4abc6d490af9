//@ status: ok
//@ finding: data_race
//@ oracle: reasoning: a plain flag is no synchronisation
use std::thread;

static mut STOP: bool = false;

fn main() {
    let stopper = thread::spawn(|| unsafe { STOP = true });
    while !unsafe { STOP } {}
    stopper.join().unwrap();
}
