//@ status: error
//@ oracle: rustc
use std::sync::{Arc, Mutex};

fn main() {
    let shared = Arc::new(Mutex::new(1));
    let other = Arc::clone(&shared);
    *shared.get_mut().unwrap() += 1; //~ ERROR[E0596] cannot borrow data in an `Arc` as mutable
    let owned = other.into_inner().unwrap(); //~ ERROR[E0507] cannot move out of an `Arc`
    println!("{owned}");
}
