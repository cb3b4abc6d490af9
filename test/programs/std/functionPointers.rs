//@ status: ok
//@ outcome: ok "true false\n2 two\nfalse\n1\n"
// Pointers to functions compare, hash and come together in the arms of a match.
use std::collections::HashMap;

fn one() -> i32 {
    1
}

fn two() -> i32 {
    2
}

#[derive(PartialEq, Eq, Hash, Clone, Copy)]
struct Hook {
    run: fn() -> i32,
}

fn main() {
    let hook = Hook { run: one };
    println!("{} {}", hook == Hook { run: one }, hook == Hook { run: two });
    let mut names = HashMap::from([(hook, "one")]);
    names.insert(Hook { run: two }, "two");
    println!("{} {}", names.len(), names[&Hook { run: two }]);
    println!("{}", Some(one as fn() -> i32) == Some(two as fn() -> i32));
    let chosen = match names.len() {
        2 => one,
        _ => two,
    };
    println!("{}", chosen());
}
