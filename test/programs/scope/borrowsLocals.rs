//@ status: ok
//@ outcome: ok "sum 6, longest 3\n[2, 3, 4]\n"
//@ oracle: rustc
use std::thread;

fn main() {
    let mut numbers = vec![1, 2, 3];
    let (sum, length) = thread::scope(|s| {
        let sum = s.spawn(|| numbers.iter().sum::<i32>());
        let length = s.spawn(|| numbers.len());
        (sum.join().unwrap(), length.join().unwrap())
    });
    println!("sum {sum}, longest {length}");
    thread::scope(|s| {
        s.spawn(|| numbers.iter_mut().for_each(|number| *number += 1));
    });
    println!("{numbers:?}");
}
