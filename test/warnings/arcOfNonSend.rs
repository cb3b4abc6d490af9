// `Arc` around what stays in one thread.
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

struct Node {
    next: Option<Rc<u32>>,
}

// ---- raised

fn cell() {
    let shared = Arc::new(Cell::new(1)); //~ WARNING[lockstep::arc_of_non_send] not `Sync`
    shared.set(2);
}

fn ref_cell() {
    let shared = Arc::new(RefCell::new(vec![1])); //~ WARNING[lockstep::arc_of_non_send]
    shared.borrow_mut().push(2);
}

fn rc_inside() {
    let shared = Arc::new(Rc::new(1)); //~ WARNING[lockstep::arc_of_non_send] not `Send` and not `Sync`
    println!("{shared}");
}

fn deep_inside() {
    let shared = Arc::new(Node { next: None }); //~ WARNING[lockstep::arc_of_non_send] `Rc<u32>`
    println!("{}", shared.next.is_none());
}

fn a_mutex_does_not_help() {
    let shared = Arc::new(Mutex::new(Rc::new(1))); //~ WARNING[lockstep::arc_of_non_send]
    println!("{}", shared.lock().unwrap());
}

fn raw_pointer() {
    let number = 3;
    let shared = Arc::new(&raw const number); //~ WARNING[lockstep::arc_of_non_send]
    println!("{}", shared.is_null());
}

// ---- not raised

fn mutex() {
    let shared = Arc::new(Mutex::new(RefCell::new(1)));
    println!("{:?}", shared.lock().unwrap());
}

fn lock_around_a_cell() {
    let shared = Arc::new(Mutex::new(Cell::new(1)));
    shared.lock().unwrap().set(2);
}

fn plain_data() {
    println!("{}", Arc::new(String::from("a")));
}

fn rc_of_a_cell() {
    Rc::new(Cell::new(1)).set(2);
}

fn rw_lock() {
    println!("{:?}", Arc::new(RwLock::new(1)));
}

fn generic<T>(value: T) -> Arc<T> {
    Arc::new(value)
}
