//@ status: ok
//@ oracle: rustc
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

struct Noisy<'a>(i32, &'a RefCell<Vec<i32>>);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

struct Node {
    value: i32,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

fn main() {
    let log = RefCell::new(Vec::new());
    let a = Rc::new(Noisy(1, &log));
    let b = Rc::clone(&a);
    let weak = Rc::downgrade(&a);
    assert_eq!((Rc::strong_count(&a), Rc::weak_count(&a), Rc::ptr_eq(&a, &b)), (2, 1, true));
    drop(a);
    assert!(log.borrow().is_empty() && weak.upgrade().is_some());
    drop(b);
    assert_eq!((log.take(), weak.upgrade().is_none(), weak.strong_count()), (vec![1], true, 0));

    let mut owner = Rc::new(3);
    *Rc::make_mut(&mut owner) += 1;
    let other = owner.clone();
    *Rc::make_mut(&mut owner) += 1;
    assert_eq!((*owner, *other, Rc::try_unwrap(other), Rc::get_mut(&mut owner)), (5, 4, Ok(4), Some(&mut 5)));
    assert_eq!(Rc::unwrap_or_clone(owner), 5);
    let held = Rc::new(Cell::new(1));
    let second = held.clone();
    second.set(2);
    assert_eq!((Rc::into_inner(held), Rc::into_inner(second).map(Cell::into_inner)), (None, Some(2)));

    let text: Rc<str> = Rc::from("hey");
    let numbers: Rc<[i32]> = vec![1, 2, 3].into();
    let call: Rc<dyn Fn(i32) -> i32> = Rc::new(|n| n + 1);
    assert_eq!((text.len(), numbers.iter().sum::<i32>(), call(2)), (3, 6, 3));

    let leaf = Rc::new(Node { value: 3, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) });
    assert!(leaf.parent.borrow().upgrade().is_none());
    let branch =
        Rc::new(Node { value: 5, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![leaf.clone()]) });
    *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
    assert_eq!(
        (leaf.parent.borrow().upgrade().map(|p| p.value), Rc::weak_count(&branch), branch.children.borrow()[0].value),
        (Some(5), 1, 3)
    );
    let ring = Rc::new_cyclic(|me| Node { value: 1, parent: RefCell::new(me.clone()), children: RefCell::new(vec![]) });
    assert!(Rc::ptr_eq(&ring, &ring.parent.borrow().upgrade().unwrap()));
}
