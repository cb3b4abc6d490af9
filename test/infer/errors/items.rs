use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
static A: RefCell<i32> = RefCell::new(1);
//~^ ERROR[E0277] 11: `RefCell<i32>` cannot be shared between threads safely
static B: Rc<i32> = loop {};
//~^ ERROR[E0277] 11: `Rc<i32>` cannot be shared between threads safely
static C: Option<Cell<u8>> = None;
//~^ ERROR[E0277] 11: `Cell<u8>` cannot be shared between threads safely
static mut D: Cell<u8> = Cell::new(1);
static E: *const i32 = std::ptr::null();
//~^ ERROR[E0277] 11: `*const i32` cannot be shared between threads safely
trait T {
    fn a(&self);
    fn b() -> i32;
    type X;
    const N: usize;
    fn d(&self) {}
}
struct S;
impl T for S {
//~^ ERROR[E0046] 1: not all trait items implemented, missing: `b`, `X`, `N`
    fn a(&self) {}
}
struct S2;
impl T for S2 {
    fn a(&mut self) {}
//~^ ERROR[E0053] 10: method `a` has an incompatible type for trait
    fn b() -> u8 {
//~^ ERROR[E0053] 15: method `b` has an incompatible type for trait
        1
    }
    type X = i32;
    const N: usize = 1;
    fn d(&self, x: i32) {}
//~^ ERROR[E0050] 10: method `d` has 2 parameters but the declaration in trait `T::d` has 1
}
struct S3;
impl std::error::Error for S3 {}
//~^ ERROR[E0277] 28: `S3` doesn't implement `Display`
//~^^ ERROR[E0277] 28: `S3` doesn't implement `Debug`
struct S4;
trait One {
    fn f(&self);
}
impl One for S4 {
    fn f(&self, o: i32) {}
//~^ ERROR[E0050] 10: method `f` has 2 parameters but the declaration in trait `One::f` has 1
}
#[derive(Clone, Copy)]
struct C1 {
//~^ ERROR[E0204] 8: the trait `Copy` cannot be implemented for this type
    s: String,
}
struct C2(Vec<i32>);
impl Clone for C2 {
    fn clone(&self) -> C2 {
        loop {}
    }
}
impl Copy for C2 {}
//~^ ERROR[E0204] 15: the trait `Copy` cannot be implemented for this type
unsafe trait U {}
impl U for S {}
//~^ ERROR[E0200] 1: the trait `U` requires an `unsafe impl` declaration
unsafe impl Default for S2 {
//~^ ERROR[E0199] 1: implementing the trait `Default` is not unsafe
    fn default() -> S2 {
        S2
    }
}
impl Send for S2 {}
//~^ ERROR[E0200] 1: the trait `Send` requires an `unsafe impl` declaration
struct R {
//~^ ERROR[E0072] 1: recursive type `R` has infinite size
    next: Option<R>,
    v: i32,
}
enum L {
//~^ ERROR[E0072] 1: recursive type `L` has infinite size
    Cons(i32, L),
    Nil,
}
fn dy(x: &dyn Iterator) {}
//~^ ERROR[E0191] 15: the value of the associated type `Item` in `Iterator` must be specified
fn dz(x: Box<dyn T>) {}
//~^ ERROR[E0191] 18: the value of the associated type `X` in `T` must be specified
struct Un<T> {
//~^ ERROR[E0392] 11: type parameter `T` is never used
    x: i32,
}
impl<T> S {
//~^ ERROR[E0207] 6: the type parameter `T` is not constrained by the impl trait, self type, or predicates
    fn nothing() {}
}
struct Sl {
    a: [i32],
//~^ ERROR[E0277] 8: the size for values of type `[i32]` cannot be known at compilation time
    b: i32,
}
struct H<K: std::hash::Hash>(K);
struct H2<K> {
    h: H<K>,
//~^ ERROR[E0277] 8: the trait bound `K: Hash` is not satisfied
}
fn hs(x: H<f32>) {}
//~^ ERROR[E0277] 10: the trait bound `f32: Hash` is not satisfied
impl Vec<i32> {
//~^ ERROR[E0116] 1: cannot define inherent `impl` for a type outside of the crate where the type is defined
    fn foo() {}
}
impl fmt::Display for Vec<i32> {
//~^ ERROR[E0117] 1: only traits defined in the current crate can be implemented for types defined outside of the crate
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        Ok(())
    }
}
impl Clone for S2 {
    fn clone(&self) -> S2 {
        S2
    }
}
impl Clone for S2 {
//~^ ERROR[E0119] 1: conflicting implementations of trait `Clone` for type `S2`
    fn clone(&self) -> S2 {
        S2
    }
}
fn drp() {
    let s = String::new();
    s.drop();
//~^ ERROR[E0599] 7: no method named `drop` found for struct `String` in the current scope
    let mut v = D2;
    v.drop();
//~^ ERROR[E0040] 7: explicit use of destructor method
}
struct D2;
impl Drop for D2 {
    fn drop(&mut self) {}
}
trait Sup: fmt::Debug {
    fn s(&self);
}
impl Sup for S {
//~^ ERROR[E0277] 14: `S` doesn't implement `Debug`
    fn s(&self) {}
}
fn lt(x: &str, y: &str) -> &str {
//~^ ERROR[E0106] 28: missing lifetime specifier
    x
}
struct Ref {
    r: &str,
//~^ ERROR[E0106] 8: missing lifetime specifier
}
fn main() -> String {
//~^ ERROR[E0277] 14: `main` has invalid return type `String`
    String::new()
}
fn gen() -> Vec {
//~^ ERROR[E0107] 13: missing generics for struct `Vec`
    vec![]
}
fn gen2(x: HashMap<i32>) {}
//~^ ERROR[E0107] 12: struct takes at least 2 generic arguments but 1 generic argument was supplied
struct PD {
    x: S3,
}
#[derive(Debug)]
struct PD2 {
    x: S3,
//~^ ERROR[E0277] 5: `S3` doesn't implement `Debug`
    y: PD,
//~^ ERROR[E0277] 5: `PD` doesn't implement `Debug`
}
fn st<T: Send>(x: T) {
    std::thread::spawn(move || {
//~^ ERROR[E0310] 5: the parameter type `T` may not live long enough
        let y = x;
    });
}
