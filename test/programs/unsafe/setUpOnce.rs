//@ status: ok
//@ outcome: ok "42 42\n"
//@ oracle: reasoning: call_once orders the write before every read
use std::sync::Once;
use std::thread;

static START: Once = Once::new();
static mut VALUE: u32 = 0;

fn value() -> u32 {
    START.call_once(|| unsafe { VALUE = 42 });
    unsafe { VALUE }
}

fn main() {
    let other = thread::spawn(value);
    let mine = value();
    println!("{mine} {}", other.join().unwrap());
}
