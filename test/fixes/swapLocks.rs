//@ code: lockstep::lock_order
//@ title: Take the locks of line 17 in the other order
//@ has: let mut ink = INK.lock().unwrap();
use std::sync::Mutex;
use std::thread;

static INK: Mutex<u32> = Mutex::new(1);
static PEN: Mutex<u32> = Mutex::new(1);

fn main() {
    let writer = thread::spawn(|| {
        let ink = INK.lock().unwrap();
        let mut pen = PEN.lock().unwrap();
        *pen += *ink;
    });
    let pen = PEN.lock().unwrap();
    let mut ink = INK.lock().unwrap();
    *ink += *pen;
    drop((ink, pen));
    writer.join().unwrap();
}
