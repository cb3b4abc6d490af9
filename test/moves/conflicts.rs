// Two borrows that do not go together, and uses, moves and assignments of what is borrowed.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::collections::HashMap;
use std::thread;

fn take<T>(_: T) {}

struct P { a: String, b: String, v: Vec<i32> }

fn two_mut() {
    let mut s = String::new();
    let a = &mut s;
    let b = &mut s; //~ ERROR[E0499] cannot borrow `s` as mutable more than once at a time <- &mut s
    a.push('x');
}

fn mut_and_shared() {
    let mut s = String::new();
    let a = &mut s;
    let b = &s; //~ ERROR[E0502] cannot borrow `s` as immutable because it is also borrowed as mutable <- &s
    a.push('x');
}

fn shared_and_mut() {
    let mut v = vec![1];
    let first = &v[0];
    v.push(2); //~ ERROR[E0502] cannot borrow `v` as mutable because it is also borrowed as immutable <- v.push(2)
    println!("{first}");
}

fn shared_then_done() {
    let mut v = vec![1];
    let first = v[0];
    let r = &v;
    println!("{r:?}");
    v.push(first);
}

fn while_iterating() {
    let mut v = vec![1];
    for x in &v {
        v.push(*x); //~ ERROR[E0502] cannot borrow `v` as mutable because it is also borrowed as immutable <- v.push(*x)
    }
}

fn iter_mut_and_len() {
    let mut v = vec![1];
    for x in v.iter_mut() {
        *x += v.len(); //~ ERROR[E0502] cannot borrow `v` as immutable because it is also borrowed as mutable <- v
    }
}

fn two_phase(v: &mut Vec<usize>) {
    v.push(v.len());
}

fn fields_are_apart(p: &mut P) {
    let a = &mut p.a;
    let b = &mut p.b;
    a.push('x');
    b.push('y');
}

fn fields_through_method(p: &mut P) {
    let a = p.first();
    p.b.push('x'); //~ ERROR[E0499] cannot borrow `p.b` as mutable more than once at a time <- p.b
    a.push('x');
}

impl P {
    fn first(&mut self) -> &mut String {
        &mut self.a
    }
    fn get(&self) -> &String {
        &self.a
    }
    fn self_conflict(&mut self) {
        for x in &self.v {
            self.change(*x); //~ ERROR[E0502] cannot borrow `*self` as mutable because it is also borrowed as immutable <- self.change(*x)
        }
    }
    fn change(&mut self, x: i32) {}
}

fn moved_while_borrowed() {
    let s = String::new();
    let r = &s;
    take(s); //~ ERROR[E0505] cannot move out of `s` because it is borrowed <- s
    println!("{r}");
}

fn moved_into_thread_while_borrowed() {
    let s = String::new();
    let r = &s;
    let h = thread::spawn(move || println!("{s}")); //~ ERROR[E0505] cannot move out of `s` because it is borrowed <- move ||
    println!("{r}");
}

fn assigned_while_borrowed() {
    let mut x = 1;
    let r = &x;
    x = 2; //~ ERROR[E0506] cannot assign to `x` because it is borrowed <- x = 2
    println!("{r}");
}

fn assigned_in_loop() {
    let mut x = 1;
    let mut all = Vec::new();
    for i in 0..3 {
        x = i; //~ ERROR[E0506] cannot assign to `x` because it is borrowed <- x = i
        all.push(&x);
    }
}

fn used_while_mut_borrowed() {
    let mut x = 1;
    let r = &mut x;
    let y = x + 1; //~ ERROR[E0503] cannot use `x` because it was mutably borrowed <- x
    *r = 2;
}

fn dropped_while_borrowed() {
    let s = String::new();
    let r = &s;
    drop(s); //~ ERROR[E0505] cannot move out of `s` because it is borrowed <- s
    println!("{r}");
}

