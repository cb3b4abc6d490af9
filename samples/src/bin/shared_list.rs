use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let groceries = Rc::new(RefCell::new(vec!["bread"]));
    let fridge_door = Rc::clone(&groceries);

    fridge_door.borrow_mut().push("milk");
    groceries.borrow_mut().push("jam");

    println!("{} handles", Rc::strong_count(&groceries));
    println!("{:?}", fridge_door.borrow());
}
