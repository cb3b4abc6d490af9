use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

#[derive(Debug, Default)]
struct Node {
    value: Cell<i32>,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

fn main() {
    let leaf = Rc::new(Node::default());
//      ^^^^ type: Rc<Node>
    let branch = Rc::new(Node { children: RefCell::new(vec![Rc::clone(&leaf)]), ..Default::default() });
//      ^^^^^^ type: Rc<Node>
    *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
    let parent = leaf.parent.borrow().upgrade();
//      ^^^^^^ type: Option<Rc<Node>>
    let old = leaf.value.replace(3);
//      ^^^ type: i32
    let count = Rc::strong_count(&leaf);
//      ^^^^^ type: usize
    let borrowed = branch.children.borrow();
//      ^^^^^^^^ type: Ref<'_, Vec<Rc<Node>>>
    let first = &borrowed[0];
//      ^^^^^ type: &Rc<Node>
    let value = first.value.get();
//      ^^^^^ type: i32
    let mut names = RefCell::new(vec![String::new()]);
//          ^^^^^ type: RefCell<Vec<String>>
    let inner = names.get_mut();
//      ^^^^^ type: &mut Vec<String>
    let element = inner.iter_mut().next();
//      ^^^^^^^ type: Option<&mut String>
    let boxed = Box::new((1, "a"));
//      ^^^^^ type: Box<(i32, &str)>
    let (number, text) = *boxed;
//       ^^^^^^ type: i32
//               ^^^^ type: &str
    let slice: Rc<[u8]> = Rc::from(vec![1, 2]);
//      ^^^^^ type: Rc<[u8]>
    let length = slice.len();
//      ^^^^^^ type: usize
    let object: Rc<dyn Fn() -> u8> = Rc::new(|| 1);
//      ^^^^^^ type: Rc<dyn Fn() -> u8>
    let called = object();
//      ^^^^^^ type: u8
    drop((parent, old, count, value, element, number, text, length, called));
}
