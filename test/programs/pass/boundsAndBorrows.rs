//@ status: ok
//@ outcome: ok "3 0\ntrue\n"
// What rustc accepts, and a hasty checker does not: each function stands for one rule.
#![allow(dead_code)]
use std::ops::{Deref, DerefMut};

mod shapes {
    pub mod round {
        pub struct Disc;
        pub struct Ring;
    }
    pub struct Square;
}

macro_rules! bring {
    (one $path:path) => { use $path::{Disc, Ring}; };
    (all $path:path) => { use $path::*; };
}
bring! { one shapes::round }
bring! { all shapes }

fn spliced_paths() -> (Disc, Ring, Square) {
    (Disc, Ring, Square)
}

macro_rules! value {
    (const $e:expr) => { $e };
}
macro_rules! hand_on {
    (value $e:expr) => { $e };
    (value $($rest:tt)+) => { value!($($rest)+) };
}

fn const_begins_no_expression() -> i32 {
    hand_on!(value const 3)
}

static NOTHING: Option<String> = None;
static BEHIND: &&Option<String> = {
    let twice = &&NOTHING;
    twice
};

struct Noisy;
impl Drop for Noisy {
    fn drop(&mut self) {}
}

fn never_repeated(noisy: Noisy) -> &'static [Noisy; 0] {
    &[noisy; 0]
}

trait Source {
    type Item;
}
trait Feed
where
    Self: Source,
{
}

fn item_of_a_where_clause<F: Feed>(_: F)
where
    F::Item: Send,
{
}

trait Covers<'a, T: ?Sized> {}
impl<'a, U> Covers<'a, [U]> for () {}
impl<'a, 'b, U> Covers<'a, &'b U> for () {}
impl<'a, 'b, U> Covers<'a, &'b [U]> for () {}

trait Service {
    type Request;
    fn call(&self, request: Self::Request);
}
struct Wrapped<T>(T);
struct Echo;
impl Service for Echo {
    type Request = Wrapped<Box<dyn Fn(i32)>>;
    fn call(&self, _: Self::Request) {}
}

fn closure_for_a_request() {
    Echo.call(Wrapped(Box::new(|_| ())));
    Echo.call(Wrapped { 0: Box::new(|_| ()) });
}

enum Either<L, R> {
    Left(L),
    Right(R),
}
impl<L: Deref, R: Deref<Target = L::Target>> Deref for Either<L, R> {
    type Target = L::Target;
    fn deref(&self) -> &L::Target {
        match self {
            Either::Left(left) => left,
            Either::Right(right) => right,
        }
    }
}
impl<L: DerefMut, R: DerefMut<Target = L::Target>> DerefMut for Either<L, R> {
    fn deref_mut(&mut self) -> &mut L::Target {
        match *self {
            Either::Left(ref mut left) => &mut *left,
            Either::Right(ref mut right) => &mut *right,
        }
    }
}

fn arms_come_together(text: &String) {
    let _ = match text.len() {
        1 => spliced_paths as fn() -> (Disc, Ring, Square),
        _ => spliced_paths,
    };
    let _ = match text.len() {
        1 => text,
        2 => "two",
        _ => text,
    };
}

unsafe extern "C" {
    fn abs(x: i32) -> i32;
}
fn with_callback(_: unsafe extern "C" fn(i32) -> i32) {}
fn foreign_functions_have_the_abi_of_their_block() {
    with_callback(abs);
}

trait Feeder
where
    Self::Food: Clone,
{
    type Food;
    fn food(&self) -> Self::Food;
}
fn where_clause_of_the_trait(feeder: &impl Feeder<Food: Clone>) {
    let _ = feeder.food().clone();
}

trait Both {
    type Number: Into<u64> + Into<u32>;
}
fn either_bound<B: Both>(number: B::Number) -> u32 {
    let small: u32 = number.into();
    small
}

struct Twice<'a, 'b> {
    inner: &'a &'b u32,
}
fn fields_say_which_lifetime_is_longer<'a, 'b>(twice: Twice<'a, 'b>, long: &'b u32) -> &'a u32 {
    if *long > 3 { twice.inner } else { long }
}

fn main() {
    arms_come_together(&String::new());
    closure_for_a_request();
    println!("{} {}", const_begins_no_expression(), never_repeated(Noisy).len());
    println!("{}", BEHIND.is_none());
}
