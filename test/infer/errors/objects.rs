use std::fmt::Debug;
use std::hash::Hash;
trait A {
    fn a() -> i32;
}
trait B {
    fn b(&self) -> Self;
}
trait C {
    fn c<T>(&self, t: T);
}
trait D: Sized {
    fn d(&self);
}
trait E {
    const N: i32;
}
trait F {
    fn f(&self, other: &Self) -> bool;
}
trait G: Clone {}
trait H {
    fn new() -> Self
    where
        Self: Sized;
    fn h(&self);
}
trait I {
    type X;
    fn i(&self) -> Self::X;
}
trait J {
    fn j(&self) -> impl Debug;
}
trait K {
    type Y<'a>
    where
        Self: 'a;
}
trait L: PartialEq {}
trait M {
    fn m(self);
    fn n(self: Box<Self>);
    fn o(&self) -> Box<dyn M>;
    fn p<'a>(&'a self, x: &'a str) -> &'a str;
}
trait N: M + Debug {
    fn q(&self, f: &dyn Fn(i32));
}
trait O {
    fn r(&self, x: Option<Self>)
    where
        Self: Sized;
    fn s(&self, it: impl Iterator<Item = i32>);
}
fn a1(_: &dyn A) {}
//~^ ERROR[E0038] 11: the trait `A` is not dyn compatible
fn b1(_: Box<dyn B>) {}
//~^ ERROR[E0038] 14: the trait `B` is not dyn compatible
fn c1(_: &dyn C) {}
//~^ ERROR[E0038] 11: the trait `C` is not dyn compatible
fn d1(_: &dyn D) {}
//~^ ERROR[E0038] 11: the trait `D` is not dyn compatible
fn e1(_: &dyn E) {}
//~^ ERROR[E0038] 11: the trait `E` is not dyn compatible
fn f1(_: &dyn F) {}
//~^ ERROR[E0038] 11: the trait `F` is not dyn compatible
fn g1(_: &dyn G) {}
//~^ ERROR[E0038] 11: the trait `G` is not dyn compatible
fn h1(_: &dyn H) {}
fn i1(_: &dyn I<X = i32>) {}
fn j1(_: &dyn J) {}
//~^ ERROR[E0038] 11: the trait `J` is not dyn compatible
fn m1(_: &dyn M, _: &dyn N) {}
fn o1(_: &dyn O) {}
//~^ ERROR[E0038] 11: the trait `O` is not dyn compatible
fn p1(_: Box<dyn Clone>) {}
//~^ ERROR[E0038] 14: the trait `Clone` is not dyn compatible
fn q1(_: Box<dyn Hash>, _: Vec<Box<dyn Debug + Send>>, _: &dyn Iterator<Item = i32>, _: &mut dyn FnMut()) {}
//~^ ERROR[E0038] 14: the trait `Hash` is not dyn compatible
fn s1(_: &dyn Default) {}
//~^ ERROR[E0038] 11: the trait `Default` is not dyn compatible
struct S {
    x: Box<dyn A>,
//~^ ERROR[E0038] 12: the trait `A` is not dyn compatible
}
type T = Box<dyn B>;
fn main() {
    let x: Option<Box<dyn B>> = None;
//~^ ERROR[E0038] 27: the trait `B` is not dyn compatible
    let y = Vec::<&dyn A>::new();
//~^ ERROR[E0038] 24: the trait `A` is not dyn compatible
    let z = 1 as *const dyn F;
//~^ ERROR[E0038] 29: the trait `F` is not dyn compatible
}
impl A for i32 {
    fn a() -> i32 {
        1
    }
}
fn ret() -> Box<dyn A> {
//~^ ERROR[E0038] 17: the trait `A` is not dyn compatible
    Box::new(1)
}
fn cast() {
    let b = Box::new(1i32) as Box<dyn A>;
//~^ ERROR[E0038] 39: the trait `A` is not dyn compatible
    let c: &dyn A = &1;
//~^ ERROR[E0038] 17: the trait `A` is not dyn compatible
}
