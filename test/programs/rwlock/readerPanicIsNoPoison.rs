//@ status: ok
//@ outcome: ok "reader failed, poisoned false\nwriter failed, poisoned true\n"
//@ oracle: rustc
use std::panic::catch_unwind;
use std::sync::RwLock;

fn main() {
    let map = RwLock::new("x");
    let reader = catch_unwind(|| {
        let _map = map.read().unwrap();
        panic!("while reading");
    });
    assert!(reader.is_err());
    println!("reader failed, poisoned {}", map.is_poisoned());
    let writer = catch_unwind(|| {
        let _map = map.write().unwrap();
        panic!("while writing");
    });
    assert!(writer.is_err());
    println!("writer failed, poisoned {}", map.is_poisoned());
}
