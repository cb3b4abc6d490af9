use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::Arc;
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);
static DATA: AtomicU32 = AtomicU32::new(0);
static mut RAW: u32 = 0;

thread_local! {
    static DEPTH: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

struct Gate {
    open: AtomicBool,
}

impl Gate {
    fn enter(&self) {
        while self.open.compare_exchange(true, false, Ordering::Acquire, Ordering::Relaxed).is_err() {}
    }
    fn leave(&self) {
        self.open.store(true, Ordering::Release);
    }
}

fn relaxed() {
    let writer = thread::spawn(|| {
        DATA.store(7, Ordering::Relaxed);
        READY.store(true, Ordering::Relaxed);
    });
    if READY.load(Ordering::Relaxed) {
        println!("{}", DATA.load(Ordering::Relaxed));
    }
    writer.join().unwrap();
    println!("{}", READY.load(Ordering::Relaxed));
}

fn counted() {
    let hits = Arc::new(AtomicU32::new(0));
    let all: Vec<_> = (0..3)
        .map(|_| {
            let hits = hits.clone();
            thread::spawn(move || hits.fetch_add(1, Ordering::SeqCst))
        })
        .collect();
    all.into_iter().for_each(|one| drop(one.join()));
    println!("{}", hits.load(Ordering::SeqCst));
}

fn main() {
    relaxed();
    counted();
    DEPTH.set(1);
    unsafe { RAW = 1 };
    let gate = Gate { open: AtomicBool::new(true) };
    gate.enter();
    gate.leave();
}

//? 5 READY: Written on line 29 and read on lines 31 and 35.
//? 7 RAW: **Open to every thread, without a lock**
//? 10 DEPTH: **One for each thread**
//? 14 open: Written on line 22 and changed on line 19.
//? 19 Acquire: Pairs with the `Release` store on line 22
//? 19 Relaxed: For the case that the value is another one
//? 22 Release: Pairs with the `Acquire` `compare_exchange` of `self.open` on line 19
//? 29 Relaxed: may still read the old `DATA` (line 28)
//? 31 load: may still read the old `DATA` (line 28)
//? 35 load never: old `DATA`
//? 39 hits: **Shared by 4 owners**: `counted` and the 3 threads of line 43.
//? 43 fetch_add never: Pairs
//? 46 one#1: **The handle of one of the 3 threads of line 43**
//? 47 load never: Pairs
//? 53 DEPTH: no thread sees another's
//? 54 RAW: data race
