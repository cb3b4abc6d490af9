//@ status: ok
//@ outcome: ok "red Err(\"blue\")\n"
//@ outcome: ok "blue Err(\"red\")\n"
//@ oracle: reasoning: one of the two sets wins, the other gets its value back
use std::sync::OnceLock;
use std::thread;

static COLOUR: OnceLock<&str> = OnceLock::new();

fn main() {
    let other = thread::spawn(|| COLOUR.set("red"));
    let mine = COLOUR.set("blue");
    let theirs = other.join().unwrap();
    println!("{} {:?}", COLOUR.get().unwrap(), mine.and(theirs));
}
