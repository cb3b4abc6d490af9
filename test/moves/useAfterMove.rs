// Values used after they have been moved away: by assignment, call, method, closure, loop, pattern.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::rc::Rc;
use std::sync::{mpsc, Arc, Mutex};
use std::thread;

fn take<T>(_: T) {}

fn assigned() {
    let a = String::from("a");
    let b = a;
    println!("{a}"); //~ ERROR[E0382] borrow of moved value: `a` <- a
}

fn passed() {
    let a = vec![1];
    take(a);
    take(a); //~ ERROR[E0382] use of moved value: `a` <- a
}

fn method_takes_self() {
    let v = vec![1, 2];
    let s: i32 = v.into_iter().sum();
    println!("{}", v.len()); //~ ERROR[E0382] borrow of moved value: `v` <- v
}

fn for_loop_takes() {
    let v = vec![1, 2];
    for x in v {
        take(x);
    }
    take(v); //~ ERROR[E0382] use of moved value: `v` <- v
}

fn into_closure() {
    let name = String::from("n");
    let f = move || name.len();
    println!("{}", name); //~ ERROR[E0382] borrow of moved value: `name` <- name
    f();
}

fn into_closure_by_use() {
    let name = String::from("n");
    let f = || take(name);
    f();
    println!("{}", name); //~ ERROR[E0382] borrow of moved value: `name` <- name
}

fn in_loop() {
    let a = Arc::new(Mutex::new(0));
    for _ in 0..3 {
        thread::spawn(move || { //~ ERROR[E0382] use of moved value: `a` <- move ||
            *a.lock().unwrap() += 1;
        });
    }
}

fn in_loop_plain() {
    let s = String::new();
    loop {
        take(s); //~ ERROR[E0382] use of moved value: `s` <- s
    }
}

fn in_while_with_break(go: bool) {
    let s = String::new();
    while go {
        take(s);
        break;
    }
    take(s); //~ ERROR[E0382] use of moved value: `s` <- s
}

fn conditional(c: bool) {
    let s = String::new();
    if c {
        take(s);
    }
    take(s); //~ ERROR[E0382] use of moved value: `s` <- s
}

fn in_match(o: Option<String>) {
    match o {
        Some(s) => take(s),
        None => {}
    }
    take(o); //~ ERROR[E0382] use of partially moved value: `o` <- o
}

fn partial() {
    struct P { a: String, b: String }
    let p = P { a: String::new(), b: String::new() };
    take(p.a);
    take(&p.b);
    take(p); //~ ERROR[E0382] use of partially moved value: `p` <- p
}

fn partial_tuple() {
    let t = (String::new(), String::new());
    let (a, _) = t;
    take(&t.1);
    take(t.0); //~ ERROR[E0382] use of moved value: `t.0` <- t.0
}

fn handle_joined_twice() {
    let h = thread::spawn(|| 1);
    h.join().unwrap();
    h.join().unwrap(); //~ ERROR[E0382] use of moved value: `h` <- h
}

fn sent() {
    let (tx, rx) = mpsc::channel();
    let s = String::from("x");
    tx.send(s).unwrap();
    println!("{s} {:?}", rx.recv()); //~ ERROR[E0382] borrow of moved value: `s` <- s
}

fn moved_twice_into_threads() {
    let data = Rc::new(5);
    let a = data;
    let b = data; //~ ERROR[E0382] use of moved value: `data` <- data
}

fn fn_once_called_twice(f: impl FnOnce()) {
    f();
    f(); //~ ERROR[E0382] use of moved value: `f` <- f
}

fn generic_not_copy<T>(t: T) -> (T, T) {
    (t, t) //~ ERROR[E0382] use of moved value: `t` <- t
}

fn boxed() {
    let b = Box::new(String::new());
    let s = *b;
    take(b); //~ ERROR[E0382] use of moved value: `b` <- b
}

fn reassigned() {
    let mut s = String::new();
    take(s);
    s = String::new();
    take(s);
}

fn operator() {
    let a = String::from("a");
    let c = a + "b";
    println!("{a}"); //~ ERROR[E0382] borrow of moved value: `a` <- a
}

fn shadowed() {
    let s = String::new();
    {
        let s = s;
        take(&s);
    }
    take(&s); //~ ERROR[E0382] borrow of moved value: `s` <- &s
}

fn struct_update() {
    #[derive(Default)]
    struct P { a: String, b: String, n: i32 }
    let p = P::default();
    let q = P { a: String::new(), ..p };
    take(p.n);
    take(p.b); //~ ERROR[E0382] use of moved value: `p.b` <- p.b
}

fn reference_is_copy() {
    let s = String::new();
    let r = &s;
    take(r);
    take(r);
}

fn exclusive_reference_moves() {
    let mut s = String::new();
    let r = &mut s;
    take(r);
    take(r); //~ ERROR[E0382] use of moved value: `r` <- r
}

fn returned_in_branch(c: bool) -> String {
    let s = String::new();
    if c {
        return s;
    }
    s
}

fn closure_moved() {
    let s = String::new();
    let f = move || take(&s);
    let g = f;
    f(); //~ ERROR[E0382] borrow of moved value: `f` <- f
}

fn let_else(o: Option<String>) {
    let Some(s) = o else { return };
    take(o); //~ ERROR[E0382] use of partially moved value: `o` <- o
}

fn if_let(o: Option<String>) {
    if let Some(s) = o {
        take(s);
    }
    take(o); //~ ERROR[E0382] use of partially moved value: `o` <- o
}

fn by_reference_pattern(o: Option<String>) {
    if let Some(ref s) = o {
        take(s);
    }
    take(o);
}

fn guard_moves(o: Option<String>) {
    match o {
        Some(s) if s.is_empty() => take(s),
        Some(s) => take(s),
        None => {}
    }
}

fn array_element() {
    let a = [String::new(), String::new()];
    let [x, y] = a;
    take(a); //~ ERROR[E0382] use of partially moved value: `a` <- a
}

fn main() {}
