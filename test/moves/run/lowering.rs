// What expressions mean: patterns, order of evaluation, loops, closures, traits, constants, casts, arithmetic that panics.
#![allow(dead_code, unused)]
use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Neg, Not};

fn log<T: Debug>(t: T) -> T {
    println!("eval {t:?}");
    t
}

// ---- patterns
fn classify(n: i32) -> &'static str {
    match n {
        i32::MIN..=-1 => "neg",
        0 => "zero",
        1 | 2 | 3 => "small",
        4..10 => "medium",
        x if x % 2 == 0 => "even",
        _ => "odd",
    }
}
fn slices(v: &[i32]) -> String {
    match v {
        [] => "empty".into(),
        [x] => format!("one {x}"),
        [1, .., 9] => "1..9".into(),
        [first, rest @ ..] if *first > 5 => format!("big {first} {}", rest.len()),
        [a, b, c] => format!("three {a} {b} {c}"),
        [.., y, z] => format!("last {y} {z}"),
    }
}
fn chars(c: char) -> u8 {
    match c {
        'a'..='f' | 'A'..='F' => 1,
        '0'..='9' => 2,
        '\n' | '\t' => 3,
        _ => 4,
    }
}
fn strs(s: &str) -> i32 {
    match s {
        "one" => 1,
        "two" => 2,
        "" => 0,
        other => other.len() as i32 * 10,
    }
}
fn tuples(t: (i32, bool, Option<&str>)) -> String {
    match t {
        (0, _, None) => "a".into(),
        (n @ 1..=5, true, Some(s @ ("x" | "y"))) => format!("b{n}{s}"),
        (n, false, Some(s)) if n > s.len() as i32 => format!("c{n}{s}"),
        (_, b, o) => format!("d{b}{o:?}"),
    }
}
#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle { r: f64 },
    Rect(f64, f64),
    Unit,
    Nested(Box<Shape>, Option<Box<Shape>>),
}
fn area(s: &Shape) -> f64 {
    match s {
        Shape::Circle { r } => r * r * 3.0,
        Shape::Rect(w, h) if w == h => w * w,
        &Shape::Rect(w, h) => w * h,
        Shape::Unit => 1.0,
        Shape::Nested(a, None) => area(a),
        Shape::Nested(a, Some(b)) => area(a) + area(b),
    }
}
const LIMIT: i32 = 42;
const NAME: &str = "limit";
const PAIR: (i32, &str) = (7, "seven");
fn consts(n: i32, s: &str) -> &'static str {
    match (n, s) {
        (LIMIT, NAME) => "both",
        (LIMIT, _) => "n",
        (_, NAME) => "s",
        PAIR => "pair",
        _ => "none",
    }
}
fn bytes(b: &[u8]) -> i32 {
    match b {
        b"abc" => 1,
        [b'x', ..] => 2,
        _ => 3,
    }
}
fn or_bind(p: Result<i32, (i32, bool)>) -> i32 {
    let (Ok(n) | Err((n, _))) = p;
    n
}
fn nested_or(o: Option<(u8, u8)>) -> u8 {
    match o {
        Some((1 | 2, x @ (3 | 4)) | (x @ 5, 6)) => x,
        Some((a, b)) => a + b,
        None => 0,
    }
}
fn refs(o: &mut Option<String>) {
    if let Some(s) = o {
        s.push('!');
    }
    match o {
        Some(s) if s.len() > 3 => s.push('?'),
        Some(s) => s.push('.'),
        None => {}
    }
}
fn let_else(s: &str) -> i32 {
    let Some((a, b)) = s.split_once('=') else {
        return -1;
    };
    let Ok(n) = b.parse::<i32>() else {
        return a.len() as i32;
    };
    n
}
fn box_move(b: Box<(String, String)>) -> String {
    let (x, y) = *b;
    x + &y
}
fn u8s(n: u8) -> i32 {
    match n {
        0..=127 => 1,
        128..=254 => 2,
        255 => 3,
    }
}
fn bools(a: bool, b: bool) -> i32 {
    match (a, b) {
        (true, true) => 3,
        (true, false) => 2,
        (false, x) => x as i32,
    }
}

