//@ status: exit
//@ outcome: exit "whole\n"
//@ oracle: rustc: the line that was not finished is still in the buffer
use std::process;

fn main() {
    println!("whole");
    print!("half");
    process::abort();
}
