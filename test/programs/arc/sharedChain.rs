//@ status: ok
//@ outcome: ok "3 links\n"
//@ oracle: rustc: a type that holds an `Arc` to itself is `Send` when its parts are
use std::sync::Arc;
use std::thread;

struct Link {
    length: u32,
    next: Option<Arc<Link>>,
}

fn links(chain: &Link) -> u32 {
    chain.length + chain.next.as_ref().map_or(0, |next| links(next))
}

fn main() {
    let end = Arc::new(Link { length: 1, next: None });
    let chain = Link { length: 2, next: Some(Arc::clone(&end)) };
    let count = thread::spawn(move || links(&chain)).join().unwrap();
    println!("{count} links");
}
