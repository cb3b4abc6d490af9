// One thread shares: counts that rise and fall, weak handles, cells and their borrows.
use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let owner = Rc::new(RefCell::new(vec![1]));
    let second = Rc::clone(&owner);
    let weak = Rc::downgrade(&owner);
    second.borrow_mut().push(2);
    let read = owner.borrow();
    assert!(second.try_borrow_mut().is_err());
    println!("{}", read.len());
    drop(read);
    assert!(weak.upgrade().is_some());
    drop(second);
    drop(owner);
    assert!(weak.upgrade().is_none());
    eprintln!("gone");
}
