use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
struct Wrap {
    inner: Rc<i32>,
}
fn need<T: Send>(t: T) {}
fn need2<T: Send, U>(t: T, u: U)
where
    T: Clone,
{
}
fn need_ty<T: Send>() {}
fn main() {
    let r = Rc::new(1);
    thread::spawn(move || {
        println!("{}", r);
    });
    let a = Arc::new(RefCell::new(1));
    thread::spawn(move || {
        *a.borrow_mut() += 1;
    });
    let w = Wrap { inner: Rc::new(2) };
    thread::spawn(move || {
        let k = &w;
    });
    let c = Cell::new(1);
    thread::scope(|s| {
        s.spawn(|| {
            c.set(2);
        });
    });
    let m = Mutex::new(1);
    let g = m.lock().unwrap();
    need(g);
//~^ ERROR[E0277] 10: `MutexGuard<'_, {integer}>` cannot be sent between threads safely
    need2(Rc::new(1), 2);
//~^ ERROR[E0277] 11: `Rc<{integer}>` cannot be sent between threads safely
    need_ty::<Rc<i32>>();
//~^ ERROR[E0277] 15: `Rc<i32>` cannot be sent between threads safely
    let p = &mut 5 as *mut i32;
    need(p);
//~^ ERROR[E0277] 10: `*mut i32` cannot be sent between threads safely
    let am = Arc::new(Mutex::new(Rc::new(1)));
    thread::spawn(move || {
        let x = am.lock();
    });
    let h = thread::spawn(|| Rc::new(1));
//~^ ERROR[E0277] 13: `Rc<{integer}>` cannot be sent between threads safely
    let b: Box<dyn Fn()> = Box::new(|| ());
    thread::spawn(move || b());
    let v: Vec<Rc<i32>> = vec![];
    need((1, v));
//~^ ERROR[E0277] 10: `Rc<i32>` cannot be sent between threads safely
    let d: Box<dyn std::fmt::Debug> = Box::new(1);
    need(d);
//~^ ERROR[E0277] 10: `dyn Debug` cannot be sent between threads safely
    need::<&Cell<i32>>(&Cell::new(1));
//~^ ERROR[E0277] 12: `&Cell<i32>` cannot be sent between threads safely
}
struct Task {
    run: Box<dyn FnOnce()>,
}
struct Holder<T> {
    value: T,
}
fn objects_in_fields(task: Task, held: Holder<Box<dyn FnOnce()>>) {
    need(task);
//~^ ERROR[E0277] 10: `(dyn FnOnce() + 'static)` cannot be sent between threads safely
    need(held);
//~^ ERROR[E0277] 10: `dyn FnOnce()` cannot be sent between threads safely
}
