//@ status: ok
//@ outcome: ok "5 3 [1, 2] true 7\n"
//@ oracle: rustc
//@ edition: 2018
//@ about: bounds over Self::Item, values left by cfg, a Deref object, macros that become nothing, `gen` as a name
use std::ops::Deref;

enum Either<L, R> {
    Left(L),
    Right(R),
}

impl<L, R> Iterator for Either<L, R>
where
    L: Iterator,
    R: Iterator<Item = L::Item>,
{
    type Item = L::Item;
    fn next(&mut self) -> Option<Self::Item> {
        match *self {
            Either::Left(ref mut items) => items.next(),
            Either::Right(ref mut items) => items.next(),
        }
    }
    fn fold<Acc, G>(self, init: Acc, f: G) -> Acc
    where
        G: FnMut(Acc, Self::Item) -> Acc,
    {
        match self {
            Either::Left(items) => items.fold(init, f),
            Either::Right(items) => items.fold(init, f),
        }
    }
}

struct Shelf<T> {
    books: Vec<T>,
}

impl<T> Deref for Shelf<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.books
    }
}

impl<T: PartialOrd> Shelf<T> {
    fn before(&self, other: &Self) -> bool {
        (**self).lt(other)
    }
}

struct Lent<T: ?Sized>(Box<dyn Deref<Target = T>>);

impl<T: ?Sized> Lent<T> {
    fn look(&self) -> &T {
        &self.0
    }
}

fn configured() -> i32 {
    #[cfg(not(feature = "never"))]
    {
        5
    }
    #[cfg(feature = "never")]
    {
        "no number"
    }
}

macro_rules! nothing {
    ($l:literal) => {};
}
macro_rules! log {
    ($l:literal) => {
        nothing!($l)
    };
}

struct Unit;
enum Side {
    Near,
}
static mut COUNT: i32 = 0;
mod inner {
    pub static mut COUNT: i32 = 0;
}

impl Side {
    fn assign() -> i32 {
        let n;
        let mut m = 0;
        (Self::Near, Unit, n) = (Side::Near, Unit, 1);
        (<Side>::Near, m) = (Side::Near, m + n);
        unsafe { (COUNT, inner::COUNT) = (1, 2) };
        m
    }
}

fn main() {
    assert_eq!(Side::assign(), 1);
    #[cfg_attr(not(feature = "never"), cfg(feature = "never"))]
    if true {
        let _: () = "no unit";
    }
    log!(-1);
    let either: Either<std::vec::IntoIter<i32>, std::ops::Range<i32>> = Either::Right(0..3);
    let sum = either.fold(0, |a, b| a + b);
    let left: Either<_, std::ops::Range<i32>> = Either::Left(vec![1, 2].into_iter());
    let both: Vec<i32> = left.collect();
    let shelf = Shelf { books: vec![1, 2] };
    let later = shelf.before(&Shelf { books: vec![2] });
    let lent: Lent<i32> = Lent(Box::new(Box::new(7)));
    let gen = configured();
    debug_assert_eq!(gen & 1, 1);
    println!("{} {} {:?} {} {}", gen, sum, both, later, lent.look());
}
