// Variables without a value, and second assignments to immutable ones.
//@ edition: 2021
#![allow(unused, dead_code, unreachable_code)]

fn take<T>(_: T) {}

fn never() {
    let x: i32;
    take(x); //~ ERROR[E0381] used binding `x` isn't initialized <- x
}

fn sometimes(c: bool) {
    let x: i32;
    if c {
        x = 1;
    }
    take(x); //~ ERROR[E0381] used binding `x` is possibly-uninitialized <- x
}

fn always(c: bool) {
    let x: i32;
    if c {
        x = 1;
    } else {
        x = 2;
    }
    take(x);
}

fn in_match(n: i32) {
    let x;
    match n {
        0 => x = 1,
        1 => return,
        _ => x = 2,
    }
    take(x);
}

fn borrowed() {
    let x: String;
    let r = &x; //~ ERROR[E0381] used binding `x` isn't initialized <- &x
}

fn field_of_nothing() {
    struct P { a: i32 }
    let mut p: P;
    p.a = 1; //~ ERROR[E0381] partially assigned binding `p` isn't fully initialized <- p.a = 1
}

fn captured() {
    let x: i32;
    let f = || x + 1; //~ ERROR[E0381] used binding `x` isn't initialized <- ||
}

fn loop_break() {
    let x;
    loop {
        x = 1;
        break;
    }
    take(x);
}

fn compound() {
    let mut x: i32;
    x += 1; //~ ERROR[E0381] used binding `x` isn't initialized <- x += 1
}

fn twice() {
    let x = 1;
    x = 2; //~ ERROR[E0384] cannot assign twice to immutable variable `x` <- x = 2
    take(x);
}

fn twice_late() {
    let x;
    x = 1;
    x = 2; //~ ERROR[E0384] cannot assign twice to immutable variable `x` <- x = 2
    take(x);
}

fn in_a_loop() {
    let x;
    for i in 0..3 {
        x = i; //~ ERROR[E0384] cannot assign twice to immutable variable `x` <- x = i
    }
}

fn argument(n: i32) {
    n = 5; //~ ERROR[E0384] cannot assign to immutable argument `n` <- n = 5
    take(n);
}

fn add_assign() {
    let x = 1;
    x += 1; //~ ERROR[E0384] cannot assign twice to immutable variable `x` <- x += 1
}

fn pattern() {
    let (a, b) = (1, 2);
    a = 3; //~ ERROR[E0384] cannot assign twice to immutable variable `a` <- a = 3
    take(b);
}

fn for_variable() {
    for i in 0..3 {
        i = 5; //~ ERROR[E0384] cannot assign twice to immutable variable `i` <- i = 5
        take(i);
    }
}

fn matched(o: Option<i32>) {
    if let Some(n) = o {
        n = 2; //~ ERROR[E0384] cannot assign twice to immutable variable `n` <- n = 2
        take(n);
    }
}

fn main() {}
