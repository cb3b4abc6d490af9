//@ status: ok
//@ outcome: ok "child failed: true\nscope went on\n"
//@ oracle: rustc
use std::thread;

fn main() {
    thread::scope(|s| {
        let child = s.spawn(|| panic!("child"));
        println!("child failed: {}", child.join().is_err());
    });
    println!("scope went on");
}
