//@ status: ok
//@ outcome: ok "main is done\n"
//@ outcome: ok "main is done\nstill here\n"
//@ outcome: ok "still here\nmain is done\n"
//@ oracle: reasoning: the end of main stops every other thread
use std::thread;

fn main() {
    thread::spawn(|| println!("still here"));
    println!("main is done");
}
