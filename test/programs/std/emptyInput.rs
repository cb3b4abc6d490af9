//@ status: ok
//@ outcome: ok "0 \"before \"\n0\n\"\"\n0\nNone true\n"
use std::io::{self, BufRead, Read};

fn main() {
    let mut line = String::from("before ");
    println!("{:?} {line:?}", io::stdin().read_line(&mut line).unwrap());
    println!("{}", io::stdin().lock().lines().count());
    println!("{:?}", io::read_to_string(io::stdin()).unwrap());
    let mut bytes = Vec::new();
    println!("{:?}", io::stdin().lock().read_to_end(&mut bytes).unwrap());
    let first = io::stdin().lines().next().map(Result::unwrap);
    println!("{first:?} {}", line.trim().parse::<u32>().is_err());
}
