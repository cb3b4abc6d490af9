//@ status: error
//@ oracle: rustc
use std::thread;

fn main() {
    let names = vec!["Ada", "Lin"];
    let reader = thread::spawn(|| println!("{names:?}")); //~ ERROR[E0373] closure may outlive the current function
    reader.join().unwrap();
}
