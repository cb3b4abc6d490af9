//@ code: E0277
//@ title: Replace `RefCell` by `Mutex`
//@ has: static HISTORY: Mutex<Vec<String>> = Mutex::new(Vec::new());
//@ has: HISTORY.lock().unwrap().push(String::from("a"));
use std::cell::RefCell;

static HISTORY: RefCell<Vec<String>> = RefCell::new(Vec::new());

fn main() {
    HISTORY.borrow_mut().push(String::from("a"));
    println!("{}", HISTORY.borrow().len());
}
