use std::fmt::{Debug, Display};
struct S;
fn t<T>() -> T {
    loop {}
}
fn a1() {
    println!("{}", S);
//~^ ERROR[E0277] 20: `S` doesn't implement `Display`
    println!("{:?}", S);
//~^ ERROR[E0277] 22: `S` doesn't implement `Debug`
    println!("{:x}", S);
//~^ ERROR[E0277] 22: the trait bound `S: LowerHex` is not satisfied
    let k = S;
    println!("{k}");
//~^ ERROR[E0277] 15: `S` doesn't implement `Display`
}
fn a2() {
    for x in 5 {}
//~^ ERROR[E0277] 14: `{integer}` is not an iterator
    for y in S {}
//~^ ERROR[E0277] 14: `S` is not an iterator
}
fn a3() {
    let v = vec![1];
    let x = v[1i32];
//~^ ERROR[E0277] 15: the type `[{integer}]` cannot be indexed by `i32`
    let y = v["a"];
//~^ ERROR[E0277] 15: the type `[{integer}]` cannot be indexed by `&str`
    let s = "abc";
    s[0];
//~^ ERROR[E0277] 7: the type `str` cannot be indexed by `{integer}`
}
fn a4() -> i32 {
    let x: Result<i32, String> = Ok(1);
    x?
//~^ ERROR[E0277] 6: the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)
}
fn a5() -> Result<i32, S> {
    let x: Result<i32, String> = Ok(1);
    Ok(x?)
//~^ ERROR[E0277] 9: `?` couldn't convert the error to `S`
}
fn a6() -> Option<i32> {
    let x: Result<i32, String> = Ok(1);
    Some(x?)
//~^ ERROR[E0277] 11: the `?` operator can only be used on `Option`s, not `Result`s, in a function that returns `Option`
}
fn a8() {
    let v: Vec<i32> = vec!["a"].into_iter().collect();
//~^ ERROR[E0277] 45: a value of type `Vec<i32>` cannot be built from an iterator over elements of type `&str`
}
fn a9() {
    let v: i32 = vec!["a"].into_iter().sum();
//~^ ERROR[E0277] 40: a value of type `i32` cannot be made by summing an iterator over elements of type `&str`
}
fn b1() {
    let s: Vec<i32> = "a".into();
//~^ ERROR[E0277] 27: the trait bound `Vec<i32>: From<&str>` is not satisfied
    let n: u8 = 5i32.into();
//~^ ERROR[E0277] 22: the trait bound `u8: From<i32>` is not satisfied
}
fn b2() {
    let x = 1i32 == 1.5;
//~^ ERROR[E0308] 21: mismatched types
    let y = S == S;
//~^ ERROR[E0369] 15: binary operation `==` cannot be applied to type `S`
    let z = S < S;
//~^ ERROR[E0369] 15: binary operation `<` cannot be applied to type `S`
    let w = 1 + "a";
//~^ ERROR[E0277] 15: cannot add `&str` to `{integer}`
    let q = S + 1;
//~^ ERROR[E0369] 15: cannot add `{integer}` to `S`
    let u = -S;
//~^ ERROR[E0600] 13: cannot apply unary operator `-` to type `S`
    let n = !S;
//~^ ERROR[E0600] 13: cannot apply unary operator `!` to type `S`
}
fn b3() {
    let mut i = 1;
    i += 1.5;
//~^ ERROR[E0277] 7: cannot add-assign `{float}` to `{integer}`
    let mut s = S;
    s += 1;
//~^ ERROR[E0368] 5: binary assignment operation `+=` cannot be applied to type `S`
    let e = 1u8 == S;
//~^ ERROR[E0308] 20: mismatched types
}
fn b4() {
    let c: Box<dyn Fn(i32)> = Box::new(5);
//~^ ERROR[E0277] 31: expected a `Fn(i32)` closure, found `{integer}`
}
fn b5(x: [i32]) {}
//~^ ERROR[E0277] 10: the size for values of type `[i32]` cannot be known at compilation time
fn b6() {
    let x = *"abc";
//~^ ERROR[E0277] 9: the size for values of type `str` cannot be known at compilation time
}
fn need<T: Clone + Default + Debug>(t: T) {}
fn b7() {
    need(S);
//~^ ERROR[E0277] 10: the trait bound `S: Clone` is not satisfied
//~^^ ERROR[E0277] 10: the trait bound `S: Default` is not satisfied
//~^^^ ERROR[E0277] 10: `S` doesn't implement `Debug`
}
fn b8() {
    vec![1].iter().map(|x| x).max_by_key(5);
//~^ ERROR[E0277] 42: expected a `FnMut(&&{integer})` closure, found `{integer}`
}
fn b9() {
    std::panic::catch_unwind(|| {});
    let h: std::collections::HashMap<f64, i32> = std::collections::HashMap::new();
    let mut h2 = std::collections::HashMap::new();
    h2.insert(1.5, 1);
//~^ ERROR[E0277] 8: the trait bound `{float}: Eq` is not satisfied
//~^^ ERROR[E0277] 8: the trait bound `{float}: Hash` is not satisfied
}
fn c1() {
    let x: Vec<S> = vec![];
    x.clone();
//~^ ERROR[E0599] 7: the method `clone` exists for struct `Vec<S>`, but its trait bounds were not satisfied
    let mut v = vec![S];
    v.sort();
//~^ ERROR[E0277] 7: the trait bound `S: Ord` is not satisfied
}
fn c2() {
    assert_eq!(1, "a");
//~^ ERROR[E0277] 5: can't compare `{integer}` with `&str`
    assert!(5);
//~^ ERROR[E0308] 5: mismatched types
}
fn c3() {
    let x: i32 = "5".parse::<S>().unwrap();
//~^ ERROR[E0277] 22: the trait bound `S: FromStr` is not satisfied
//~^^ ERROR[E0308] 18: mismatched types
}
fn c4() {
    let s = String::new();
    let c = s + s;
//~^ ERROR[E0308] 17: mismatched types
    let d = "a" + "b";
//~^ ERROR[E0369] 17: cannot add `&str` to `&str`
}
fn c5() {
    if 1 == 1u8 && 2 == "x" {}
//~^ ERROR[E0277] 22: can't compare `{integer}` with `&str`
}
fn main() -> i32 {
//~^ ERROR[E0277] 14: `main` has invalid return type `i32`
    5
}
