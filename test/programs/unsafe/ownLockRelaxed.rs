//@ status: ok
//@ oracle: reasoning: a relaxed lock orders nothing
//@ finding: data_race
use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
struct Latch {
    taken: AtomicBool,
    items: UnsafeCell<Vec<u8>>,
}
unsafe impl Sync for Latch {}
impl Latch {
    fn with(&self, f: impl FnOnce(&mut Vec<u8>)) {
        while self.taken.swap(true, Relaxed) {
            hint::spin_loop();
        }
        f(unsafe { &mut *self.items.get() });
        self.taken.store(false, Relaxed);
    }
}
fn main() {
    let latch = Latch { taken: AtomicBool::new(false), items: UnsafeCell::new(Vec::new()) };
    thread::scope(|s| {
        for number in [1, 2] {
            let latch = &latch;
            s.spawn(move || latch.with(|items| items.push(number)));
        }
    });
    println!("{:?}", latch.items.into_inner());
}
