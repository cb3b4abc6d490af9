//@ status: ok
//@ outcome: ok "[1, 2, 4, 3, 3]\n"
use std::thread;

fn main() {
    let mut rows = vec![1, 2, 3, 4];
    let (front, back) = rows.split_at_mut(2);
    let total: i32 = thread::scope(|s| {
        let sum = s.spawn(|| front.iter().sum::<i32>());
        s.spawn(|| back.reverse());
        sum.join().unwrap()
    });
    rows.push(total);
    println!("{rows:?}");
}
