//@ status: ok
//@ outcome: ok "thread 12\nmain 10\n"
//@ oracle: rustc
use std::cell::Cell;
use std::thread;

thread_local! {
    static STEPS: Cell<u32> = const { Cell::new(10) };
}

fn main() {
    let other = thread::spawn(|| {
        STEPS.set(STEPS.get() + 2);
        println!("thread {}", STEPS.get());
    });
    other.join().unwrap();
    println!("main {}", STEPS.get());
}
