use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::thread;

struct Server {
    stop: Arc<AtomicBool>,
    log: Mutex<Vec<String>>,
}

impl Server {
    fn run(&self) -> thread::JoinHandle<u32> {
        let stop = self.stop.clone();
        thread::spawn(move || {
            let mut turns = 0;
            while !stop.load(Ordering::Acquire) {
                turns += 1;
            }
            turns
        })
    }
    fn halt(&self) {
        self.stop.store(true, Ordering::Release);
    }
    fn free(&self) -> Option<MutexGuard<'_, Vec<String>>> {
        match self.log.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::WouldBlock) => None,
            Err(TryLockError::Poisoned(broken)) => {
                drop(broken.into_inner());
                None
            }
        }
    }
    fn count(&self) -> usize {
        self.log.lock().map(|lines| lines.len()).unwrap_or(0)
    }
}

fn ready() -> u8 {
    1
}

fn fan(n: u64) -> u64 {
    let (tx, rx) = mpsc::channel();
    for id in 0..n {
        let tx = tx.clone();
        thread::spawn(move || tx.send(id).unwrap());
    }
    drop(tx);
    rx.into_iter().sum()
}

fn list() {
    let all: Rc<RefCell<Vec<Rc<u8>>>> = Rc::new(RefCell::new(vec![]));
    let one = Rc::new(1);
    all.borrow_mut().push(Rc::clone(&one));
    assert_eq!(all.borrow().len(), 1);
}

fn main() {
    let server = Server { stop: Arc::default(), log: Mutex::default() };
    let running = server.run();
    server.halt();
    println!("{} {}", running.join().unwrap(), server.count());
    let both = [thread::spawn(ready), thread::spawn(ready)];
    for (index, one) in both.into_iter().enumerate() {
        println!("{index} {}", one.join().unwrap());
    }
    drop(server.free());
    println!("{}", fan(3));
    list();
}

//? 9 stop: Written on line 25 and read on line 18.
//? 18 load: Pairs with the `Release` store on line 25
//? 25 store: Pairs with the `Acquire` load of `self.stop` on line 18
//? 29 guard#1: held to the end of the function, which gives the guard to its caller.
//? 31 broken: held to line 32, where `drop` gives it back.
//? 38 lock: **Acquires `self.log` within this statement** (line 38)
//? 38 lines#1: **Held already when this begins**
//? 47 tx: `fan` until line 52
//? 53 rx: **Ends when every sender is gone.** Senders: a thread for each turn of the loop of line 48 and `fan` until line 52.
//? 57 all: **The only owner** of this `RefCell<Vec<Rc<u8>>>`
//? 58 one: **Shared by 2 owners**: `one` and one inside `all`.
//? 60 borrow: for this statement only
//? 65 running: **The handle of the thread of line 16**; `join` on line 67 waits for its end.
//? 68 both: **Holds the handles of the 2 threads of line 68**; `join` on line 70 waits for each.
//? 68 spawn: **Starts a thread**, which runs `ready`.
//? 69 one: **The handle of one of the 2 threads of line 68**
