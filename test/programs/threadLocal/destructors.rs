//@ status: ok
//@ outcome: ok "worn 1\nbadge 1 true\n[5] 4\n"
//@ oracle: rustc
use std::cell::{Cell, RefCell};
use std::thread;

struct Badge(u8);

impl Drop for Badge {
    fn drop(&mut self) {
        println!("badge {} {}", self.0, BADGE.try_with(|_| ()).is_err());
    }
}

thread_local! {
    static BADGE: Badge = const { Badge(1) };
    static COUNT: Cell<u8> = const { Cell::new(4) };
    static LOG: RefCell<Vec<u8>> = RefCell::new(vec![]);
}

fn main() {
    let worker = thread::spawn(|| {
        BADGE.with(|badge| println!("worn {}", badge.0));
        COUNT.set(COUNT.get() + 1);
        LOG.with_borrow_mut(|log| log.push(COUNT.take()));
        LOG.take()
    });
    println!("{:?} {}", worker.join().unwrap(), COUNT.replace(9));
}
