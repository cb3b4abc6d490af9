// Changes of what is not declared mutable, or lies behind a shared reference or pointer.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

struct P { n: i32, v: Vec<i32> }

static LIMIT: i32 = 1;
static LIST: Vec<i32> = Vec::new();

fn immutable_variable() {
    let v = Vec::new();
    v.push(1);
}

fn immutable_field() {
    let p = P { n: 1, v: vec![] };
    p.n = 2;
    p.v.push(1);
}

fn immutable_argument(v: Vec<i32>) {
    v.push(1);
}

fn shared_reference(v: &Vec<i32>) {
    v.push(1);
}

fn shared_field(p: &P) {
    p.n = 1;
}

fn shared_deref(n: &i32) {
    *n = 1;
}

fn exclusive_reference(p: &mut P) {
    p.n = 1;
    p.v.push(1);
}

fn through_rc(p: Rc<P>) {
    p.n = 1;
}

fn through_arc() {
    let a = Arc::new(vec![1]);
    a.push(2);
}

fn through_guard(m: &Mutex<P>) {
    let g = m.lock().unwrap();
    g.n = 1;
}

fn through_read_guard(m: &RwLock<P>) {
    let mut g = m.read().unwrap();
    g.n = 1;
}

fn static_item() {
    LIMIT = 2;
    LIST.push(1);
}

fn borrowed_mutably() {
    let n = 1;
    let r = &mut n;
}

fn in_closure() {
    let n = 1;
    let mut f = || n += 1;
    f();
}

fn in_fn_closure(v: &mut Vec<i32>) {
    call(|| v.push(1));
}

fn counts_in_fn_closure() {
    let mut n = 0;
    call(|| n += 1);
}

fn call(f: impl Fn()) {
    f();
}

fn closure_not_mut() {
    let mut n = 0;
    let f = || n += 1;
    f();
}

fn pattern_binding(o: Option<Vec<i32>>) {
    if let Some(v) = o {
        v.push(1);
    }
}

fn reference_pattern(o: &Option<Vec<i32>>) {
    if let Some(v) = o {
        v.push(1);
    }
}

fn loop_variable(vs: Vec<Vec<i32>>) {
    for v in vs {
        v.push(1);
    }
    let xs = vec![1];
    for x in &xs {
        *x += 1;
    }
}

impl P {
    fn shared_self(&self) {
        self.n += 1;
    }
    fn own(self) {
        self.n = 2;
    }
    fn own_mut(mut self) {
        self.n = 2;
    }
}

fn index(v: Vec<i32>, s: &[i32]) {
    v[0] = 1;
    s[0] = 1;
}

fn raw(p: *const i32, q: *mut i32) {
    unsafe {
        *p = 1;
        *q = 1;
    }
}

fn reborrow(r: &mut i32) {
    let q = &mut r;
    let s = &mut *r;
}

fn boxed(b: Box<P>) {
    b.n = 1;
}

fn main() {}
