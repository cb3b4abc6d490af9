enum E {
    A,
    B(i32),
    C { x: bool, y: u8 },
    D,
}
struct P {
    x: i32,
    y: Option<bool>,
}
fn f1(e: E) {
    match e {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `E::B(_)`, `E::C { .. }` and `E::D` not covered
        E::A => {}
    }
}
fn f2(e: E) {
    match e {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `E::B(MIN..=0_i32)`, `E::B(2_i32..=MAX)` and `E::C { x: false, .. }` not covered
        E::A => {}
        E::B(1) => {}
        E::C { x: true, .. } => {}
        E::D => {}
    }
}
fn f3(o: Option<i32>) {
    match o {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `Some(_)` not covered
        Some(x) if x > 1 => {}
        None => {}
    }
}
fn f4(o: &Option<i32>) {
    match o {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&Some(MIN..=0_i32)` and `&Some(2_i32..=MAX)` not covered
        Some(1) => {}
        None => {}
    }
}
fn f5(b: bool) {
    match b {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `false` not covered
        true => {}
    }
}
fn f6(n: u8) {
    match n {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `10_u8..=19_u8` and `31_u8..=99_u8` not covered
        0..=9 => {}
        20..=30 => {}
        100.. => {}
    }
}
fn f7(n: i32) {
    match n {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `MIN..=0_i32` and `3_i32..=MAX` not covered
        1 => {}
        2 => {}
    }
}
fn f8(n: usize) {
    match n {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `2_usize..` not covered
        0 => {}
        1 => {}
    }
}
fn f9(s: &str) {
    match s {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&_` not covered
        "a" => {}
        "b" => {}
    }
}
fn g1(t: (bool, Option<u8>)) {
    match t {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `(false, None)` not covered
        (true, _) => {}
        (false, Some(0)) => {}
    }
}
fn g2(s: &[i32]) {
    match s {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&[MIN..=0_i32]`, `&[2_i32..=MAX]`, `&[MIN..=0_i32, _, _, ..]` and 1 more not covered
        [] => {}
        [1, ..] => {}
        [a, b] => {}
    }
}
fn g3(a: [bool; 2]) {
    match a {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `[false, false]` not covered
        [true, _] => {}
        [false, true] => {}
    }
}
fn g4(p: P) {
    match p {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `P { x: MIN..=-1_i32, y: None }` and `P { x: 1_i32..=MAX, y: None }` not covered
        P { x: 0, .. } => {}
        P { y: Some(true), .. } => {}
    }
}
fn g5(r: Result<i32, String>) {
    let Ok(x) = r;
//~^ ERROR[E0005] 9: refutable pattern in local binding
}
fn g6(o: Option<i32>) {
    let Some(y) = o;
//~^ ERROR[E0005] 9: refutable pattern in local binding
    for Some(z) in [o] {}
//~^ ERROR[E0005] 9: refutable pattern in `for` loop binding
}
fn g7(Some(x): Option<i32>) {}
//~^ ERROR[E0005] 7: refutable pattern in function argument
fn g8(c: char) {
    match c {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `'\0'..='@'`, `'B'..='`'`, `'{'..='\u{d7ff}'` and 1 more not covered
        'a'..='z' => {}
        'A' => {}
    }
}
fn g9(f: f64) {
    match f {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `_` not covered
        1.0 => {}
    }
}
fn h1(o: Option<Option<i32>>) {
    match o {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `Some(Some(_))` not covered
        Some(None) => {}
        None => {}
    }
}
fn h2(r: Result<i32, std::convert::Infallible>) {
    let Ok(x) = r;
    match r {
        Ok(y) => {}
    }
}
fn h3(o: std::sync::atomic::Ordering) {
    match o {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `_` not covered
        std::sync::atomic::Ordering::Relaxed => {}
        std::sync::atomic::Ordering::SeqCst => {}
        std::sync::atomic::Ordering::Acquire => {}
        std::sync::atomic::Ordering::Release => {}
        std::sync::atomic::Ordering::AcqRel => {}
    }
}
fn h4(o: std::cmp::Ordering) {
    match o {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `Ordering::Equal` and `Ordering::Greater` not covered
        std::cmp::Ordering::Less => {}
    }
}
fn h5(b: Box<Option<i32>>) {
    match *b {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `None` not covered
        Some(_) => {}
    }
}
fn h6(x: i8) {
    match x {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `0_i8` not covered
        -128..=-1 => {}
        1..=127 => {}
    }
    match x {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `1_i8..=MAX` not covered
        i8::MIN..=0 => {}
    }
}
fn h7(e: E, f: E) {
    match (e, f) {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `(E::B(_), E::B(_))`, `(E::B(_), E::C { .. })`, `(E::B(_), E::D)` and 6 more not covered
        (E::A, _) => {}
        (_, E::A) => {}
    }
}
fn h8(x: isize) {
    match x {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `..=-1_isize` and `1_isize..` not covered
        0 => {}
    }
}
fn h9() {
    let c = |Some(x): Option<i32>| x;
//~^ ERROR[E0005] 14: refutable pattern in closure argument
    let x: Option<&Option<bool>> = None;
    match x {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `Some(&Some(false))` not covered
        Some(Some(true)) => {}
        Some(None) => {}
        None => {}
    }
}
fn i1(e: &mut E) {
    match e {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&mut E::D` not covered
        E::A | E::B(_) => {}
        E::C { x, y: 3 } => {}
    }
}
const K: i32 = 5;
fn i2(x: i32) {
    match x {
        K => {}
        i32::MIN..5 => {}
        6.. => {}
    }
    match x {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `MIN..=4_i32` and `6_i32..=MAX` not covered
        K => {}
    }
}
enum Empty {}
fn i3(e: Empty) {
    match e {}
}
fn i4(e: E) {
    match e {}
//~^ ERROR[E0004] 11: non-exhaustive patterns: `E::A`, `E::B(_)`, `E::C { .. }` and 1 more not covered
}
fn i5(v: Vec<i32>) {
    match v.as_slice() {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&[]` not covered
        [x] => {}
        [x, y, ..] => {}
    }
    match &v[..] {
//~^ ERROR[E0004] 11: non-exhaustive patterns: `&[.., MIN..=0_i32]` and `&[.., 2_i32..=MAX]` not covered
        [.., 1] => {}
        [] => {}
    }
}
fn main() {}
