//@ status: ok
//@ outcome: ok "2 handles\n[\"oats\", \"figs\", \"tea\"]\n"
//@ oracle: rustc
use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let shelf = Rc::new(RefCell::new(vec!["oats"]));
    let label = Rc::clone(&shelf);
    label.borrow_mut().push("figs");
    shelf.borrow_mut().push("tea");
    println!("{} handles", Rc::strong_count(&shelf));
    println!("{:?}", label.borrow());
}
