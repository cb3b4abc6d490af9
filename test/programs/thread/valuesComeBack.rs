//@ status: ok
//@ outcome: ok "[Some(3), Some(5), None]\n"
use std::thread;

fn main() {
    let parts = vec![vec![3, 1], vec![4, 1, 5], vec![]];
    let handles: Vec<_> = parts.into_iter().map(|part| thread::spawn(move || part.into_iter().max())).collect();
    let most: Vec<Option<i32>> = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    println!("{most:?}");
}
