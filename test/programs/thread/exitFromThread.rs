//@ status: exit ok
//@ outcome: exit ""
//@ outcome: exit "main came this far\n"
//@ outcome: ok "main came this far\n"
//@ oracle: reasoning: exit ends the process whichever thread calls it
use std::process;
use std::thread;

fn main() {
    thread::spawn(|| process::exit(7));
    println!("main came this far");
}
