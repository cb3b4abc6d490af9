//@ status: ok
//@ edition: 2024
//@ outcome: ok "5 | right after left \nleft right | again new \n4 | left right \nleft right 5\nmissing chosen 13\nthen scrutinee first else \ntemporary local 9\n5 | before value before \nouter inner outer None Some(5)\nmade true\nwildcard end\nkept "
//@ oracle: a real run
use std::panic::catch_unwind;

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        print!("{} ", self.0);
    }
}

impl Noisy {
    fn len(&self) -> usize {
        self.0.len()
    }
}

struct Pair {
    left: Noisy,
    right: Noisy,
}

fn pair() -> Pair {
    Pair { right: Noisy("right"), left: Noisy("left") }
}

fn partly_moved() {
    let pair = pair();
    let _after = Noisy("after");
    let moved = pair.right;
    print!("{} | ", moved.len());
}

fn reassigned() {
    let mut pair = pair();
    drop(pair.left);
    pair.left = Noisy("again");
    pair.right = Noisy("new");
    print!("| ");
}

fn captured_apart() {
    let pair = pair();
    let take = move || pair.left.len();
    print!("{} | ", take());
}

fn matched(found: Option<Pair>) -> usize {
    match found {
        Some(Pair { left, .. }) if left.len() > 9 => 9,
        Some(Pair { ref right, .. }) => right.len(),
        None => 0,
    }
}

fn chosen(found: Option<Noisy>) -> usize {
    let Some(found) = found else {
        return Noisy("missing").len();
    };
    found.len()
}

fn condition() {
    if let 5.. = Noisy("scrutinee").len() {
        print!("then ");
    }
    if let Some(_) = Some(Noisy("first")).as_ref().filter(|one| one.len() > 9) {
        print!("then ");
    } else {
        print!("else ");
    }
}

fn tail() -> usize {
    let _local = Noisy("local");
    Noisy("temporary").len()
}

fn late(first: bool) {
    let value;
    let _before = Noisy("before");
    if first {
        value = Noisy("value");
        print!("{} | ", value.len());
    }
}

fn question(found: Option<Noisy>) -> Option<usize> {
    let _outer = Noisy("outer");
    let found = found?;
    Some(found.len())
}

fn failing() -> Noisy {
    panic!("no value")
}

fn halfway() {
    let _pair = Pair { left: Noisy("made"), right: failing() };
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    partly_moved();
    println!();
    reassigned();
    println!();
    captured_apart();
    println!();
    println!("{}", matched(Some(pair())));
    println!("{}", chosen(None) + chosen(Some(Noisy("chosen"))));
    condition();
    println!();
    println!("{}", tail());
    late(true);
    late(false);
    println!();
    println!("{:?} {:?}", question(None), question(Some(Noisy("inner"))));
    println!("{}", catch_unwind(halfway).is_err());
    let _ = Noisy("wildcard");
    let _kept = Noisy("kept");
    println!("end");
}
