use std::sync::{Mutex, MutexGuard, RwLock};

struct Store {
    items: Mutex<Vec<u32>>,
}

impl Store {
    fn open(&self) -> MutexGuard<'_, Vec<u32>> {
        self.items.lock().unwrap()
    }
    fn take(&self) -> Option<u32> {
        self.open().pop()
    }
}

fn tail(m: &Mutex<Vec<u32>>) -> u32 {
    let none = 0;
    *m.lock().unwrap().first().unwrap_or(&none)
}

fn main() {
    let m = Mutex::new(vec![1]);
    if let Some(x) = m.lock().unwrap().pop() {
        println!("{x}");
    } else {
        println!("none");
    }
    while let Some(x) = m.lock().unwrap().pop() {
        println!("{x}");
    }
    match m.try_lock() {
        Ok(free) => println!("{}", free.len()),
        Err(busy) => println!("{busy}"),
    }
    let n = m.lock().unwrap().len();
    match n {
        1 if m.lock().unwrap().is_empty() => println!("odd"),
        _ => {}
    }
    let rw = RwLock::new(n);
    let first = rw.read().unwrap();
    let other = m.lock().unwrap();
    drop((first, other));
    let store = Store { items: m };
    println!("{:?} {}", store.take(), tail(&store.items));
}

//? 9 lock: **Acquires `self.items`**, held to the end of the function, which gives the guard to its caller.
//? 12 open: **Acquires `self.items` for this statement only** (line 12)
//? 18 lock: up to edition 2021 goes after the block's variables
//? 23 lock: **Held through the `if let` and its `else`** (lines 23–27): up to edition 2021
//? 28 lock: **Held through each turn of the loop** (lines 28–30)
//? 31 try_lock: **Acquires `m` if it is free**
//? 32 free#1: held to the end of line 32, where `free` goes out of scope.
//? 35 lock: for this statement only
//? 37 lock: for the condition only
//? 41 first: **Acquires for reading `rw`**, held to line 43, where `drop` gives it back.
//? 41 first: While this is held, `m.lock` on line 42 waits until no other thread holds it.
//? 41 first: a writer blocks until every reader is gone
