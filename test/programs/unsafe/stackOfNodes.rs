//@ status: ok
//@ outcome: ok "[1, 2]\n"
//@ oracle: reasoning: every node is published by a release exchange and taken by an acquiring one
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::{AcqRel, Acquire, Relaxed, Release}};
use std::thread;

struct Node {
    value: u8,
    next: *mut Node,
}

static HEAD: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(value: u8) {
    let node = Box::into_raw(Box::new(Node { value, next: ptr::null_mut() }));
    loop {
        let head = HEAD.load(Relaxed);
        unsafe { (*node).next = head };
        if HEAD.compare_exchange(head, node, Release, Relaxed).is_ok() {
            return;
        }
    }
}

fn pop() -> Option<u8> {
    let head = HEAD.load(Acquire);
    if head.is_null() {
        return None;
    }
    let next = unsafe { (*head).next };
    HEAD.compare_exchange(head, next, AcqRel, Relaxed).ok()?;
    Some(unsafe { Box::from_raw(head) }.value)
}

fn main() {
    let pushers: Vec<_> = [1, 2].map(|value| thread::spawn(move || push(value))).into();
    for pusher in pushers {
        pusher.join().unwrap();
    }
    let mut taken = vec![pop().unwrap(), pop().unwrap()];
    taken.sort();
    assert_eq!(pop(), None);
    println!("{taken:?}");
}
