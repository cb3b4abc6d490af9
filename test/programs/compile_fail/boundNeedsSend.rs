//@ status: error
//@ oracle: rustc
use std::rc::Rc;

fn outsource<T: Send>(job: T) -> T {
    job
}

fn main() {
    let note = Rc::new(5);
    outsource(&note); //~ ERROR[E0277] cannot be sent between threads safely
    outsource(note); //~ ERROR[E0277] cannot be sent between threads safely
}
