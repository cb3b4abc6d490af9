//@ status: error
//@ oracle: rustc
use std::sync::Arc;

fn main() {
    let basket = Arc::new(vec!["fig"]);
    let copy = Arc::clone(&basket);
    basket.push("plum"); //~ ERROR[E0596] cannot borrow data in an `Arc` as mutable
    println!("{copy:?}");
}
