//@ status: ok
//@ oracle: rustc
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

struct Noisy<'a>(i32, &'a RefCell<Vec<i32>>);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

fn noisy(log: &RefCell<Vec<i32>>, n: i32) -> Vec<Noisy<'_>> {
    (1..=n).map(|i| Noisy(i, log)).collect()
}

/// What is dropped, in order; 0 stands for a panic that got out.
fn drops(f: impl FnOnce(&RefCell<Vec<i32>>)) -> Vec<i32> {
    let log = RefCell::new(Vec::new());
    if panic::catch_unwind(AssertUnwindSafe(|| f(&log))).is_err() {
        log.borrow_mut().push(0);
    }
    log.take()
}

fn vectors() {
    assert_eq!(drops(|log| noisy(log, 4).retain(|n| if n.0 == 3 { panic!() } else { n.0 != 2 })), [2, 1, 3, 4, 0]);
    assert_eq!(drops(|log| drop(noisy(log, 4).drain(1..3).next())), [2, 3, 1, 4]);
    assert_eq!(drops(|log| drop(noisy(log, 3).into_iter().next_back())), [3, 1, 2]);
    let cut = drops(|log| {
        let mut v = noisy(log, 3);
        v.truncate(1);
        v.insert(0, Noisy(9, log));
        v.clear();
        drop(Noisy(7, log));
    });
    assert_eq!(cut, [2, 3, 9, 1, 7]);
    let collected = drops(|log| {
        let _all: Vec<Noisy> = (1..5).map(|n| if n == 3 { panic!() } else { Noisy(n, log) }).collect();
    });
    assert_eq!(collected, [1, 2, 0]);
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    vectors();
    let locals = drops(|log| {
        let _a = Noisy(1, log);
        let _b = Noisy(2, log);
        panic!()
    });
    assert_eq!(locals, [2, 1, 0]);
    let mapped = drops(|log| {
        let three = [Noisy(1, log), Noisy(2, log), Noisy(3, log)];
        let _all = three.map(|n| if n.0 == 2 { panic!() } else { n });
    });
    assert_eq!(mapped, [2, 1, 3, 0]);
    let unboxed = drops(|log| {
        let boxed = Box::new(Noisy(1, log));
        let _other = Noisy(2, log);
        let inner = *boxed;
        drop(inner);
    });
    assert_eq!(unboxed, [1, 2]);
    let ignored = drops(|log| {
        let _ = Noisy(1, log);
        let _kept = Noisy(2, log);
        drop(Noisy(3, log));
    });
    assert_eq!(ignored, [1, 3, 2]);
}
