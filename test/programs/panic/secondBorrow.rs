//@ status: panic
//@ outcome: panic "one\n"
//@ oracle: rustc
use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let score = Rc::new(RefCell::new(10));
    let board = Rc::clone(&score);
    let mut current = score.borrow_mut();
    *current += 5;
    println!("one");
    let mut shown = board.borrow_mut();
    *shown = 0;
    println!("{current}");
}
