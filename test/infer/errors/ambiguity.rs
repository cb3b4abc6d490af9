use std::sync::mpsc;
trait Tr {}
impl<T: Tr> Tr for Vec<T> {}
impl Tr for i32 {}
impl Tr for u8 {}
fn need<T: Send>(t: T) {}
fn tr<T: Tr>(t: T) {}
fn mk<T>() -> T {
    loop {}
}
fn mv<T>() -> Vec<T> {
    loop {}
}
fn a1() {
    let x = mk();
//~^ ERROR[E0283] 9: type annotations needed
    need(x);
}
fn a3() {
    let x = mk();
//~^ ERROR[E0283] 9: type annotations needed
    tr(x);
}
fn a4() {
    let x = mv();
//~^ ERROR[E0282] 9: type annotations needed for `Vec<_>`
    tr(x);
}
fn a5() {
    let x = mv();
//~^ ERROR[E0282] 9: type annotations needed for `Vec<_>`
    need(x);
}
fn a7() {
    let (x, y) = (mv(), 1);
//~^ ERROR[E0282] 19: type annotations needed
    tr(x);
}
fn a8() {
    let x = Vec::new();
//~^ ERROR[E0282] 9: type annotations needed for `Vec<_>`
    let y = 1;
    tr(x);
}
fn b2() {
    let (tx, rx) = mpsc::channel();
//~^ ERROR[E0282] 20: type annotations needed
}
fn b3() {
    let x = Vec::new();
//~^ ERROR[E0282] 9: type annotations needed for `Vec<_>`
}
fn b4() {
    let x = None;
//~^ ERROR[E0282] 9: type annotations needed for `Option<_>`
}
fn b5() {
    let x = "5".parse().unwrap();
//~^ ERROR[E0284] 9: type annotations needed
}
fn b6() {
    let x = "1 2".split(' ').collect();
//~^ ERROR[E0283] 9: type annotations needed
}
fn b8() {
    let x = Default::default();
//~^ ERROR[E0790] 13: cannot call associated function on trait without specifying the corresponding `impl` type
}
fn c0() {
    let y = |x| x.foo();
//~^ ERROR[E0282] 14: type annotations needed
}
fn d1() {
    let mut v = Vec::new();
//~^ ERROR[E0282] 9: type annotations needed for `Vec<_>`
    v.len();
}
fn d3() {
    let s = [1, 2].iter().sum();
//~^ ERROR[E0283] 9: type annotations needed
}
fn d4() {
    let x = std::mem::size_of();
//~^ ERROR[E0282] 13: type annotations needed
}
fn d5() {
    let r = Ok(1);
//~^ ERROR[E0282] 9: type annotations needed for `Result<i32, _>`
}
fn d6() {
    let c = |a, b| ();
//~^ ERROR[E0282] 14: type annotations needed
}
fn main() {}
