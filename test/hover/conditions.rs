use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Queue<T> {
    items: Mutex<VecDeque<T>>,
    ready: Condvar,
}

impl<T> Queue<T> {
    fn push(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        items.push_back(item);
        drop(items);
        self.ready.notify_one();
    }

    fn pop(&self) -> T {
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                return item;
            }
            items = self.ready.wait(items).unwrap();
        }
    }

    fn pop_some(&self) -> Option<T> {
        let items = self.items.lock().unwrap();
        self.ready.wait_while(items, |queue| queue.is_empty()).unwrap().pop_front()
    }
}

fn flag() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let theirs = pair.clone();
    let setter = thread::spawn({
        let theirs = theirs;
        move || {
            let (lock, changed) = &*theirs;
            *lock.lock().unwrap() = true;
            changed.notify_all();
        }
    });
    let (lock, changed) = &*pair;
    let set = lock.lock().unwrap();
    if !*set {
        let set = changed.wait(set).unwrap();
        println!("{set}");
    }
    setter.join().unwrap();
}

fn main() {
    let queue = Queue { items: Mutex::default(), ready: Condvar::new() };
    queue.push(1);
    println!("{} {:?}", queue.pop(), queue.pop_some());
    flag();
}

//? 6 items: Used in `push` (line 12), `pop` (line 19) and `pop_some` (line 29).
//? 6 items: `Send` and `Sync` if `T: Send`
//? 12 items#1: **Acquires `self.items`**, held to line 14, where `drop` gives it back.
//? 15 notify_one: **Wakes one thread** that waits on lines 24 and 30, any of them.
//? 19 items#1: `self.ready.wait` on line 24 gives it back while it waits, and takes it again before it returns.
//? 24 wait: **Waits** until another thread notifies (line 15). It can also wake without a notify; the loop of line 20 tests the condition again.
//? 24 wait: It gives `items` back while it waits
//? 30 wait_while: **Waits** until the condition is gone; notified on line 15.
//? 30 wait_while never: nothing tests
//? 35 pair: **Shared by 2 owners**: `flag` and the thread of line 39.
//? 37 setter: **The handle of the thread of line 39**; `join` on line 51 waits for its end.
//? 42 notify_all: **Wakes every thread** that waits on line 48 now.
//? 48 wait: until another thread notifies (line 42). It can also wake without a notify, and nothing tests the condition again.
