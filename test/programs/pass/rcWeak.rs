//@ status: ok
//@ outcome: ok "1 1\nsouth closed\nnorth closed\n"
//@ oracle: rustc
use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Station {
    name: &'static str,
    next: RefCell<Weak<Station>>,
}

impl Drop for Station {
    fn drop(&mut self) {
        println!("{} closed", self.name);
    }
}

fn main() {
    let north = Rc::new(Station { name: "north", next: RefCell::new(Weak::new()) });
    let south = Rc::new(Station { name: "south", next: RefCell::new(Rc::downgrade(&north)) });
    *north.next.borrow_mut() = Rc::downgrade(&south);
    println!("{} {}", Rc::strong_count(&north), Rc::strong_count(&south));
}
