use std::cell::RefCell;
use std::sync::{Arc, Mutex};
use std::thread;

fn gone() {
    let total = Mutex::new(0);
    for _ in 0..2 {
        thread::spawn(move || *total.lock().unwrap() += 1);
    }
}

fn refused() {
    let cell = Arc::new(RefCell::new(1));
    let theirs = Arc::clone(&cell);
    thread::spawn(move || theirs.replace(2));
}

fn outlived() {
    let list = vec![1];
    thread::spawn(|| println!("{list:?}"));
}

fn main() {
    gone();
    refused();
    outlived();
}

//? 6 total: **`total` is gone after the first turn** (E0382): the closure on line 8 takes it
//? 6 total: Repair: put it into an `Arc` and clone that inside the loop, in front of the closure
//? 8 move: moved in the previous iteration of the loop
//? 14 theirs: **Cannot cross into the thread** (E0277): `Arc<RefCell<i32>>` is not `Send` ← `RefCell<i32>` is not `Sync`.
//? 14 theirs: Repair: `Mutex` or `RwLock` does the same job for threads.
//? 15 spawn: `thread::spawn` on line 15 requires `F: Send`, and the closure captures `theirs` by move.
//? 20 list: (E0373)
//? 20 spawn: **May outlive what it borrows**
