//@ status: exit
//@ outcome: exit "tidied\n"
//@ exit: 7
//@ oracle: rustc
use std::process::ExitCode;

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("tidied");
    }
}

fn main() -> ExitCode {
    let _guard = Guard;
    ExitCode::from(7)
}
