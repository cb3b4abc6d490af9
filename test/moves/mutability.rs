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
    v.push(1); //~ ERROR[E0596] cannot borrow `v` as mutable, as it is not declared as mutable <- v
}

fn immutable_field() {
    let p = P { n: 1, v: vec![] };
    p.n = 2; //~ ERROR[E0594] cannot assign to `p.n`, as `p` is not declared as mutable <- p.n = 2
    p.v.push(1); //~ ERROR[E0596] cannot borrow `p.v` as mutable, as `p` is not declared as mutable <- p.v
}

fn immutable_argument(v: Vec<i32>) {
    v.push(1); //~ ERROR[E0596] cannot borrow `v` as mutable, as it is not declared as mutable <- v
}

fn shared_reference(v: &Vec<i32>) {
    v.push(1); //~ ERROR[E0596] cannot borrow `*v` as mutable, as it is behind a `&` reference <- v
}

fn shared_field(p: &P) {
    p.n = 1; //~ ERROR[E0594] cannot assign to `p.n`, which is behind a `&` reference <- p.n = 1
}

fn shared_deref(n: &i32) {
    *n = 1; //~ ERROR[E0594] cannot assign to `*n`, which is behind a `&` reference <- *n = 1
}

fn exclusive_reference(p: &mut P) {
    p.n = 1;
    p.v.push(1);
}

fn through_rc(p: Rc<P>) {
    p.n = 1; //~ ERROR[E0594] cannot assign to data in an `Rc` <- p.n = 1
}

fn through_arc() {
    let a = Arc::new(vec![1]);
    a.push(2); //~ ERROR[E0596] cannot borrow data in an `Arc` as mutable <- a
}

fn through_guard(m: &Mutex<P>) {
    let g = m.lock().unwrap();
    g.n = 1; //~ ERROR[E0596] cannot borrow `g` as mutable, as it is not declared as mutable <- g
}

fn through_read_guard(m: &RwLock<P>) {
    let mut g = m.read().unwrap();
    g.n = 1; //~ ERROR[E0594] cannot assign to data in dereference of `RwLockReadGuard<'_, P>` <- g.n = 1
}

fn static_item() {
    LIMIT = 2; //~ ERROR[E0594] cannot assign to immutable static item `LIMIT` <- LIMIT = 2
    LIST.push(1); //~ ERROR[E0596] cannot borrow immutable static item `LIST` as mutable <- LIST
}

fn borrowed_mutably() {
    let n = 1;
    let r = &mut n; //~ ERROR[E0596] cannot borrow `n` as mutable, as it is not declared as mutable <- &mut n
}

fn in_closure() {
    let n = 1;
    let mut f = || n += 1; //~ ERROR[E0594] cannot assign to `n`, as it is not declared as mutable <- n += 1
    f();
}

fn in_fn_closure(v: &mut Vec<i32>) {
    call(|| v.push(1)); //~ ERROR[E0596] cannot borrow `*v` as mutable, as it is a captured variable in a `Fn` closure <- v
}

fn counts_in_fn_closure() {
    let mut n = 0;
    call(|| n += 1); //~ ERROR[E0594] cannot assign to `n`, as it is a captured variable in a `Fn` closure <- n += 1
}

fn call(f: impl Fn()) {
    f();
}

fn closure_not_mut() {
    let mut n = 0;
    let f = || n += 1;
    f(); //~ ERROR[E0596] cannot borrow `f` as mutable, as it is not declared as mutable <- f
}

fn pattern_binding(o: Option<Vec<i32>>) {
    if let Some(v) = o {
        v.push(1); //~ ERROR[E0596] cannot borrow `v` as mutable, as it is not declared as mutable <- v
    }
}

fn reference_pattern(o: &Option<Vec<i32>>) {
    if let Some(v) = o {
        v.push(1); //~ ERROR[E0596] cannot borrow `*v` as mutable, as it is behind a `&` reference <- v
    }
}

fn loop_variable(vs: Vec<Vec<i32>>) {
    for v in vs {
        v.push(1); //~ ERROR[E0596] cannot borrow `v` as mutable, as it is not declared as mutable <- v
    }
    let xs = vec![1];
    for x in &xs {
        *x += 1; //~ ERROR[E0594] cannot assign to `*x`, which is behind a `&` reference <- *x += 1
    }
}

impl P {
    fn shared_self(&self) {
        self.n += 1; //~ ERROR[E0594] cannot assign to `self.n`, which is behind a `&` reference <- self.n += 1
    }
    fn own(self) {
        self.n = 2; //~ ERROR[E0594] cannot assign to `self.n`, as `self` is not declared as mutable <- self.n = 2
    }
    fn own_mut(mut self) {
        self.n = 2;
    }
}

fn index(v: Vec<i32>, s: &[i32]) {
    v[0] = 1; //~ ERROR[E0596] cannot borrow `v` as mutable, as it is not declared as mutable <- v
    s[0] = 1; //~ ERROR[E0594] cannot assign to `s[_]`, which is behind a `&` reference <- s[0] = 1
}

fn raw(p: *const i32, q: *mut i32) {
    unsafe {
        *p = 1; //~ ERROR[E0594] cannot assign to `*p`, which is behind a `*const` pointer <- *p = 1
        *q = 1;
    }
}

fn reborrow(r: &mut i32) {
    let q = &mut r; //~ ERROR[E0596] cannot borrow `r` as mutable, as it is not declared as mutable <- &mut r
    let s = &mut *r;
}

fn boxed(b: Box<P>) {
    b.n = 1; //~ ERROR[E0594] cannot assign to `b.n`, as `b` is not declared as mutable <- b.n = 1
}

fn main() {}
