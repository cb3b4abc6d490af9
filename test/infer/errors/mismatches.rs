fn c() -> bool {
    true
}
fn a1() {
    let y: i32 = match 1 {
        1 => 1,
        _ => "b",
//~^ ERROR[E0308] 14: `match` arms have incompatible types
    };
}
fn a2() {
    let y = match 1 {
        1 => 1,
        2 => "b",
//~^ ERROR[E0308] 14: `match` arms have incompatible types
        _ => 'c',
    };
}
fn a3() {
    let y = if c() { 1 } else { "a" };
//~^ ERROR[E0308] 33: `if` and `else` have incompatible types
}
fn a4() {
    let y = if c() {
        1
    } else if c() {
        2
    } else {
        let z = 1;
        "a"
//~^ ERROR[E0308] 9: `if` and `else` have incompatible types
    };
}
fn a5() -> i32 {
    match 1 {
        1 => "a",
//~^ ERROR[E0308] 14: mismatched types
        _ => 2,
    }
}
fn a6() -> i32 {
    match 1 {
        1 => 2,
        _ => "a",
//~^ ERROR[E0308] 14: `match` arms have incompatible types
    }
}
fn a7() -> i32 {
    if c() {
        "a"
//~^ ERROR[E0308] 9: mismatched types
    } else {
        2
    }
}
fn a8() {
    let x: i32 = if c() {
        1
    } else {
        return "a";
//~^ ERROR[E0308] 16: mismatched types
    };
}
fn a9() {
    let x: Vec<i32> = if c() { vec![1] } else { vec!["a"] };
//~^ ERROR[E0308] 54: mismatched types
}
fn b1() {
    let f: Option<i32> = Some("a");
//~^ ERROR[E0308] 31: mismatched types
    let g: Result<u8, String> = Err(5);
//~^ ERROR[E0308] 37: mismatched types
    let t: (i32, String) = (1, 2);
//~^ ERROR[E0308] 32: mismatched types
}
fn b2(x: Option<String>) {}
fn b3() {
    b2(Some("a"));
//~^ ERROR[E0308] 13: mismatched types
    b2("a");
//~^ ERROR[E0308] 8: mismatched types
    b2(Some(String::new(), 1));
//~^ ERROR[E0061] 8: this enum variant takes 1 argument but 2 arguments were supplied
    b4("a", 1, 2);
//~^ ERROR[E0061] 5: this function takes 2 arguments but 3 arguments were supplied
    b4(1);
//~^ ERROR[E0061] 5: this function takes 2 arguments but 1 argument was supplied
    b4(1, "a");
//~^ ERROR[E0308] 11: mismatched types
    b4(1, 2);
}
fn b4(a: i32, b: i32) {}
struct S {
    v: Vec<String>,
    o: Option<i32>,
}
impl S {
    fn m(&self, a: i32, b: &str) {}
    fn new(a: i32) -> S {
        S { v: vec!["a"], o: 5 }
//~^ ERROR[E0308] 21: mismatched types
//~^^ ERROR[E0308] 30: mismatched types
    }
}
fn b5(s: S) {
    s.m("a", 1);
//~^ ERROR[E0308] 7: arguments to this method are incorrect
    s.m(1);
//~^ ERROR[E0061] 7: this method takes 2 arguments but 1 argument was supplied
    S::new("a");
//~^ ERROR[E0308] 12: mismatched types
    S::m(&s, 1, "a", 2);
//~^ ERROR[E0061] 5: this function takes 3 arguments but 4 arguments were supplied
    let r: &S = s;
//~^ ERROR[E0308] 17: mismatched types
    let k: S = &r;
//~^ ERROR[E0308] 16: mismatched types
}
fn b6() {
    let x = if c() {
//~^ ERROR[E0317] 13: `if` may be missing an `else` clause
        5
    };
    let y = 5 as usize + 3i32;
//~^ ERROR[E0308] 26: mismatched types
//~^^ ERROR[E0277] 24: cannot add `i32` to `usize`
    let i: i32 = 3u8;
//~^ ERROR[E0308] 18: mismatched types
    let z: usize = 5i32 as u8;
//~^ ERROR[E0308] 20: mismatched types
    let s: &str = String::new();
//~^ ERROR[E0308] 19: mismatched types
    let t: String = "a";
//~^ ERROR[E0308] 21: mismatched types
    let u: &String = "a";
//~^ ERROR[E0308] 22: mismatched types
    let f: f64 = 1;
//~^ ERROR[E0308] 18: mismatched types
}
fn b7() -> Result<i32, String> {
    5
//~^ ERROR[E0308] 5: mismatched types
}
fn b8() -> Option<i32> {
    5
//~^ ERROR[E0308] 5: mismatched types
}
fn b9() -> impl Fn() -> i32 {
    || "a"
//~^ ERROR[E0308] 8: mismatched types
}
fn c1() -> Box<dyn Fn(i32) -> i32> {
    Box::new(|x, y| x)
//~^ ERROR[E0593] 14: closure is expected to take 1 argument, but it takes 2 arguments
}
fn c2() {
    let v = vec![1, 2];
    for i in 0..v.len() {
        let x: i32 = i;
//~^ ERROR[E0308] 22: mismatched types
    }
    let s: i32 = v.len();
//~^ ERROR[E0308] 18: mismatched types
    let c: char = "abc".chars().next();
//~^ ERROR[E0308] 19: mismatched types
    let n: u32 = "5".parse::<i32>().unwrap();
//~^ ERROR[E0308] 18: mismatched types
}
fn c3() {
    std::thread::spawn(|x: i32| x);
//~^ ERROR[E0593] 5: closure is expected to take 0 arguments, but it takes 1 argument
    std::thread::spawn(5);
//~^ ERROR[E0277] 24: expected a `FnOnce()` closure, found `{integer}`
    let h: std::thread::JoinHandle<String> = std::thread::spawn(|| 5);
//~^ ERROR[E0308] 46: mismatched types
}
fn main() {}
