//@ code: E0277
//@ title: Replace `Rc` by `Arc` and `RefCell` by `Mutex`
//@ has: let shared: Arc<Mutex<u32>> = Arc::clone(&cell);
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

fn main() {
    let cell = Rc::new(RefCell::new(1));
    let shared: Rc<RefCell<u32>> = Rc::clone(&cell);
    let handle = thread::spawn(move || {
        *shared.borrow_mut() += 1;
    });
    handle.join().unwrap();
    println!("{}", cell.borrow());
}
