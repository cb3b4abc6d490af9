use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread;

struct Parts {
    name: String,
    list: Rc<Vec<u8>>,
}

#[derive(Clone)]
struct Shared {
    log: Arc<Mutex<Vec<String>>>,
    limit: usize,
}

fn borrows() {
    let mut sum = 0;
    let list = vec![1, 2];
    let lock = Mutex::new(0);
    thread::scope(|s| {
        s.spawn(|| sum += list.len());
        s.spawn(|| *lock.lock().unwrap() += list.len());
    });
    println!("{sum} {}", list.len());
}

fn parts() {
    let parts = Parts { name: String::new(), list: Rc::new(vec![]) };
    thread::spawn(move || println!("{}", parts.name)).join().unwrap();
    println!("{}", parts.list.len());
}

fn generic<T: Send + 'static>(value: T, more: RefCell<T>) -> thread::JoinHandle<T> {
    println!("{}", more.try_borrow().is_ok());
    thread::spawn(move || value)
}

fn main() {
    borrows();
    parts();
    let shared = Shared { log: Arc::default(), limit: 1 };
    let again = shared.clone();
    println!("{}", again.limit);
    let task = move || again.log.lock().unwrap().len();
    let length = thread::spawn(task);
    length.join().unwrap();
    thread::spawn(|| ());
    let forgotten = thread::spawn(|| ());
    generic(1, RefCell::new(2)).join().unwrap();
}

//? 8 list: `Send` ✗ `Sync` ✗: clones of an `Rc` change one count without synchronisation
//? 11 Clone is silent
//? 13 log: `Send` ✓ `Sync` ✓
//? 18 sum: **Lent to the thread of line 22** to change until the scope ends on line 24
//? 19 list: **Lent to the threads of lines 22 and 23** until the scope ends on line 24: nobody can change it meanwhile.
//? 20 lock never: nobody can change it
//? 20 lock: lent to the thread of line 23
//? 21 scope: **Waits for the threads of lines 22 and 23** at the end (line 24)
//? 21 s: **Starts threads that end before line 24**
//? 22 spawn: `sum` (borrowed mutably)
//? 29 parts#1: **`parts.name` moves into the thread of line 30**; `parts` keeps the other fields.
//? 34 value: **Moves into the thread of line 36**: `generic` can no longer use it.
//? 34 more: `Send` ✓
//? 43 clone: **Clones the handle, not the data**: `log` of the new `Shared` leads to the same as before.
//? 45 move: **Starts a thread**
//? 46 length: **The handle of the thread of line 45**; `join` on line 47 waits for its end.
//? 49 forgotten: Nothing waits for the thread
