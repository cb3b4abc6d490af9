//@ status: ok
//@ outcome: ok "abc 3 [7, 8] true\n"
//@ oracle: rustc
use std::sync::Arc;

fn main() {
    let text: Arc<str> = Arc::from("abc");
    let bytes: Arc<[u8]> = vec![7, 8].into();
    let again = Arc::clone(&bytes);
    println!("{text} {} {bytes:?} {}", text.len(), Arc::ptr_eq(&bytes, &again));
}
