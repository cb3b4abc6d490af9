//@ code: E0384
//@ title: Declare `count` as `mut`
//@ has: let mut count = 0;
fn main() {
    let count = 0;
    println!("{count}");
    count += 1;
    println!("{count}");
}
