//@ status: ok
//@ outcome: ok "failed: out of \"ink\"\nmain goes on\n"
//@ oracle: rustc
use std::thread;

fn main() {
    let printer = thread::spawn(|| panic!("out of {:?}", "ink"));
    let error = printer.join().unwrap_err();
    println!("failed: {}", error.downcast_ref::<String>().unwrap());
    println!("main goes on");
}
