//@ status: ok
//@ outcome: ok "Some(5) 2 1\nNone 0\n"
//@ oracle: rustc
use std::sync::{Arc, Weak};

fn main() {
    let strong = Arc::new(5);
    let weak: Weak<i32> = Arc::downgrade(&strong);
    println!("{:?} {} {}", weak.upgrade(), Arc::strong_count(&strong), Arc::weak_count(&strong));
    drop(strong);
    println!("{:?} {}", weak.upgrade(), weak.strong_count());
}
