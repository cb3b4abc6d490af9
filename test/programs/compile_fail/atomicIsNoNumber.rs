//@ status: error
//@ oracle: rustc
use std::sync::atomic::AtomicUsize;

static HITS: AtomicUsize = AtomicUsize::new(0);

fn main() {
    HITS += 1; //~ ERROR[E0368] binary assignment operation `+=` cannot be applied to type `AtomicUsize`
    let twice = HITS * 2; //~ ERROR[E0369] cannot multiply `AtomicUsize` by `{integer}`
    println!("{twice}");
}
