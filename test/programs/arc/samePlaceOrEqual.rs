//@ status: ok
//@ outcome: ok "true false\ntrue Some(true)\n1 1\nNone 1\ntrue\n"
use std::rc::Rc;
use std::sync::{Arc, Weak};

fn main() {
    let one = Arc::new(5);
    let other = Arc::new(5);
    println!("{} {}", one == other, Arc::ptr_eq(&one, &other));
    let weak: Weak<i32> = Arc::downgrade(&one);
    println!("{} {:?}", weak.ptr_eq(&Arc::downgrade(&one)), weak.upgrade().map(|n| Arc::ptr_eq(&n, &one)));
    println!("{} {}", Arc::strong_count(&one), Arc::weak_count(&one));
    println!("{:?} {}", Weak::<i32>::new().upgrade(), weak.strong_count());
    let shared = Rc::new([1]);
    println!("{}", Rc::ptr_eq(&shared, &Rc::clone(&shared)));
}
