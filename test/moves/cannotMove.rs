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
    take(p.name); //~ ERROR[E0507] cannot move out of `p.name` which is behind a shared reference <- p.name
}

fn whole_reference(s: &String) {
    let t = *s; //~ ERROR[E0507] cannot move out of `*s` which is behind a shared reference <- *s
}

fn behind_mut_reference(p: &mut P) {
    let s = p.name; //~ ERROR[E0507] cannot move out of `p.name` which is behind a mutable reference <- p.name
}

fn out_of_index(v: Vec<String>) {
    let s = v[0]; //~ ERROR[E0507] cannot move out of index of `Vec<String>` <- v[0]
}

fn out_of_slice(v: &[String]) {
    let s = v[0]; //~ ERROR[E0508] cannot move out of type `[String]`, a non-copy slice <- v[0]
}

fn out_of_array(a: [String; 2], i: usize) {
    let s = a[i]; //~ ERROR[E0508] cannot move out of type `[String; 2]`, a non-copy array <- a[i]
}

fn out_of_rc(r: Rc<String>) {
    take(*r); //~ ERROR[E0507] cannot move out of an `Rc` <- *r
}

fn out_of_arc(r: Arc<P>) {
    take(r.name); //~ ERROR[E0507] cannot move out of an `Arc` <- r.name
}

fn out_of_guard(m: &Mutex<String>) {
    let g = m.lock().unwrap();
    take(*g); //~ ERROR[E0507] cannot move out of dereference of `MutexGuard<'_, String>` <- *g
}

fn out_of_refcell(c: &RefCell<Option<String>>) {
    let s = c.borrow().unwrap(); //~ ERROR[E0507] cannot move out of dereference of `Ref<'_, Option<String>>` <- c.borrow()
}

fn out_of_drop(d: D) {
    take(d.name); //~ ERROR[E0509] cannot move out of type `D`, which implements the `Drop` trait <- d.name
}

fn out_of_static() {
    take(NAME); //~ ERROR[E0507] cannot move out of static item `NAME` <- NAME
}

fn self_method(p: &P) {
    p.name.into_bytes(); //~ ERROR[E0507] cannot move out of `p.name` which is behind a shared reference <- p.name
}

impl P {
    fn name(&self) -> String {
        self.name //~ ERROR[E0507] cannot move out of `self.name` which is behind a shared reference <- self.name
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
        take(t); //~ ERROR[E0507] cannot move out of `t`, a captured variable in an `FnMut` closure <- t
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
    call_fn(move || s); //~ ERROR[E0507] cannot move out of `s`, a captured variable in an `Fn` closure <- s
}

fn option_behind_reference(o: &Option<String>) {
    let s = o.unwrap(); //~ ERROR[E0507] cannot move out of `*o` which is behind a shared reference <- o
}

fn match_behind_reference(o: &Option<String>) {
    match *o { //~ ERROR[E0507] cannot move out of `o` as enum variant `Some` which is behind a shared reference <- *o
        Some(s) => take(s),
        None => {}
    }
}

fn let_behind_reference(p: &P) {
    let P { name, n } = *p; //~ ERROR[E0507] cannot move out of `p.name` which is behind a shared reference <- *p
}

fn deref_of_box(b: Box<P>) -> String {
    b.name
}

fn raw(p: *const String) -> String {
    unsafe { *p } //~ ERROR[E0507] cannot move out of `*p` which is behind a raw pointer <- *p
}

fn for_over_reference(v: &Vec<String>) {
    for s in *v { //~ ERROR[E0507] cannot move out of `*v` which is behind a shared reference <- *v
        take(s);
    }
}

fn main() {}
