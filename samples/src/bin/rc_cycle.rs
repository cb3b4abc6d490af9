use std::cell::RefCell;
use std::rc::Rc;

struct Room {
    name: String,
    door_to: RefCell<Option<Rc<Room>>>,
}

impl Drop for Room {
    fn drop(&mut self) {
        println!("{} is gone", self.name);
    }
}

fn main() {
    let hall = Rc::new(Room {
        name: String::from("hall"),
        door_to: RefCell::new(None),
    });
    let attic = Rc::new(Room {
        name: String::from("attic"),
        door_to: RefCell::new(Some(Rc::clone(&hall))),
    });
    *hall.door_to.borrow_mut() = Some(Rc::clone(&attic));

    println!("hall has {} owners", Rc::strong_count(&hall));
    println!("attic has {} owners", Rc::strong_count(&attic));
}
