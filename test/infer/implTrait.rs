use std::fmt::Display;
use std::sync::mpsc::Receiver;

fn evens(limit: u32) -> impl Iterator<Item = u32> + Clone {
    (0..limit).filter(|n| n % 2 == 0)
}

fn show_all(items: impl IntoIterator<Item = impl Display>) -> Vec<String> {
    let mut shown = Vec::new();
//          ^^^^^ type: Vec<String>
    for item in items {
//      ^^^^ type: impl Display
        let text = item.to_string();
//          ^^^^ type: String
        shown.push(text);
    }
    shown
}

fn counter() -> impl FnMut() -> usize {
    let mut count = 0;
//          ^^^^^ type: usize
    move || {
        count += 1;
        count
    }
}

fn drain(queue: &Receiver<String>) -> impl Iterator<Item = usize> + '_ {
    let lengths = queue.try_iter().map(|line| line.len());
//      ^^^^^^^ type: Map<TryIter<'_, String>, {closure}>
    lengths
}

fn boxed(flag: bool) -> Box<dyn Iterator<Item = i64>> {
    if flag { Box::new(std::iter::once(1)) } else { Box::new([2, 3].into_iter()) }
}

fn main() {
    let first = evens(10).next();
//      ^^^^^ type: Option<u32>
    let count = evens(10).clone().count();
//      ^^^^^ type: usize
    let strings = show_all(vec![1, 2]);
//      ^^^^^^^ type: Vec<String>
    let mut next = counter();
//          ^^^^ type: impl FnMut() -> usize
    let one = next();
//      ^^^ type: usize
    let sum = boxed(true).chain(boxed(false)).sum::<i64>();
//      ^^^ type: i64
    let peeked = evens(4).peekable().peek().copied();
//      ^^^^^^ type: Option<u32>
    drop((first, count, strings, one, sum, peeked, drain));
}
