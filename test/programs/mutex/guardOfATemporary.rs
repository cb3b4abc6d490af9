//@ status: ok
//@ outcome: ok "match 3 held\nif let 3 held\nlet Some(3) free\nlet & Some(3) held\n"
use std::sync::Mutex;

fn main() {
    let m = Mutex::new(Some(3));
    let free = || if m.try_lock().is_ok() { "free" } else { "held" };
    match *m.lock().unwrap() {
        Some(n) => println!("match {n} {}", free()),
        None => {}
    }
    if let Some(n) = *m.lock().unwrap() {
        println!("if let {n} {}", free());
    }
    let copy = *m.lock().unwrap();
    println!("let {copy:?} {}", free());
    let held = &*m.lock().unwrap();
    println!("let & {held:?} {}", free());
}
