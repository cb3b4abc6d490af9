// Who waits for what: condition variables, barriers, parking, sleeping, one-time initialisation.
use std::sync::{Barrier, Condvar, Mutex, OnceLock};
use std::thread;
use std::time::Duration;

static NAME: OnceLock<u32> = OnceLock::new();

fn main() {
    let ready = Mutex::new(false);
    let bell = Condvar::new();
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        let waiter = scope.spawn(|| {
            let mut open = ready.lock().unwrap();
            while !*open {
                open = bell.wait(open).unwrap();
            }
            drop(open);
            barrier.wait();
            thread::park();
        });
        thread::sleep(Duration::from_millis(5));
        bell.notify_one();
        *ready.lock().unwrap() = true;
        bell.notify_all();
        barrier.wait();
        waiter.thread().unpark();
    });
    NAME.get_or_init(|| 3);
    NAME.get_or_init(|| 4);
}
