//@ code: E0382
//@ title: Move a clone of `names`
//@ has: consume(names.clone());
fn consume(names: Vec<String>) {
    println!("{}", names.len());
}

fn main() {
    let names = vec![String::from("a")];
    consume(names);
    println!("{names:?}");
}