// ---- evaluation order
struct W(i32);
impl Add for W {
    type Output = W;
    fn add(self, o: W) -> W {
        println!("add {} {}", self.0, o.0);
        W(self.0 + o.0)
    }
}
impl AddAssign<i32> for W {
    fn add_assign(&mut self, o: i32) {
        println!("add_assign {} {o}", self.0);
        self.0 += o;
    }
}
impl Neg for W {
    type Output = W;
    fn neg(self) -> W {
        W(-self.0)
    }
}
impl Index<&str> for W {
    type Output = i32;
    fn index(&self, s: &str) -> &i32 {
        println!("index {s}");
        &self.0
    }
}
impl IndexMut<&str> for W {
    fn index_mut(&mut self, s: &str) -> &mut i32 {
        println!("index_mut {s}");
        &mut self.0
    }
}
impl Deref for W {
    type Target = i32;
    fn deref(&self) -> &i32 {
        println!("deref");
        &self.0
    }
}
impl DerefMut for W {
    fn deref_mut(&mut self) -> &mut i32 {
        println!("deref_mut");
        &mut self.0
    }
}
fn order() {
    let mut a = [1, 2, 3];
    a[log(0)] = log(10) + log(20);
    a[log(1)] += log(5);
    let t = (log(1), log(2), [log(3), log(4)]);
    let mut w = W(log(1)) + W(log(2));
    w += log(7);
    w["k"] = log(9);
    let r = w["z"] + log(1);
    *w += 1;
    let n = *w + w.abs();
    println!("{a:?} {t:?} {r} {n} {}", (-w).0);
    let mut v = vec![1, 2, 3];
    v.push(v.len() as i32);
    let i = v.len();
    v[i - 1] += v[0];
    v.swap(0, 1);
    println!("{v:?}");
    let s = S {
        c: log(3),
        a: log(1),
        ..S {
            a: log(10),
            b: log(20),
            c: log(30),
        }
    };
    println!("{s:?}");
    let x = {
        log(1);
        log(2)
    } + if log(true) && log(false) || log(true) {
        log(3)
    } else {
        log(4)
    };
    println!("{x}");
    let mut k = 0;
    let y = {
        k += 1;
        k
    } + {
        k *= 10;
        k
    } * {
        k -= 3;
        k
    };
    println!("{y}");
}
#[derive(Debug)]
struct S {
    a: i32,
    b: i32,
    c: i32,
}

// ---- loops, labels
fn loops() {
    let mut n = 0;
    let found = 'outer: loop {
        for i in 0.. {
            if i * n > 20 {
                break 'outer (i, n);
            }
            if i > 5 {
                n += 1;
                continue 'outer;
            }
        }
    };
    println!("{found:?}");
    let b = 'blk: {
        if n > 2 {
            break 'blk "early";
        }
        "late"
    };
    println!("{b}");
    let mut c = 3;
    while let Some(x) = (c > 0).then_some(c) {
        c -= 1;
        if x == 2 {
            continue;
        }
        println!("w{x}");
    }
    'a: for i in 0..3 {
        for j in 0..3 {
            if j == 1 {
                continue 'a;
            }
            if i == 2 {
                break 'a;
            }
            println!("{i}{j}");
        }
    }
    for (i, c) in "héé".char_indices().rev() {
        println!("{i}{c}");
    }
    for x in (1..=10).step_by(4).chain([100]) {
        print!("{x} ");
    }
    println!();
}

