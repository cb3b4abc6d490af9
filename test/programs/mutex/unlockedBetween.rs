//@ status: ok
//@ outcome: ok "1\n"
//@ outcome: ok "2\n"
//@ oracle: reasoning: reading and writing under two separate locks loses an update
use std::sync::Mutex;
use std::thread;

fn main() {
    let tally = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let seen = *tally.lock().unwrap();
                *tally.lock().unwrap() = seen + 1;
            });
        }
    });
    println!("{}", tally.into_inner().unwrap());
}
