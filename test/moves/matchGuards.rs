// What a match tests cannot change while a guard runs.
//@ edition: 2021
#![allow(unused, dead_code)]
fn take<T>(_: T) -> bool { true }
fn assigned(mut word: Option<String>) {
    match word {
        Some(ref text) if { word = None; false } => {} //~ ERROR[E0510] cannot assign `word` in match guard <- word
        Some(_) => {}
        None => {}
    }
}
fn borrowed(mut n: u32) {
    match n {
        1 if { n += 1; true } => {} //~ ERROR[E0510] cannot assign `n` in match guard <- n += 1
        2 if take(&mut n) => {} //~ ERROR[E0510] cannot mutably borrow `n` in match guard <- &mut n
        3 if take(&n) => {}
        _ => {}
    }
}
fn inside(pair: &mut (Option<u8>, u8)) {
    match pair.0 {
        Some(1) if { pair.1 = 2; true } => {}
        Some(_) if { pair.0 = None; true } => {} //~ ERROR[E0510] cannot assign `pair.0` in match guard <- pair.0 = None
        Some(_) if { *pair = (None, 1); true } => {} //~ ERROR[E0510] cannot assign `*pair` in match guard <- *pair = (None, 1)
        _ => {}
    }
}
fn behind(mut text: &mut Option<u8>, mut other: Option<u8>) {
    match text {
        Some(n) if { *n += 1; true } => {} //~ ERROR[E0594] cannot assign to `*n`, as it is immutable for the pattern guard <- *n += 1
        None if { text = Box::leak(Box::new(None)); true } => {} //~ ERROR[E0510] cannot assign `text` in match guard <- text = Box::leak(Box::new(None))
        None if { *text = Some(1); true } => {} //~ ERROR[E0510] cannot assign `*text` in match guard <- *text = Some(1)
        _ => {}
    }
}
fn fine(list: &mut Vec<u8>, mut count: u32) -> u32 {
    match list.len() {
        0 if { list.push(1); count += 1; list.is_empty() } => count,
        n if { list.clear(); n > 2 } => 1,
        _ => 2,
    }
}
fn vecs(mut list: Vec<Option<u8>>) {
    match list.pop() {
        Some(Some(n)) if { list.push(None); n > 1 } => {}
        Some(None) if list.is_empty() => {}
        _ => {}
    }
    match &mut list[..] {
        [first, ..] if { *first = None; true } => {} //~ ERROR[E0594] cannot assign to `*first`, as it is immutable for the pattern guard <- *first = None
        _ => {}
    }
    match list[0] {
        Some(_) if { list.push(None); true } => {} //~ ERROR[E0502] cannot borrow `list` as mutable because it is also borrowed as immutable <- list.push(None)
        _ => {}
    }
}
fn main() {}
