//@ code: E0382
//@ title: Go over `&names`
//@ has: for name in &names {
fn main() {
    let names = vec![String::from("a")];
    for name in names {
        println!("{name}");
    }
    println!("{}", names.len());
}
