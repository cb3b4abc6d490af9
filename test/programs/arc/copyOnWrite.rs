//@ status: ok
//@ outcome: ok "[1, 2] [1, 2, 3]\n[9, 2]\nshared true\nOk([4])\n"
//@ oracle: rustc
use std::sync::Arc;

fn main() {
    let mut first = Arc::new(vec![1, 2]);
    let mut second = Arc::clone(&first);
    Arc::make_mut(&mut second).push(3);
    println!("{first:?} {second:?}");
    Arc::get_mut(&mut first).unwrap()[0] = 9;
    println!("{first:?}");
    let third = Arc::new([4]);
    let fourth = Arc::clone(&third);
    println!("shared {}", Arc::try_unwrap(third).is_err());
    println!("{:?}", Arc::try_unwrap(fourth));
}
