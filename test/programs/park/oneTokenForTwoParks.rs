//@ status: ok deadlock
//@ outcome: ok "parked twice\n"
//@ outcome: deadlock ""
//@ oracle: reasoning: two unparks leave one token unless a park comes between; a wake-up without a reason also ends a park
use std::thread;

fn main() {
    let sleeper = thread::spawn(|| {
        thread::park();
        thread::park();
        println!("parked twice");
    });
    sleeper.thread().unpark();
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}
