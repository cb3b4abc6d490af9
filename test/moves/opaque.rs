// What a returned `impl Trait` may hold: up to edition 2021 only the lifetimes that its bounds name.
// edition: 2021

use std::fmt::Debug;

struct Shelf {
    books: Vec<u32>,
}

impl Shelf {
    fn borrowed(&self) -> impl Iterator<Item = &u32> {
        self.books.iter()
    }

    fn copied(&self) -> impl Iterator<Item = u32> {
        self.books.iter().copied() //~ ERROR[E0700] hidden type for `impl Iterator<Item = u32>` captures lifetime that does not appear in bounds <- self.books.iter().copied()
    }
}

fn anonymous(number: &i32) -> impl Debug {
    number //~ ERROR[E0700] hidden type for `impl Debug` captures lifetime that does not appear in bounds <- number
}

fn named<'a>(number: &'a i32) -> impl Debug {
    number //~ ERROR[E0700] hidden type for `impl Debug` captures lifetime that does not appear in bounds <- number
}

fn bounded<'a>(number: &'a i32) -> impl Debug + 'a {
    number
}

fn underscored(number: &i32) -> impl Debug + '_ {
    number
}

fn inside(number: &i32) -> Option<impl Debug> {
    Some(number) //~ ERROR[E0700] hidden type for `impl Debug` captures lifetime that does not appear in bounds <- Some(number)
}

fn closure(text: &str) -> impl Fn() -> usize {
    move || text.len() //~ ERROR[E0700] hidden type for `impl Fn() -> usize` captures lifetime that does not appear in bounds <- move || text.len()
}

fn adaptor(names: &[String]) -> impl Iterator<Item = usize> {
    names.iter().map(|name| name.len()) //~ ERROR[E0700] hidden type for `impl Iterator<Item = usize>` captures lifetime that does not appear in bounds <- names.iter().map(|name| name.len())
}

fn owned(names: Vec<String>) -> impl Iterator<Item = usize> {
    names.into_iter().map(|name| name.len())
}

fn object(number: &i32) -> Box<dyn Debug> {
    Box::new(number) //~ ERROR lifetime may not live long enough <- Box::new(number)
}

fn stated<'a, T>(number: &'a i32, other: T) -> impl Sized + use<'a, T> {
    (number, other)
}

fn holds_nothing(_: &i32) -> impl Sized + use<> {}

fn nothing_passed_on(number: &i32) -> impl Sized + 'static {
    holds_nothing(number)
}

fn main() {}
