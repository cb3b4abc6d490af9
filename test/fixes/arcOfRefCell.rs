//@ code: lockstep::arc_of_non_send
//@ title: Replace `RefCell` by `Mutex`
//@ has: shared.lock().unwrap().push(2);
use std::cell::RefCell;
use std::sync::Arc;

fn main() {
    let shared = Arc::new(RefCell::new(vec![1]));
    shared.borrow_mut().push(2);
}
