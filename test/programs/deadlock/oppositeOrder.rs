//@ status: ok deadlock
//@ outcome: ok "done\n"
//@ outcome: deadlock ""
//@ finding: deadlock_cycle
//@ oracle: reasoning: each thread may hold its first lock when the other asks for it
use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let ink = Arc::new(Mutex::new(1));
    let quill = Arc::new(Mutex::new(2));
    let (ink2, quill2) = (Arc::clone(&ink), Arc::clone(&quill));
    let writer = thread::spawn(move || {
        let _ink = ink2.lock().unwrap();
        let _quill = quill2.lock().unwrap(); //~ WARNING[lockstep::lock_order]
    });
    let clerk = thread::spawn(move || {
        let _quill = quill.lock().unwrap();
        let _ink = ink.lock().unwrap();
    });
    writer.join().unwrap();
    clerk.join().unwrap();
    println!("done");
}
