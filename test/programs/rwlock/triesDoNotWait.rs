//@ status: ok
//@ outcome: ok "true true\na RwLock { data: \"a\", poisoned: false, .. }\ntrue true\ntry_lock failed because the operation would block\n"
use std::sync::RwLock;

fn main() {
    let page = RwLock::new(String::from("a"));
    {
        let first = page.read().unwrap();
        let second = page.try_read();
        println!("{} {:?}", second.is_ok(), page.try_write().is_err());
        println!("{first} {page:?}");
    }
    let writer = page.try_write().unwrap();
    println!("{:?} {}", page.try_read().is_err(), *writer == "a");
    println!("{}", page.try_read().unwrap_err());
}