fn closure_mut_and_use() {
    let mut n = 0;
    let mut inc = || n += 1;
    println!("{n}"); //~ ERROR[E0502] cannot borrow `n` as immutable because it is also borrowed as mutable <- n
    inc();
}

fn two_closures() {
    let mut n = 0;
    let mut a = || n += 1;
    let mut b = || n += 2; //~ ERROR[E0499] cannot borrow `n` as mutable more than once at a time <- ||
    a();
    b();
}

fn closure_shared_and_mut() {
    let mut v = vec![1];
    let f = || v.len();
    v.push(1); //~ ERROR[E0502] cannot borrow `v` as mutable because it is also borrowed as immutable <- v.push(1)
    f();
}

fn scoped_two_writers() {
    let mut total = 0;
    thread::scope(|s| {
        s.spawn(|| total += 1);
        s.spawn(|| total += 2); //~ ERROR[E0499] cannot borrow `total` as mutable more than once at a time <- ||
    });
}

fn mut_in_loop() {
    let mut s = String::new();
    let mut all: Vec<&mut String> = Vec::new();
    for _ in 0..2 {
        all.push(&mut s); //~ ERROR[E0499] cannot borrow `s` as mutable more than once at a time <- &mut s
    }
}

fn entry(map: &mut HashMap<String, i32>) {
    let a = map.get("a");
    map.insert("b".into(), 1); //~ ERROR[E0502] cannot borrow `*map` as mutable because it is also borrowed as immutable <- map.insert("b".into(), 1)
    take(a);
}

fn get_or_insert(map: &mut HashMap<String, i32>) -> &mut i32 {
    if !map.contains_key("a") {
        map.insert("a".into(), 1);
    }
    map.get_mut("a").unwrap()
}

fn problem_case_three(map: &mut HashMap<String, i32>) -> &i32 {
    match map.get("a") {
        Some(v) => v,
        None => {
            map.insert("a".into(), 1); //~ ERROR[E0502] cannot borrow `*map` as mutable because it is also borrowed as immutable <- map.insert("a".into(), 1)
            &map["a"]
        }
    }
}

fn split() {
    let mut a = [1, 2, 3, 4];
    let (l, r) = a.split_at_mut(2);
    l[0] = r[0];
    let x = &mut a[0];
    let y = &mut a[1]; //~ ERROR[E0499] cannot borrow `a[_]` as mutable more than once at a time <- &mut a[1]
    *x = *y;
}

fn slice_patterns() {
    let mut a = [1, 2, 3];
    let [x, y, _] = &mut a;
    *x = *y;
}

fn reborrow(s: &mut String) {
    let r = &mut *s;
    r.push('a');
    s.push('b');
}

fn reborrow_conflict(s: &mut String) {
    let r = &mut *s;
    s.push('b'); //~ ERROR[E0499] cannot borrow `*s` as mutable more than once at a time <- s
    r.push('a');
}

fn nested_method(v: &mut Vec<Vec<i32>>) {
    v[0].push(v[1][0]); //~ ERROR[E0502] cannot borrow `*v` as immutable because it is also borrowed as mutable <- v
}

fn option_as_mut(o: &mut Option<String>) {
    if let Some(s) = o {
        s.push('a');
        *o = None;
    }
}

fn option_as_mut_conflict(o: &mut Option<String>) {
    if let Some(s) = o {
        *o = None; //~ ERROR[E0506] cannot assign to `*o` because it is borrowed <- *o
        s.push('a');
    }
}

fn linked_list() {
    struct Node { next: Option<Box<Node>>, n: i32 }
    let mut head = Node { next: None, n: 1 };
    let mut at = &mut head;
    while let Some(ref mut next) = at.next {
        at = next;
    }
    at.n = 2;
    head.n = 3;
}

fn unique_closure() {
    let mut s = String::new();
    let r = &mut s;
    let mut f = || r.push('a');
    r.push('b'); //~ ERROR[E0501] cannot borrow `*r` as mutable because previous closure requires unique access <- r
    f();
}

fn main() {}
