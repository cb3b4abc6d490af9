//@ status: ok
//@ outcome: ok "dropped by main\n"
//@ outcome: ok "dropped by runner\n"
//@ oracle: reasoning: whoever gives up last drops the value
use std::sync::Arc;
use std::thread;

struct Torch;

impl Drop for Torch {
    fn drop(&mut self) {
        println!("dropped by {}", thread::current().name().unwrap());
    }
}

fn main() {
    let torch = Arc::new(Torch);
    let other = Arc::clone(&torch);
    let runner = thread::Builder::new().name("runner".into()).spawn(move || drop(other)).unwrap();
    drop(torch);
    runner.join().unwrap();
}
