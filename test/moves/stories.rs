// Each error with what rustc writes under the places that tell its story.
//@ edition: 2021
#![allow(unused, dead_code)]
use std::sync::{Arc, Mutex};
use std::thread;

fn take<T>(_: T) {}
struct Noisy<'a>(&'a mut u32);
impl Drop for Noisy<'_> {
    fn drop(&mut self) {}
}
struct Buffer<'a> {
    bytes: &'a mut Vec<u8>,
}
impl Drop for Buffer<'_> {
    fn drop(&mut self) {}
}

fn moved_in_a_loop(jobs: Vec<String>) {
    for _ in 0..3 {
        take(jobs); //~ ERROR[E0382] use of moved value: `jobs` <- jobs
    }
}
fn moved_into_a_thread() {
    let lock = Arc::new(Mutex::new(1));
    let worker = thread::spawn(move || *lock.lock().unwrap() += 1);
    println!("{:?}", lock); //~ ERROR[E0382] borrow of moved value: `lock` <- lock
}
fn moved_by_a_method(list: Vec<u8>) {
    let all = list.into_iter();
    take(list.len()); //~ ERROR[E0382] borrow of moved value: `list` <- list
}
fn partly_moved(pair: (String, String)) {
    take(pair.0);
    take(&pair); //~ ERROR[E0382] borrow of partially moved value: `pair` <- &pair
}
fn two_exclusive(list: &mut Vec<u8>) {
    let first = &mut *list;
    let second = &mut *list; //~ ERROR[E0499] cannot borrow `*list` as mutable more than once at a time <- &mut *list
    first.push(1);
    second.push(2);
}
fn shared_then_exclusive(list: &mut Vec<u8>) {
    let first = &list[0];
    list.push(*first); //~ ERROR[E0502] cannot borrow `*list` as mutable because it is also borrowed as immutable <- list.push(*first)
    take(first);
}
fn in_a_loop() {
    let mut list = vec![1];
    let mut all: Vec<&mut u8> = Vec::new();
    for _ in 0..2 {
        all.push(&mut list[0]); //~ ERROR[E0499] cannot borrow `list` as mutable more than once at a time <- list
    }
}
fn closures_exclusive() {
    let mut n = 0;
    let mut add = || n += 1;
    let mut more = || n += 2; //~ ERROR[E0499] cannot borrow `n` as mutable more than once at a time <- ||
    add();
    more();
}
fn closure_needs_unique(list: &mut Vec<u8>) {
    let first = &mut *list;
    let mut add = || list.push(1); //~ ERROR[E0500] closure requires unique access to `*list` but it is already borrowed <- ||
    first.push(2);
    add();
}
fn closure_holds_unique(list: &mut Vec<u8>) {
    let mut add = || list.push(1);
    take(&list); //~ ERROR[E0501] cannot borrow `list` as immutable because previous closure requires unique access <- &list
    add();
}
fn used_while_borrowed() {
    let mut n = 1;
    let borrowed = &mut n;
    let copy = n + 1; //~ ERROR[E0503] cannot use `n` because it was mutably borrowed <- n
    *borrowed = copy;
}
fn moved_while_borrowed(text: String) {
    let part = &text;
    drop(text); //~ ERROR[E0505] cannot move out of `text` because it is borrowed <- text
    take(part);
}
fn assigned_while_borrowed() {
    let mut n = 1;
    let borrowed = &n;
    n = 2; //~ ERROR[E0506] cannot assign to `n` because it is borrowed <- n = 2
    take(borrowed);
}
fn out_of_a_borrow(text: &String, list: &[String], array: [String; 2], noisy: Noisy<'_>) {
    let a = *text; //~ ERROR[E0507] cannot move out of `*text` which is behind a shared reference <- *text
    let b = list[0]; //~ ERROR[E0508] cannot move out of type `[String]`, a non-copy slice <- list[0]
    let c = array[0]; //~ ERROR[E0508] cannot move out of type `[String; 2]`, a non-copy array <- array[0]
    let Noisy(d) = noisy; //~ ERROR[E0509] cannot move out of type `Noisy<'_>`, which implements the `Drop` trait <- noisy
}
fn in_a_guard(mut word: Option<String>) {
    match word {
        Some(ref text) if { word = None; false } => {} //~ ERROR[E0510] cannot assign `word` in match guard <- word
        _ => {}
    }
}
fn returned<'a>() -> &'a str {
    let text = String::new();
    &text //~ ERROR[E0515] cannot return reference to local variable `text` <- &text
}
fn too_short() {
    let longer;
    {
        let text = String::new();
        longer = &text; //~ ERROR[E0597] `text` does not live long enough <- &text
    }
    take(longer);
}
fn temporary() {
    let text = String::from("a").as_str(); //~ ERROR[E0716] temporary value dropped while borrowed <- String::from("a")
    take(text);
}
fn dropped_before<'a>(buffer: Buffer<'a>) -> &'a mut Vec<u8> {
    &mut *buffer.bytes //~ ERROR[E0713] borrow may still be in use when destructor runs <- &mut *buffer.bytes
}
fn sent(text: &str) {
    thread::spawn(move || println!("{text}")); //~ ERROR[E0521] borrowed data escapes outside of function <- thread::spawn(move || println!("{text}"))
}
fn borrowed_by_a_thread() {
    let n = 1;
    thread::spawn(|| println!("{n}")); //~ ERROR[E0373] closure may outlive the current function, but it borrows `n`, which is owned by the current function <- ||
}
fn longer<'a>(a: &'a str, b: &str) -> &'a str {
    if a.is_empty() { b } else { a } //~ ERROR[E0621] explicit lifetime required in the type of `b` <- b
}
fn immutable(list: Vec<u8>, text: &String) {
    list.push(1); //~ ERROR[E0596] cannot borrow `list` as mutable, as it is not declared as mutable <- list
    text.push('a'); //~ ERROR[E0596] cannot borrow `*text` as mutable, as it is behind a `&` reference <- text
    let n = 1;
    n = 2; //~ ERROR[E0384] cannot assign twice to immutable variable `n` <- n = 2
    let read = 1;
    let write = || read = 2; //~ ERROR[E0594] cannot assign to `read`, as it is not declared as mutable <- read = 2
    let late: u8;
    take(late); //~ ERROR[E0381] used binding `late` isn't initialized <- late
}
fn for_ever<T>(value: T) -> Box<dyn Send>
where
    T: Send,
{
    Box::new(value) //~ ERROR[E0310] the parameter type `T` may not live long enough <- Box::new(value)
}
fn two_phases() {
    let mut list = vec![1];
    list.push(list.len());
    let pushed = &mut list;
    pushed.push(pushed.len());
    let first = &list[0];
    list.push(*first);
}
fn reborrows(list: &mut Vec<u8>) {
    let inner = &mut *list;
    inner.push(1);
    list.push(2);
    let again: &mut Vec<u8> = list;
    again.push(3);
    list.push(4);
    take(list);
    list.push(5); //~ ERROR[E0382] borrow of moved value: `list` <- list
}
fn disjoint(pair: &mut (String, Vec<u8>)) {
    let left = &mut pair.0;
    let right = &mut pair.1;
    left.push('a');
    right.push(1);
    let whole = &mut *pair; //~ ERROR[E0499] cannot borrow `*pair` as mutable more than once at a time <- &mut *pair
    left.push('b');
    whole.1.push(2);
}
fn main() {}
