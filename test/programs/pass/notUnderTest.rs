//@ status: ok
//@ outcome: ok "10 program\n"
// What stands for the program without its tests is the program.
#[cfg(not(test))]
use std::sync::Mutex;
#[cfg(test)]
use elsewhere::sync::Mutex;

#[cfg(not(test))]
fn limit() -> u32 {
    10
}

fn main() {
    let limit = Mutex::new(limit());
    let which = if cfg!(test) { "test" } else { "program" };
    println!("{} {which}", limit.lock().unwrap());
}
