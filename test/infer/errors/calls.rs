use std::sync::{mpsc, Arc, Mutex};
use std::thread;
struct P {
    x: i32,
    pub y: i32,
}
mod m {
    pub struct Q {
        z: i32,
        pub w: i32,
    }
    impl Q {
        pub fn new() -> Q {
            Q { z: 1, w: 2 }
        }
        fn hidden(&self) {}
    }
    pub struct T(i32, pub i32);
}
enum E {
    A(i32),
    B { v: i32 },
    C,
}
fn one(a: i32) {}
fn two(a: i32, b: &str) -> i32 {
    a
}
fn a1() {
    one();
//~^ ERROR[E0061] 5: this function takes 1 argument but 0 arguments were supplied
    one(1, 2);
//~^ ERROR[E0061] 5: this function takes 1 argument but 2 arguments were supplied
    two(1);
//~^ ERROR[E0061] 5: this function takes 2 arguments but 1 argument was supplied
    two("a", 1);
//~^ ERROR[E0308] 5: arguments to this function are incorrect
    P { x: 1 };
//~^ ERROR[E0063] 5: missing field `y` in initializer of `P`
    E::A();
//~^ ERROR[E0061] 5: this enum variant takes 1 argument but 0 arguments were supplied
    E::A(1, 2);
//~^ ERROR[E0061] 5: this enum variant takes 1 argument but 2 arguments were supplied
    let f = |x: i32| x;
    f();
//~^ ERROR[E0057] 5: this function takes 1 argument but 0 arguments were supplied
    f(1, 2);
//~^ ERROR[E0057] 5: this function takes 1 argument but 2 arguments were supplied
    let g: fn(i32) = one;
    g();
//~^ ERROR[E0061] 5: this function takes 1 argument but 0 arguments were supplied
}
fn a2() {
    let p = P { x: 1, y: 2 };
    p.z;
//~^ ERROR[E0609] 7: no field `z` on type `P`
    p.x.q;
//~^ ERROR[E0610] 9: `i32` is a primitive type and therefore doesn't have fields
    p.foo();
//~^ ERROR[E0599] 7: no method named `foo` found for struct `P` in the current scope
    p.x();
//~^ ERROR[E0599] 7: no method named `x` found for struct `P` in the current scope
    P::make();
//~^ ERROR[E0599] 8: no function or associated item named `make` found for struct `P` in the current scope
    E::D;
//~^ ERROR[E0599] 8: no variant or associated item named `D` found for enum `E` in the current scope
    E::new();
//~^ ERROR[E0599] 8: no variant or associated item named `new` found for enum `E` in the current scope
    5();
//~^ ERROR[E0618] 5: expected function, found `{integer}`
    p();
//~^ ERROR[E0618] 5: expected function, found `P`
    p.clone;
//~^ ERROR[E0609] 7: no field `clone` on type `P`
    String::new().clone;
//~^ ERROR[E0615] 19: attempted to take value of method `clone` on type `String`
    let n = 5;
    n.x;
//~^ ERROR[E0610] 7: `{integer}` is a primitive type and therefore doesn't have fields
}
fn a3() {
    let q = m::Q::new();
    q.z;
//~^ ERROR[E0616] 7: field `z` of struct `Q` is private
    q.w;
    q.hidden();
//~^ ERROR[E0624] 7: method `hidden` is private
    let t: m::T = loop {};
    t.0;
//~^ ERROR[E0616] 7: field `0` of struct `T` is private
    m::Q { z: 1, w: 2 };
}
fn a4() {
    P { x: 1, y: 2, z: 3 };
//~^ ERROR[E0560] 21: struct `P` has no field named `z`
    E::B { w: 1, v: 2 };
//~^ ERROR[E0559] 12: variant `E::B` has no field named `w`
    P { x: "a", y: 2 };
//~^ ERROR[E0308] 12: mismatched types
    P { y: 2, ..5 };
//~^ ERROR[E0308] 17: mismatched types
    P { x: 1, x: 2, y: 3 };
//~^ ERROR[E0062] 15: field `x` specified more than once
}
fn a5() -> i32 {
    if true {
//~^ ERROR[E0317] 5: `if` may be missing an `else` clause
        1
    }
}
fn a6() -> i32 {
//~^ ERROR[E0308] 12: mismatched types
    5;
}
fn a7() -> String {
    "a"
//~^ ERROR[E0308] 5: mismatched types
}
fn a8() {
    return 5;
//~^ ERROR[E0308] 12: mismatched types
}
fn a9() -> i32 {
    return;
//~^ ERROR[E0069] 5: `return;` in a function whose return type is not `()`
}
fn b1() -> i32 {}
//~^ ERROR[E0308] 12: mismatched types
fn b2() {
    let x: i32 = if true { 1 } else { "a" };
//~^ ERROR[E0308] 39: mismatched types
    let y = match 1 {
        1 => 1,
        _ => "b",
//~^ ERROR[E0308] 14: `match` arms have incompatible types
    };
    let z: u8 = 1i32;
//~^ ERROR[E0308] 17: mismatched types
    let mut v = vec![1];
    v.push("a");
//~^ ERROR[E0308] 12: mismatched types
    v = 5;
//~^ ERROR[E0308] 9: mismatched types
}
fn c1() {
    *5;
//~^ ERROR[E0614] 5: type `{integer}` cannot be dereferenced
    *"a".to_string();
    *1.5;
//~^ ERROR[E0614] 5: type `{float}` cannot be dereferenced
    let x = 5;
    *x;
//~^ ERROR[E0614] 5: type `{integer}` cannot be dereferenced
    x[0];
//~^ ERROR[E0608] 6: cannot index into a value of type `{integer}`
    x as bool;
//~^ ERROR[E0054] 5: cannot cast `{integer}` as `bool`
    5 as char;
    1.5 as char;
//~^ ERROR[E0604] 5: only `u8` can be cast as `char`, not `{float}`
    &x as i32;
//~^ ERROR[E0606] 5: casting `&{integer}` as `i32` is invalid
    x as String;
//~^ ERROR[E0605] 5: non-primitive cast: `{integer}` as `String`
    true as f32;
//~^ ERROR[E0606] 5: casting `bool` as `f32` is invalid
    'a' as f32;
//~^ ERROR[E0606] 5: casting `char` as `f32` is invalid
}
fn c2() {
    while 1 {}
//~^ ERROR[E0308] 11: mismatched types
    if 5 {}
//~^ ERROR[E0308] 8: mismatched types
    -true;
//~^ ERROR[E0600] 5: cannot apply unary operator `-` to type `bool`
    -1u8;
//~^ ERROR[E0600] 5: cannot apply unary operator `-` to type `u8`
    let x: () = 1 + 1;
//~^ ERROR[E0308] 17: mismatched types
    let t: (i32, i32) = (1, 2, 3);
//~^ ERROR[E0308] 25: mismatched types
    let a: [i32; 2] = [1, 2, 3];
//~^ ERROR[E0308] 23: mismatched types
    let s: &mut i32 = &5;
//~^ ERROR[E0308] 23: mismatched types
}
fn c3(e: E) {
    match e {
        E::A(a, b) => {}
//~^ ERROR[E0023] 17: this pattern has 2 fields, but the corresponding tuple variant has 1 field
        E::B { v, w } => {}
//~^ ERROR[E0026] 19: variant `E::B` does not have a field named `w`
        E::B {} => {}
//~^ ERROR[E0027] 9: pattern does not mention field `v`
        _ => {}
    }
    let P { x } = loop {};
//~^ ERROR[E0027] 9: pattern does not mention field `y`
    let (a, b) = (1, 2, 3);
//~^ ERROR[E0308] 9: mismatched types
    let [a, b] = [1, 2, 3];
//~^ ERROR[E0527] 9: pattern requires 2 elements but array has 3
    match 5 {
        "a" => {}
//~^ ERROR[E0308] 9: mismatched types
        'a'..='b' => {}
//~^ ERROR[E0308] 9: mismatched types
//~^^ ERROR[E0308] 15: mismatched types
        true => {}
//~^ ERROR[E0308] 9: mismatched types
        _ => {}
    }
}
fn c4() {
    5 = 6;
//~^ ERROR[E0070] 7: invalid left-hand side of assignment
    one(1) = 2;
//~^ ERROR[E0070] 12: invalid left-hand side of assignment
    1 += 2;
//~^ ERROR[E0067] 7: invalid left-hand side of assignment
    let x = 1;
    x + 1 = 5;
//~^ ERROR[E0070] 11: invalid left-hand side of assignment
}
fn c5() {
    let m = Arc::new(5);
    m.lock();
//~^ ERROR[E0599] 7: no method named `lock` found for struct `Arc<{integer}>` in the current scope
    let h = thread::spawn(|| 1);
    let r: String = h.join().unwrap();
//~^ ERROR[E0308] 21: mismatched types
    let s: i32 = Mutex::new(1).lock().unwrap();
//~^ ERROR[E0308] 18: mismatched types
}
fn c6() {
    let v: Vec<i32> = vec![1, 2].iter().map(|x| x * 2);
//~^ ERROR[E0308] 23: mismatched types
    let x: Option<i32> = 5;
//~^ ERROR[E0308] 26: mismatched types
    let y: i32 = Some(5);
//~^ ERROR[E0308] 18: mismatched types
    let r: Result<i32, String> = Ok("a");
//~^ ERROR[E0308] 37: mismatched types
    let f: fn(i32) -> i32 = |x| "a";
//~^ ERROR[E0308] 33: mismatched types
    let b: Box<i32> = 5;
//~^ ERROR[E0308] 23: mismatched types
}
fn c7() {
    let x = [1, "a"];
//~^ ERROR[E0308] 17: mismatched types
    let y = vec![1, "a"];
//~^ ERROR[E0308] 21: mismatched types
    vec![1].iter().map(|a, b| a);
//~^ ERROR[E0593] 20: closure is expected to take 1 argument, but it takes 2 arguments
    [3].iter().for_each(|x: String| {});
//~^ ERROR[E0631] 16: type mismatch in closure arguments
    Some(1).map(5);
//~^ ERROR[E0277] 17: expected a `FnOnce({integer})` closure, found `{integer}`
    Some(1).unwrap_or("a");
//~^ ERROR[E0308] 23: mismatched types
}
fn c8() {
    break_me();
    loop {
        let x: i32 = break;
    }
    let l = loop {
        break 5;
        break "a";
//~^ ERROR[E0308] 15: mismatched types
    };
    let c = || {
        return 1;
        "a"
//~^ ERROR[E0308] 9: mismatched types
    };
    for i in 0..3 {
        i
//~^ ERROR[E0308] 9: mismatched types
    }
}
fn break_me() {}
fn main() {}
