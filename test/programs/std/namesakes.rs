//@ status: ok
//@ outcome: ok "ab 7 4294967295 3.1\n"
//@ oracle: rustc: a module and a primitive type of one name
use std::f64;
use std::str;
use std::u32;

fn shown(text: &str, number: u32) -> String {
    format!("{text} {number}")
}

fn main() {
    let text: &str = str::from_utf8(b"ab").unwrap();
    let number = u32::from_str_radix("7", 10).unwrap();
    println!("{} {} {:.1}", shown(text, number), u32::MAX, f64::consts::PI);
}
