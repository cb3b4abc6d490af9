use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
struct Wrap {
    inner: Rc<i32>,
}
fn a1() {
    let r = Rc::new(1);
    thread::spawn(move || {
//~^ ERROR[E0277] 19: `Rc<i32>` cannot be sent between threads safely
        println!("{}", r);
    });
    let a = Arc::new(RefCell::new(1));
    thread::spawn(move || {
//~^ ERROR[E0277] 19: `RefCell<i32>` cannot be shared between threads safely
        *a.borrow_mut() += 1;
    });
    let w = Wrap { inner: Rc::new(2) };
    thread::spawn(move || {
        let k = &w;
    });
    let c = Cell::new(1);
    thread::scope(|s| {
        s.spawn(|| {
//~^ ERROR[E0277] 17: `Cell<i32>` cannot be shared between threads safely
            c.set(2);
        });
    });
    let am = Arc::new(Mutex::new(Rc::new(1)));
    thread::spawn(move || {
        let x = am.lock();
    });
    let b: Box<dyn Fn()> = Box::new(|| ());
    thread::spawn(move || b());
//~^ ERROR[E0277] 19: `dyn Fn()` cannot be sent between threads safely
    let f = move || {
        let q = Rc::new(1);
    };
    thread::spawn(f);
    let rr = Rc::new(5);
    let g = move || {
        let q = rr.clone();
    };
    thread::spawn(g);
    let h = thread::Builder::new().spawn(move || {
        am.lock().unwrap();
    });
}
fn main() {}
