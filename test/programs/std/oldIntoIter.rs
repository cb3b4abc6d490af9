//@ status: ok
//@ edition: 2018
//@ outcome: ok "6 6\n"
//@ oracle: rustc: before 2021 `into_iter` of an array gives references
fn main() {
    let row = [1, 2, 3];
    let shared: Vec<&i32> = row.into_iter().collect();
    let boxed: Box<[i32]> = vec![1, 2, 3].into_boxed_slice();
    let sum: i32 = boxed.into_iter().map(|n: &i32| *n).sum();
    println!("{} {sum}", shared.into_iter().copied().sum::<i32>());
}
