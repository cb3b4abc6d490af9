//@ status: ok
//@ outcome: ok "6\n"
//@ about: a type that contains itself through `Arc` crosses into a thread
use std::sync::Arc;
use std::thread;

struct Node(u32, Option<Arc<Node>>);

fn sum(node: &Node) -> u32 {
    node.0 + node.1.as_ref().map_or(0, |next| sum(next))
}

fn main() {
    let last = Arc::new(Node(1, None));
    let middle = Arc::new(Node(2, Some(last)));
    let first = Node(3, Some(middle));
    println!("{}", thread::spawn(move || sum(&first)).join().unwrap());
}
