//@ status: ok
//@ outcome: ok "2 2\n"
//@ finding: leak
//@ oracle: rustc
use std::cell::RefCell;
use std::rc::Rc;

struct Station {
    name: &'static str,
    next: RefCell<Option<Rc<Station>>>,
}

impl Drop for Station {
    fn drop(&mut self) {
        println!("{} closed", self.name);
    }
}

fn main() {
    let north = Rc::new(Station { name: "north", next: RefCell::new(None) });
    let south = Rc::new(Station { name: "south", next: RefCell::new(Some(Rc::clone(&north))) });
    *north.next.borrow_mut() = Some(Rc::clone(&south));
    println!("{} {}", Rc::strong_count(&north), Rc::strong_count(&south));
}
