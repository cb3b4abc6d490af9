//@ status: ok
//@ outcome: ok "true\n4\n"
use std::collections::HashSet;
use std::thread;

fn main() {
    let here = thread::current().id();
    let handles: Vec<_> = (0..3).map(|_| thread::spawn(|| thread::current().id())).collect();
    let spawned: Vec<_> = handles.iter().map(|handle| handle.thread().id()).collect();
    let ids: Vec<_> = handles.into_iter().map(|handle| handle.join().unwrap()).collect();
    println!("{}", ids == spawned);
    println!("{}", ids.into_iter().chain([here, here]).collect::<HashSet<_>>().len());
}
