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
    let b = &mut s;
    a.push('x');
}

fn mut_and_shared() {
    let mut s = String::new();
    let a = &mut s;
    let b = &s;
    a.push('x');
}

fn shared_and_mut() {
    let mut v = vec![1];
    let first = &v[0];
    v.push(2);
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
        v.push(*x);
    }
}

fn iter_mut_and_len() {
    let mut v = vec![1];
    for x in v.iter_mut() {
        *x += v.len();
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
    p.b.push('x');
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
            self.change(*x);
        }
    }
    fn change(&mut self, x: i32) {}
}

fn moved_while_borrowed() {
    let s = String::new();
    let r = &s;
    take(s);
    println!("{r}");
}

fn moved_into_thread_while_borrowed() {
    let s = String::new();
    let r = &s;
    let h = thread::spawn(move || println!("{s}"));
    println!("{r}");
}

fn assigned_while_borrowed() {
    let mut x = 1;
    let r = &x;
    x = 2;
    println!("{r}");
}

fn assigned_in_loop() {
    let mut x = 1;
    let mut all = Vec::new();
    for i in 0..3 {
        x = i;
        all.push(&x);
    }
}

fn used_while_mut_borrowed() {
    let mut x = 1;
    let r = &mut x;
    let y = x + 1;
    *r = 2;
}

fn dropped_while_borrowed() {
    let s = String::new();
    let r = &s;
    drop(s);
    println!("{r}");
}

fn closure_mut_and_use() {
    let mut n = 0;
    let mut inc = || n += 1;
    println!("{n}");
    inc();
}

fn two_closures() {
    let mut n = 0;
    let mut a = || n += 1;
    let mut b = || n += 2;
    a();
    b();
}

fn closure_shared_and_mut() {
    let mut v = vec![1];
    let f = || v.len();
    v.push(1);
    f();
}

fn scoped_two_writers() {
    let mut total = 0;
    thread::scope(|s| {
        s.spawn(|| total += 1);
        s.spawn(|| total += 2);
    });
}

fn mut_in_loop() {
    let mut s = String::new();
    let mut all: Vec<&mut String> = Vec::new();
    for _ in 0..2 {
        all.push(&mut s);
    }
}

fn entry(map: &mut HashMap<String, i32>) {
    let a = map.get("a");
    map.insert("b".into(), 1);
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
            map.insert("a".into(), 1);
            &map["a"]
        }
    }
}

fn split() {
    let mut a = [1, 2, 3, 4];
    let (l, r) = a.split_at_mut(2);
    l[0] = r[0];
    let x = &mut a[0];
    let y = &mut a[1];
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
    s.push('b');
    r.push('a');
}

fn nested_method(v: &mut Vec<Vec<i32>>) {
    v[0].push(v[1][0]);
}

fn option_as_mut(o: &mut Option<String>) {
    if let Some(s) = o {
        s.push('a');
        *o = None;
    }
}

fn option_as_mut_conflict(o: &mut Option<String>) {
    if let Some(s) = o {
        *o = None;
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
    r.push('b');
    f();
}

fn main() {}
