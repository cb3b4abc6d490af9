//@ status: ok
//@ outcome: ok "one of them got it\n"
//@ oracle: std: of several into_inner calls exactly one gets the value
use std::sync::Arc;
use std::thread;

fn main() {
    let mine = Arc::new(String::from("map"));
    let theirs = Arc::clone(&mine);
    let thread = thread::spawn(move || Arc::into_inner(theirs));
    let here = Arc::into_inner(mine);
    let there = thread.join().unwrap();
    assert!(here.is_some() != there.is_some());
    println!("one of them got it");
}
