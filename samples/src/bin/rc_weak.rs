use std::cell::RefCell;
use std::rc::{Rc, Weak};

struct Room {
    name: String,
    door_to: RefCell<Weak<Room>>,
}

impl Drop for Room {
    fn drop(&mut self) {
        println!("{} is gone", self.name);
    }
}

fn main() {
    let hall = Rc::new(Room {
        name: String::from("hall"),
        door_to: RefCell::new(Weak::new()),
    });
    let attic = Rc::new(Room {
        name: String::from("attic"),
        door_to: RefCell::new(Rc::downgrade(&hall)),
    });
    *hall.door_to.borrow_mut() = Rc::downgrade(&attic);

    println!("hall has {} owner", Rc::strong_count(&hall));
    let below = attic.door_to.borrow().upgrade();
    if let Some(room) = below {
        println!("from the attic one comes to the {}", room.name);
    }
}
