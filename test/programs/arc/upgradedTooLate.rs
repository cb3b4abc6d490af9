//@ status: ok
//@ outcome: ok "None\n"
//@ outcome: ok "Some(4)\n"
//@ oracle: reasoning: the last owner goes before or after the upgrade
use std::sync::Arc;
use std::thread;

fn main() {
    let plan = Arc::new(String::from("plan"));
    let seen = Arc::downgrade(&plan);
    let reader = thread::spawn(move || seen.upgrade().map(|plan| plan.len()));
    drop(plan);
    println!("{:?}", reader.join().unwrap());
}
