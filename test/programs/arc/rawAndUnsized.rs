//@ status: ok
//@ outcome: ok "4\nleaf [1, 2] 1\nOk([1, 2])\n7 None\n7\n"
//@ oracle: rustc
use std::fmt::Debug;
use std::sync::{Arc, Weak};

fn main() {
    let shown: Arc<dyn Debug> = Arc::new(4);
    let raw = Arc::into_raw(shown);
    println!("{:?}", unsafe { Arc::from_raw(raw) });
    let text: Arc<str> = "leaf".into();
    let list: Arc<[u8]> = Arc::from(vec![1, 2]);
    println!("{text} {list:?} {}", Arc::strong_count(&text));
    let pair: Result<Arc<[u8; 2]>, _> = list.try_into();
    println!("{pair:?}");
    let looped = Arc::new_cyclic(|me: &Weak<u8>| me.upgrade().map_or(7, |_| 8));
    println!("{looped} {:?}", Arc::into_inner(looped.clone()));
    println!("{:?}", Arc::unwrap_or_clone(looped));
}