// ---- closures
fn make_adder(n: i32) -> impl Fn(i32) -> i32 {
    move |x| x + n
}
fn make_counter() -> impl FnMut() -> i32 {
    let mut c = 0;
    move || {
        c += 1;
        c
    }
}
fn boxed(k: i32) -> Box<dyn Fn(i32) -> i32> {
    if k > 0 {
        Box::new(move |x| x * k)
    } else {
        Box::new(|x| x)
    }
}
fn apply<F: FnOnce(String) -> usize>(f: F) -> usize {
    f("hello".to_string())
}
fn twice(f: &dyn Fn(i32) -> i32, x: i32) -> i32 {
    f(f(x))
}
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C {
    move |x| g(f(x))
}
fn fnptr(f: fn(i32) -> i32, x: i32) -> i32 {
    f(x)
}
fn double(x: i32) -> i32 {
    x * 2
}
fn closures() {
    let mut p = S { a: 1, b: 2, c: 3 };
    {
        let mut inc = || p.a += 10;
        inc();
        inc();
    }
    let r = &mut p.b;
    *r += 1;
    let sum = || p.a + p.b + p.c;
    println!("{}", sum());
    let mut c = make_counter();
    println!("{} {} {}", c(), c(), c());
    println!("{} {} {}", make_adder(3)(4), boxed(3)(5), boxed(0)(5));
    let s = String::from("cap");
    println!("{}", apply(move |t| t.len() + s.len()));
    println!(
        "{} {}",
        twice(&|x| x + 1, 1),
        compose(double, |x| format!("<{x}>"))(21)
    );
    println!("{} {}", fnptr(double, 4), fnptr(|x| x - 1, 4));
    let fs: Vec<Box<dyn FnOnce() -> String>> =
        vec![Box::new(|| "a".into()), Box::new(move || format!("{}", 5))];
    for f in fs {
        print!("{} ", f());
    }
    println!();
    let v = vec![3, 1, 2];
    let mut idx: Vec<usize> = (0..v.len()).collect();
    idx.sort_by_key(|&i| v[i]);
    println!("{idx:?}");
    let nested = |a: i32| move |b: i32| a * 10 + b;
    println!("{}", nested(1)(2));
    let mut log = Vec::new();
    let mut rec = |x: i32| {
        log.push(x);
        log.len()
    };
    rec(1);
    rec(2);
    println!("{log:?}");
    let t = (String::from("x"), String::from("y"));
    let f = || {
        let a = t.0;
        a.len()
    };
    println!("{}", f());
    println!("{}", t.1);
    let ops: [(&str, fn(i32, i32) -> i32); 3] = [
        ("+", |a, b| a + b),
        ("-", |a, b| a - b),
        ("max", std::cmp::max),
    ];
    for (n, f) in ops {
        print!("{n}{} ", f(7, 3));
    }
    println!();
    let o: Option<i32> = [1, 2, 3]
        .iter()
        .copied()
        .map(Some)
        .fold(None, |a, b| a.max(b));
    println!("{o:?}");
}

