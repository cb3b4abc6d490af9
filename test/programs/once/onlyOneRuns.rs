//@ status: ok
//@ outcome: ok "set up by left\n"
//@ outcome: ok "set up by right\n"
//@ oracle: reasoning: whoever comes first runs the code, the other waits
use std::sync::Once;
use std::thread;

static SET_UP: Once = Once::new();

fn main() {
    thread::scope(|s| {
        for side in ["left", "right"] {
            s.spawn(move || {
                SET_UP.call_once(|| println!("set up by {side}"));
                assert!(SET_UP.is_completed());
            });
        }
    });
}
