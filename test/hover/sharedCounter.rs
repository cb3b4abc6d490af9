use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0u64));
    let mut workers = Vec::new();
    for step in 1..5 {
        let total = Arc::clone(&total);
        let worker = thread::spawn(move || {
            let mut sum = total.lock().unwrap();
            *sum += step;
        });
        workers.push(worker);
    }
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{}", total.lock().unwrap());
    if total.lock().unwrap().is_power_of_two() {
        println!("two");
    }
}

//? 1 Arc: the last one to go drops it
//? 1 Arc: https://doc.rust-lang.org/std/sync/struct.Arc.html
//? 1 Mutex: https://doc.rust-lang.org/book/ch16-03-shared-state.html
//? 5 total: **Shared by 5 owners**: `main` and the 4 threads of line 9.
//? 5 total: `Send` ✓ `Sync` ✓ ← `Mutex<u64>` is `Sync` ← `u64` is `Send`
//? 6 workers: **Holds the handles of the 4 threads of line 9**; `join` on line 16 waits for each.
//? 8 total#1: it moves into the thread of line 9
//? 8 clone: **One of 5 owners of the same `Mutex<u64>`** in all
//? 8 clone: The loop of line 7 makes 4 of them.
//? 9 worker: **The handle of one of the 4 threads of line 9**; `join` on line 16 waits for its end.
//? 9 spawn: **Starts 4 threads**, one for each turn of the loop of line 7
//? 9 spawn: `step` (copied)
//? 9 spawn: `total` (moved: the clone of line 8)
//? 9 spawn: requires `F: Send + 'static`: ✓
//? 9 move: **Starts 4 threads**
//? 10 sum: **Acquires `total`**, held to the end of line 12, where `sum` goes out of scope.
//? 10 total: here it belongs to the thread of line 9
//? 10 lock: this thread would wait for itself
//? 10 unwrap: **`unwrap` panics on `Err`**: a thread panicked while it held the lock
//? 11 *: **Changes what the lock protects**: the `u64` is reached through `sum` by `DerefMut`.
//? 11 step is silent
//? 16 join: **Waits** until the thread of this handle has ended, one of the 4 threads of line 9.
//? 16 unwrap: the thread panicked
//? 18 lock: **Acquires `total` for this statement only** (line 18)
//? 19 lock: **Acquires `total` for the condition only** (line 19)
