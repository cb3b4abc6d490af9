//@ status: ok
//@ outcome: ok "7 7\n"
//@ oracle: rustc
use std::sync::RwLock;

fn main() {
    let page = RwLock::new(7);
    let left = page.read().unwrap();
    let right = page.read().unwrap();
    println!("{left} {right}");
    assert!(page.try_write().is_err());
}
