// Moves out of what must stay whole: references, indexes, shared pointers, captured variables, types with a destructor.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

fn take<T>(_: T) {}

struct P { name: String, n: i32 }

struct D { name: String }
impl Drop for D {
    fn drop(&mut self) {}
}

static NAME: String = String::new();

fn behind_reference(p: &P) {
    take(p.name);
}

fn whole_reference(s: &String) {
    let t = *s;
}

fn behind_mut_reference(p: &mut P) {
    let s = p.name;
}

fn out_of_index(v: Vec<String>) {
    let s = v[0];
}

fn out_of_slice(v: &[String]) {
    let s = v[0];
}

fn out_of_array(a: [String; 2], i: usize) {
    let s = a[i];
}

fn out_of_rc(r: Rc<String>) {
    take(*r);
}

fn out_of_arc(r: Arc<P>) {
    take(r.name);
}

fn out_of_guard(m: &Mutex<String>) {
    let g = m.lock().unwrap();
    take(*g);
}

fn out_of_refcell(c: &RefCell<Option<String>>) {
    let s = c.borrow().unwrap();
}

fn out_of_drop(d: D) {
    take(d.name);
}

fn out_of_static() {
    take(NAME);
}

fn self_method(p: &P) {
    p.name.into_bytes();
}

impl P {
    fn name(&self) -> String {
        self.name
    }
    fn n(&self) -> i32 {
        self.n
    }
}

fn captured_fn_mut() {
    let s = String::new();
    let f = || s;
    let mut g = f;
    let t = String::new();
    call_mut(move || {
        take(t);
    });
}

fn call_mut(mut f: impl FnMut()) {
    f();
}

fn call_fn(f: impl Fn() -> String) {
    f();
}

fn captured_fn() {
    let s = String::new();
    call_fn(move || s);
}

fn option_behind_reference(o: &Option<String>) {
    let s = o.unwrap();
}

fn match_behind_reference(o: &Option<String>) {
    match *o {
        Some(s) => take(s),
        None => {}
    }
}

fn let_behind_reference(p: &P) {
    let P { name, n } = *p;
}

fn deref_of_box(b: Box<P>) -> String {
    b.name
}

fn raw(p: *const String) -> String {
    unsafe { *p }
}

fn for_over_reference(v: &Vec<String>) {
    for s in *v {
        take(s);
    }
}

fn main() {}
