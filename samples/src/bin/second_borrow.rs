use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let score = Rc::new(RefCell::new(10));
    let display = Rc::clone(&score);

    let mut current = score.borrow_mut();
    *current += 5;

    let mut shown = display.borrow_mut();
    *shown = 0;

    println!("{current}");
}
