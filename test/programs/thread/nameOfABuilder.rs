//@ status: ok
//@ outcome: ok "Some(\"main\")\nSome(\"clerk\") true\ntrue\n"
//@ oracle: rustc
use std::thread;

fn main() {
    println!("{:?}", thread::current().name());
    let (name, id) = thread::Builder::new()
        .name("clerk".into())
        .stack_size(32 * 1024)
        .spawn(|| (thread::current().name().map(String::from), thread::current().id()))
        .map(|clerk| {
            let shown = clerk.thread().id();
            let (name, id) = clerk.join().unwrap();
            (name, id == shown)
        })
        .unwrap();
    println!("{name:?} {id}");
    let plain = thread::spawn(|| thread::current().name().is_none());
    println!("{}", plain.join().unwrap());
}