// ---- traits
trait Animal {
    fn name(&self) -> String;
    fn speak(&self) -> String {
        format!("{} speaks", self.name())
    }
    const LEGS: u32 = 4;
    fn legs(&self) -> u32 {
        Self::LEGS
    }
}
struct Dog;
struct Bird(String);
impl Animal for Dog {
    fn name(&self) -> String {
        "dog".into()
    }
}
impl Animal for Bird {
    fn name(&self) -> String {
        self.0.clone()
    }
    fn speak(&self) -> String {
        format!("{} sings", self.name())
    }
    const LEGS: u32 = 2;
}
trait Visitor {
    type Out: Debug + Default;
    fn visit(&mut self, n: i32) -> Self::Out;
    fn all(&mut self, ns: &[i32]) -> Vec<Self::Out> {
        ns.iter().map(|&n| self.visit(n)).collect()
    }
}
struct Sum(i32);
impl Visitor for Sum {
    type Out = String;
    fn visit(&mut self, n: i32) -> String {
        self.0 += n;
        format!("{}", self.0)
    }
}
fn generic<V: Visitor>(mut v: V) -> (V::Out, Vec<V::Out>) {
    (Default::default(), v.all(&[1, 2, 3]))
}
trait Super {
    fn id(&self) -> i32;
}
trait Sub: Super {
    fn twice(&self) -> i32 {
        self.id() * 2
    }
}
impl Super for i32 {
    fn id(&self) -> i32 {
        *self
    }
}
impl Sub for i32 {}
trait LegsDyn {
    fn legs(&self) -> u32;
    fn show(&self) -> String;
}
impl<T: Animal> LegsDyn for T {
    fn legs(&self) -> u32 {
        T::LEGS
    }
    fn show(&self) -> String {
        self.speak()
    }
}
struct Stack<T, const N: usize> {
    items: [Option<T>; N],
    len: usize,
}
impl<T: Copy + Debug, const N: usize> Stack<T, N> {
    const CAP: usize = N;
    fn new() -> Self {
        Stack {
            items: [None; N],
            len: 0,
        }
    }
    fn push(&mut self, t: T) -> Result<(), T> {
        if self.len == Self::CAP {
            return Err(t);
        }
        self.items[self.len] = Some(t);
        self.len += 1;
        Ok(())
    }
}
fn traits() {
    let zoo: Vec<Box<dyn LegsDyn>> = vec![Box::new(Dog), Box::new(Bird("tit".into()))];
    for z in &zoo {
        println!("{} {}", z.show(), z.legs());
    }
    println!("{:?}", generic(Sum(10)));
    let d: &dyn Sub = &21;
    println!("{} {}", d.twice(), d.id());
    let mut s: Stack<u8, 2> = Stack::new();
    println!("{:?} {:?} {:?}", s.push(1), s.push(2), s.push(3));
    let x: Box<dyn Debug> = Box::new((1, "a"));
    println!("{x:?}");
    println!("{}", <Dog as Animal>::LEGS + Bird::LEGS);
    let n: u64 = "12".parse().unwrap();
    let m: u64 = 30u8.into();
    println!("{}", n + m);
}

// ---- statics, consts, promotion
static mut COUNTER: u32 = 0;
static TABLE: [i32; 3] = [1, 2, 3];
const fn fact(n: u64) -> u64 {
    if n == 0 { 1 } else { n * fact(n - 1) }
}
const F10: u64 = fact(10);
const ARR: [u8; { 2 + 3 }] = [7; 5];
fn promoted() -> &'static [i32] {
    &[1, 2, 3]
}
fn promoted2() -> &'static (i32, &'static str) {
    &(5, "five")
}
fn unsafe_counter() -> u32 {
    unsafe {
        COUNTER += 1;
        COUNTER
    }
}
fn statics() {
    unsafe_counter();
    println!(
        "{} {} {} {:?} {:?} {:?}",
        unsafe_counter(),
        F10,
        TABLE.iter().sum::<i32>(),
        ARR,
        promoted(),
        promoted2()
    );
    let r: &'static str = const { concat!("a", "b") };
    println!("{r}");
    let c = const { fact(5) };
    println!("{c}");
    let x = &mut [1, 2];
    x[0] = 5;
    println!("{x:?}");
    let e: &mut [i32] = &mut [];
    println!("{}", e.len());
}

