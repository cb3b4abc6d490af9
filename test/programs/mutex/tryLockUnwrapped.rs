//@ status: ok panic
//@ outcome: ok "sat true\n"
//@ outcome: panic ""
//@ oracle: reasoning: the lock may be held just then
use std::sync::Mutex;
use std::thread;

fn main() {
    let desk = Mutex::new(0);
    let seat = thread::scope(|s| {
        s.spawn(|| *desk.lock().unwrap() += 1);
        let taken = desk.try_lock().map(|guard| *guard);
        taken.unwrap()
    });
    println!("sat {}", seat < 2);
}
