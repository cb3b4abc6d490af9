//@ status: ok
//@ outcome: ok "a then b\n"
//@ outcome: ok "b then a\n"
//@ oracle: reasoning: which waiter a notify wakes is open
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let state = Mutex::new((0, Vec::new()));
    let changed = Condvar::new();
    thread::scope(|s| {
        for name in ["a", "b"] {
            let (state, changed) = (&state, &changed);
            s.spawn(move || {
                let mut state = changed.wait_while(state.lock().unwrap(), |state| state.0 == 0).unwrap();
                state.0 -= 1;
                state.1.push(name);
            });
        }
        for _ in 0..2 {
            state.lock().unwrap().0 += 1;
            changed.notify_one();
        }
    });
    println!("{}", state.into_inner().unwrap().1.join(" then "));
}
