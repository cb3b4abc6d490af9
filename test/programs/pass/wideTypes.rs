//@ status: ok
//@ outcome: ok "true\nfirst last\n"
// Types that hold more parts than anybody would count: each is asked about once.
#![allow(dead_code)]
struct Eight<T> {
    a: T,
    b: T,
    c: T,
    d: T,
    e: T,
    f: T,
    g: T,
    h: T,
}
struct Square<T>(Eight<Eight<T>>);
struct Fourth<T>(Square<Square<T>>);
struct Million<T>(Fourth<Fourth<T>>);

fn main() {
    let none: Option<Box<Million<Million<String>>>> = None;
    println!("{}", none.is_none());
    let mut row = [0u8; 5000];
    row[0] = 1;
    match row {
        [0, ..] => println!("zero"),
        [.., 0] => println!("first last"),
        [_, .., _] => println!("other"),
    }
}
