//@ status: ok
//@ outcome: ok "first failed: true\nsecond failed: true\nforced after true\n"
//@ oracle: rustc
use std::panic::catch_unwind;
use std::sync::Once;

fn main() {
    static FRAIL: Once = Once::new();
    let first = catch_unwind(|| FRAIL.call_once(|| panic!("no")));
    println!("first failed: {}", first.is_err());
    let second = catch_unwind(|| FRAIL.call_once(|| println!("not reached")));
    println!("second failed: {}", second.is_err());
    FRAIL.call_once_force(|state| println!("forced after {}", state.is_poisoned()));
}
