use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::thread;

struct Node {
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

fn new(children: Vec<Rc<Node>>) -> Rc<Node> {
    Rc::new(Node { parent: RefCell::new(Weak::new()), children: RefCell::new(children) })
}

fn tree() {
    let leaf = new(vec![]);
    let branch = Rc::new(Node { parent: Default::default(), children: RefCell::new(vec![Rc::clone(&leaf)]) });
    *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
    println!("{:?}", leaf.parent.borrow().upgrade().map(|node| node.children.borrow().len()));
    println!("{}", Rc::strong_count(&branch));
}

fn plain() {
    let first = Rc::new(1);
    let second = first.clone();
    println!("{}", Rc::strong_count(&first));
    drop(second);
    println!("{}", Rc::strong_count(&first));
}

fn threads() {
    let shared = Arc::new(1);
    let theirs = shared.clone();
    thread::spawn(move || println!("{theirs}"));
    println!("{}", Arc::strong_count(&shared));
}

fn main() {
    tree();
    plain();
    threads();
}

//? 7 parent: `Send` ✗ `Sync` ✗
//? 17 branch: **The only owner** of this `Node` that is made here; `upgrade` of a `Weak` can make another.
//? 18 borrow_mut: **Borrows mutably `leaf.parent` for this statement only** (line 18)
//? 18 *: **Changes the value in the cell**: the `Weak<Node>` is reached
//? 19 upgrade: **`None`** when the last owner is gone
//? 20 strong_count never: **1** here
//? 24 first: **Shared by 2 owners**: `first` and `plain` until line 27.
//? 26 strong_count: **2** here
//? 28 strong_count: **1** here: `first`.
//? 35 strong_count: **At most 2** here: `threads` and the thread of line 34. Other threads may have dropped theirs already.
