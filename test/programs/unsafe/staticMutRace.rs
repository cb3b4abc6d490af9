//@ status: ok
//@ finding: data_race
//@ oracle: reasoning: two threads write one `static mut` and nothing orders them
use std::thread;

static mut TOTAL: u32 = 0;

fn main() {
    let adders: Vec<_> = (0..2).map(|_| thread::spawn(|| unsafe { TOTAL += 1 })).collect();
    for adder in adders {
        adder.join().unwrap();
    }
    println!("{}", unsafe { TOTAL });
}