// ---- casts and arithmetic
fn casts() {
    println!(
        "{} {} {} {}",
        -1i32 as u8,
        300i32 as u8 as char,
        3.99f64 as i32,
        f64::NAN as i32
    );
    println!(
        "{} {} {} {}",
        u64::MAX as i64,
        i8::MIN as i16 as u16,
        'é' as u32,
        true as u8 + 1
    );
    println!("{} {} {}", 1e20 as i32, -5 / 2, -5 % 3);
    println!("{} {} {}", (-5i32).rem_euclid(3), 7u32.pow(3), 1u8 << 7);
    println!("{} {}", i32::MAX.wrapping_add(1), 200u8.saturating_add(100));
    println!("{:?} {:?}", 200u8.checked_add(100), 5u32.checked_sub(3));
    #[derive(Clone, Copy)]
    enum Col {
        R = 1,
        G = 5,
        B,
    }
    println!("{} {}", Col::G as i32, Col::B as u8);
    let p = &5 as *const i32;
    println!("{}", unsafe { *p });
    let a: [i32; 3] = [1, 2, 3];
    let s: &[i32] = &a;
    println!("{} {:?}", s.len(), &s[1..]);
}
fn panics() {
    let cases: Vec<(
        &str,
        Box<dyn Fn() -> i32 + std::panic::UnwindSafe + std::panic::RefUnwindSafe>,
    )> = vec![
        ("add", Box::new(|| i32::MAX + std::hint::black_box(1))),
        ("sub", Box::new(|| (std::hint::black_box(0u32) - 1) as i32)),
        ("mul", Box::new(|| i32::MAX * std::hint::black_box(2))),
        ("neg", Box::new(|| -std::hint::black_box(i32::MIN))),
        ("div", Box::new(|| 1 / std::hint::black_box(0))),
        ("rem", Box::new(|| 1 % std::hint::black_box(0))),
        ("divmin", Box::new(|| i32::MIN / std::hint::black_box(-1))),
        ("shl", Box::new(|| 1 << std::hint::black_box(32))),
        ("idx", Box::new(|| [1, 2, 3][std::hint::black_box(3)])),
        ("unwrap", Box::new(|| None::<i32>.unwrap())),
        (
            "slice",
            Box::new(|| [1, 2][std::hint::black_box(2)..1].len() as i32),
        ),
        (
            "refcell",
            Box::new(|| {
                let c = std::cell::RefCell::new(1);
                let _a = c.borrow_mut();
                let b = *c.borrow();
                b
            }),
        ),
    ];
    std::panic::set_hook(Box::new(|i| {
        println!(
            "hook: {}",
            i.payload()
                .downcast_ref::<&str>()
                .map(|s| s.to_string())
                .or_else(|| i.payload().downcast_ref::<String>().cloned())
                .unwrap_or_default()
        )
    }));
    for (n, f) in cases {
        let r = std::panic::catch_unwind(|| f());
        println!("{n} {}", r.is_err());
    }
    let _ = std::panic::take_hook();
}
fn main() {
    for n in [-5, 0, 2, 7, 10, 11, 12] {
        print!("{} ", classify(n));
    }
    println!();
    for v in [
        &[][..],
        &[1],
        &[1, 5, 9],
        &[7, 8],
        &[1, 2, 3],
        &[1, 2, 3, 4],
    ] {
        print!("{} | ", slices(v));
    }
    println!();
    println!("{:?}", "aG5\nF".chars().map(chars).collect::<Vec<_>>());
    println!("{:?}", ["one", "two", "", "three"].map(strs));
    for t in [
        (0, true, None),
        (3, true, Some("x")),
        (9, false, Some("abc")),
        (1, false, None),
        (2, true, Some("z")),
    ] {
        print!("{} ", tuples(t));
    }
    println!();
    let c = Shape::Circle { r: 2.0 };
    println!(
        "{}",
        area(&Shape::Nested(
            Box::new(c.clone()),
            Some(Box::new(Shape::Nested(
                Box::new(Shape::Rect(2.0, 3.0)),
                None
            )))
        ))
    );
    println!(
        "{} {} {} {} {}",
        consts(42, "limit"),
        consts(42, "x"),
        consts(1, "limit"),
        consts(7, "seven"),
        consts(0, "")
    );
    println!("{} {} {}", bytes(b"abc"), bytes(b"xyz"), bytes(b""));
    println!("{} {}", or_bind(Ok(3)), or_bind(Err((4, true))));
    println!(
        "{} {} {} {}",
        nested_or(Some((1, 4))),
        nested_or(Some((5, 6))),
        nested_or(Some((5, 7))),
        nested_or(None)
    );
    let mut o = Some("ab".to_string());
    refs(&mut o);
    refs(&mut o);
    println!("{o:?}");
    println!(
        "{} {} {}",
        let_else("a=5"),
        let_else("abc=x"),
        let_else("q")
    );
    println!("{}", box_move(Box::new(("x".into(), "y".into()))));
    println!(
        "{}{}{} {}{}{}",
        u8s(5),
        u8s(200),
        u8s(255),
        bools(true, true),
        bools(true, false),
        bools(false, true)
    );
    order();
    loops();
    closures();
    traits();
    statics();
    casts();
    panics();
}
