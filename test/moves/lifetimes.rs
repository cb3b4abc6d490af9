// References that would outlive what they refer to, and lifetimes that a signature does not promise.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::thread;

fn take<T>(_: T) {}

fn make() -> String {
    String::new()
}

fn inner_scope() {
    let r;
    {
        let s = String::new();
        r = &s; //~ ERROR[E0597] `s` does not live long enough <- &s
    }
    println!("{r}");
}

fn inner_scope_fine() {
    let s = String::new();
    let r;
    {
        r = &s;
    }
    println!("{r}");
}

fn temporary() {
    let r: &str = make().as_str(); //~ ERROR[E0716] temporary value dropped while borrowed <- make()
    println!("{r}");
}

fn temporary_extended() {
    let r = &make();
    println!("{r}");
}

fn temporary_guard(m: &Mutex<String>) {
    let r = m.lock().unwrap().as_str(); //~ ERROR[E0716] temporary value dropped while borrowed <- m.lock().unwrap()
    println!("{r}");
}

fn returns_local() -> &'static str {
    let s = String::new();
    &s //~ ERROR[E0515] cannot return reference to local variable `s` <- &s
}

fn returns_local_slice<'a>() -> &'a [i32] {
    let v = vec![1];
    &v[..] //~ ERROR[E0515] cannot return value referencing local variable `v` <- &v[..]
}

fn returns_argument(s: String) -> &'static str {
    s.as_str() //~ ERROR[E0515] cannot return value referencing function parameter `s` <- s.as_str()
}

fn returns_temporary() -> &'static str {
    make().as_str() //~ ERROR[E0515] cannot return value referencing temporary value <- make().as_str()
}

fn returns_promoted() -> &'static [i32] {
    &[1, 2, 3]
}

fn returns_struct_with_reference() -> Option<&'static String> {
    let s = String::new();
    Some(&s) //~ ERROR[E0515] cannot return value referencing local variable `s` <- Some(&s)
}

fn spawned() {
    let v = vec![1];
    thread::spawn(|| println!("{v:?}")); //~ ERROR[E0373] closure may outlive the current function, but it borrows `v`, which is owned by the current function <- ||
}

fn spawned_reference() {
    let v = vec![1];
    let r = &v; //~ ERROR[E0597] `v` does not live long enough <- &v
    thread::spawn(move || println!("{r:?}"));
}

fn spawned_parameter(v: &Vec<i32>) {
    thread::spawn(move || println!("{v:?}")); //~ ERROR[E0521] borrowed data escapes outside of function <- thread::spawn(move || println!("{v:?}"))
}

struct Counter { n: Mutex<i32> }
impl Counter {
    fn spawn(&self) {
        thread::spawn(move || { //~ ERROR[E0521] borrowed data escapes outside of method <- thread::spawn(move || {…
            *self.n.lock().unwrap() += 1;
        });
    }
}

fn returned_closure(n: i32) -> impl Fn() -> i32 {
    || n + 1 //~ ERROR[E0373] closure may outlive the current function, but it borrows `n`, which is owned by the current function <- ||
}

fn returned_boxed_closure() -> Box<dyn Fn() -> usize> {
    let s = String::new();
    Box::new(|| s.len()) //~ ERROR[E0373] closure may outlive the current function, but it borrows `s`, which is owned by the current function <- ||
}

fn pushed_closures() {
    let mut all: Vec<Box<dyn Fn() -> i32>> = Vec::new();
    for i in 0..3 {
        all.push(Box::new(|| i + 1)); //~ ERROR[E0597] `i` does not live long enough <- i
    }
}

fn two_lifetimes<'a, 'b>(x: &'a str, y: &'b str) -> &'a str {
    if x.is_empty() { y } else { x } //~ ERROR lifetime may not live long enough <- y
}

fn unnamed_and_named<'a>(x: &'a str, y: &str) -> &'a str {
    if x.is_empty() { y } else { x } //~ ERROR[E0621] explicit lifetime required in the type of `y` <- y
}

fn outlives<'a, 'b: 'a>(x: &'a str, y: &'b str) -> &'a str {
    y
}

struct Holder<'a> { s: &'a str, all: Vec<&'a str> }
impl<'a> Holder<'a> {
    fn set(&mut self, s: &str) {
        self.s = s; //~ ERROR[E0621] explicit lifetime required in the type of `s` <- self.s = s
    }
    fn push(&mut self, s: &'a str) {
        self.all.push(s);
    }
    fn get(&self) -> &'a str {
        self.s
    }
    fn get_short<'b>(&'b self) -> &'b str {
        self.s
    }
    fn wrong<'b>(&'b self, other: &'b str) -> &'a str {
        other //~ ERROR lifetime may not live long enough <- other
    }
}

fn generic_static<T: Debug + Send>(t: T) {
    thread::spawn(move || println!("{t:?}")); //~ ERROR[E0310] the parameter type `T` may not live long enough <- thread::spawn(move || println!("{t:?}"))
}

fn generic_boxed<T: Debug>(t: T) -> Box<dyn Debug> {
    Box::new(t) //~ ERROR[E0310] the parameter type `T` may not live long enough <- Box::new(t)
}

fn generic_boxed_fine<'a, T: Debug + 'a>(t: T) -> Box<dyn Debug + 'a> {
    Box::new(t)
}

fn guard_outlives_mutex() -> i32 {
    let m = Mutex::new(1);
    let g = m.lock().unwrap();
    *g
}

fn block_tail() -> i32 {
    let m = Mutex::new(1);
    *m.lock().unwrap() //~ ERROR[E0597] `m` does not live long enough <- m
}

fn match_tail() -> usize {
    let s = Mutex::new(String::new());
    match s.lock() { //~ ERROR[E0597] `s` does not live long enough <- s
        Ok(g) => g.len(),
        Err(_) => 0,
    }
}

fn drop_order() {
    let mut v: Vec<&String> = Vec::new();
    let s = String::new();
    v.push(&s);
}

fn drop_order_with_destructor() {
    struct Noisy<'a>(&'a str);
    impl Drop for Noisy<'_> {
        fn drop(&mut self) {}
    }
    let mut n = Noisy("");
    let s = String::new();
    n.0 = &s; //~ ERROR[E0597] `s` does not live long enough <- &s
}

fn scoped() {
    let mut v = vec![1];
    thread::scope(|s| {
        s.spawn(|| println!("{v:?}"));
        s.spawn(|| println!("{v:?}"));
    });
    v.push(1);
}

fn scoped_inner() {
    thread::scope(|s| {
        let v = vec![1];
        s.spawn(|| println!("{v:?}")); //~ ERROR[E0373] closure may outlive the current function, but it borrows `v`, which is owned by the current function <- ||
    });
}

fn static_reference() {
    let n = 1;
    let r: &'static i32 = &n; //~ ERROR[E0597] `n` does not live long enough <- &n
}

fn stored(all: &mut Vec<&'static str>, s: &str) {
    all.push(s); //~ ERROR[E0521] borrowed data escapes outside of function <- all.push(s)
}

fn iterator<'a>(v: &'a [String]) -> impl Iterator<Item = &'a str> {
    v.iter().map(|s| s.as_str())
}

fn main() {}
