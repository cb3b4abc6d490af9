//@ status: ok
//@ outcome: ok "3\n"
//@ oracle: rustc
use std::sync::Mutex;
use std::thread;

static VISITS: Mutex<u8> = Mutex::new(0);

fn main() {
    let guests: Vec<_> = (0..3).map(|_| thread::spawn(|| *VISITS.lock().unwrap() += 1)).collect();
    for guest in guests {
        guest.join().unwrap();
    }
    println!("{}", VISITS.lock().unwrap());
}
