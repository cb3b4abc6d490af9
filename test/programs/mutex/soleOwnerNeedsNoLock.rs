//@ status: ok
//@ outcome: ok "2 Ok([1, 2]) 8\n"
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};
use std::sync::{Mutex, RwLock};
use std::thread;

fn main() {
    let mut lock = Mutex::new(1);
    *lock.get_mut().unwrap() += 1;
    let mut page = RwLock::new(vec![1]);
    page.get_mut().unwrap().push(2);
    let mut hits = AtomicI32::new(3);
    *hits.get_mut() *= 2;
    thread::scope(|s| {
        s.spawn(|| hits.fetch_add(*lock.lock().unwrap(), Relaxed));
    });
    println!("{} {:?} {}", lock.into_inner().unwrap(), page.into_inner(), hits.into_inner());
}
