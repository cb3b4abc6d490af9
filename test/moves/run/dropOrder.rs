// When values are dropped: scopes, temporaries, moves, partial moves, loops, patterns, closures, panics.
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
fn mk(s: &'static str) -> D {
    D(s)
}
impl D {
    fn it(&self) -> std::ops::Range<i32> {
        0..1
    }
    fn ok(&self) -> bool {
        true
    }
}
fn a() {
    let _l = D("local");
    for _ in mk("head").it() {
        println!("body");
    }
}
fn b() {
    let _l = D("local");
    while mk("cond").ok() {
        println!("body");
        break;
    }
}
fn c() {
    let _l = D("local");
    if mk("cond").ok() {
        println!("then");
    }
}
fn d() {
    let _l = D("local");
    match mk("scrut").ok() {
        true => println!("arm"),
        _ => {}
    }
}
fn e() {
    let _l = D("local");
    if let true = mk("scrut").ok() {
        println!("then");
    } else {
        println!("else")
    }
}
fn e2() {
    let _l = D("local");
    if let false = mk("scrut").ok() {
        println!("then");
    } else {
        println!("else")
    }
}
fn f() {
    let _l = D("local");
    let _b = loop {
        break mk("broken").ok();
    };
}
fn g() {
    let _l = D("local");
    {
        mk("tail").ok()
    };
    println!("after");
}
fn h() {
    let _l = D("local");
    let x = {
        let _i = D("inner");
        mk("tail").ok()
    };
    println!("after {x}");
}
fn i() {
    let _x = (mk("a"), mk("b"), mk("c"));
    println!("i");
}
fn j() {
    let (_a, _) = (mk("a"), mk("b"));
    println!("j");
}
fn k() {
    let _ = mk("a");
    println!("k");
}
fn l() {
    let _x;
    _x = mk("a");
    let y = mk("b");
    println!("l");
    drop(y);
}
fn m(c: bool) {
    let x = mk("x");
    if c {
        drop(x);
    }
    println!("m");
}
fn n() {
    let mut x = mk("1");
    x = mk("2");
    println!("n");
    let _k = &x;
}
fn o() -> bool {
    let _l = D("local");
    mk("ret").ok() && mk("ret2").ok()
}
fn p() {
    let v = vec![mk("v0"), mk("v1")];
    let _b = Box::new(mk("box"));
    println!("p");
    let _s = v;
}
struct S {
    a: D,
    b: D,
}
fn q() {
    let s = S {
        a: mk("a"),
        b: mk("b"),
    };
    let _m = s.b;
    println!("q");
}
fn r() {
    let s = S {
        a: mk("a"),
        b: mk("b"),
    };
    let S { b, .. } = s;
    println!("r");
}
fn s(x: D, _: D, y: D) {
    println!("s");
}
fn t() {
    s(mk("x"), mk("_"), mk("y"));
}
fn u() {
    let o = Some(mk("some"));
    match o {
        Some(ref d) if d.ok() => println!("guard"),
        Some(_d) => {}
        None => {}
    }
    println!("u");
}
fn v() {
    let o = Some(mk("some"));
    if let Some(d) = o {
        println!("v {}", d.0);
    }
    println!("after v");
}
fn w() {
    let f = {
        let d = mk("cap");
        move || println!("call {}", d.0)
    };
    f();
    f();
    println!("w");
}
fn x() {
    let f = {
        let d = mk("once");
        move || {
            let _e = d;
            println!("in");
        }
    };
    f();
    println!("x");
}
fn y() {
    let a = [mk("a0"), mk("a1"), mk("a2")];
    let [x, _, z] = a;
    println!("y");
}
fn z() {
    let b = Box::new(S {
        a: mk("a"),
        b: mk("b"),
    });
    let _m = b.a;
    println!("z");
}
fn aa() {
    for i in [mk("e0"), mk("e1"), mk("e2")] {
        println!("it {}", i.0);
        if i.0 == "e1" {
            break;
        }
    }
    println!("aa");
}
fn bb() {
    let _g = match mk("m") {
        d if false => d,
        d => {
            println!("arm");
            d
        }
    };
    println!("bb");
}
fn cc() -> Option<i32> {
    let _a = mk("a");
    let v = None?;
    let _b = mk("b");
    Some(v)
}
fn dd() {
    let r: &D = &mk("ext");
    let _s = &*&mk("ext2");
    println!("dd {}", r.0);
}
fn ee() {
    let Some(_x) = Some(mk("le")) else { return };
    println!("ee");
}
fn ff() {
    let x: Option<D> = None;
    let Some(_y) = (if x.is_some() {
        x
    } else {
        mk("tmp");
        None
    }) else {
        println!("else");
        return;
    };
}
fn gg() {
    let r = std::panic::catch_unwind(|| {
        let _a = mk("a");
        let _b = (mk("t1"), panic!("boom"));
    });
    println!("gg {}", r.is_err());
}
fn hh() {
    let r = std::panic::catch_unwind(|| {
        let v = vec![mk("1"), mk("2")];
        for d in v {
            if d.0 == "1" {
                panic!("x");
            }
        }
    });
    println!("hh {}", r.is_err());
}
fn ii() {
    'a: {
        let _x = mk("x");
        if true {
            break 'a;
        }
        println!("no");
    }
    println!("ii");
}
fn jj() {
    let x = mk("orig");
    let x = D(if x.ok() { "shadow" } else { "" });
    println!("jj {}", x.0);
}
fn kk() {
    println!("{} {}", mk("p1").0, mk("p2").0);
}
fn ll() {
    let s = format!("{}", mk("fmt").0);
    println!("{s}");
}
fn mm() {
    let t = (mk("t0"), mk("t1"));
    let (a, b) = t;
    drop(a);
    println!("mm");
    let _ = b;
    println!("mm2");
}
fn nn() {
    let x = mk("x");
    let c = || x.ok();
    c();
    println!("nn");
}
fn oo() {
    let x = S {
        a: mk("a"),
        b: mk("b"),
    };
    let y = S { a: mk("c"), ..x };
    println!("oo");
}
enum E {
    A(D, D),
    B,
}
fn pp(e: E) {
    match e {
        E::A(x, _) => println!("x {}", x.0),
        E::B => println!("B"),
    }
    println!("pp");
}
fn qq() {
    pp(E::A(mk("1"), mk("2")));
    pp(E::B);
}
fn rr() {
    let mut v = vec![mk("a"), mk("b"), mk("c")];
    v.remove(1);
    println!("rr");
    v.truncate(1);
    println!("rr2");
    v.push(mk("d"));
}
fn ss() {
    let x;
    let y = mk("y");
    x = mk("x");
    println!("ss");
    let _ = (&x, &y);
}
fn tt(c: bool) {
    let x;
    if c {
        x = mk("tt");
        println!("{}", x.0);
    }
    println!("tt");
}
fn uu() {
    let mut o = Some(mk("u1"));
    o = None;
    println!("uu");
    o = Some(mk("u2"));
    if let Some(d) = o.take() {
        println!("took {}", d.0);
    }
    println!("uu2");
    let _ = o;
}
fn vv() {
    let a = mk("a");
    let b = std::mem::replace(&mut D("tmp"), a);
    println!("vv {}", b.0);
}
fn ww() {
    let x = std::mem::ManuallyDrop::new(mk("never"));
    println!("ww {}", x.0);
    std::mem::forget(mk("forgot"));
}
fn xx() {
    match (mk("m1"), mk("m2")) {
        (a, b) => {
            drop(b);
            println!("xx {}", a.0);
        }
    }
    println!("xx2");
}
fn yy() {
    let v: Vec<D> = ["i1", "i2", "i3"]
        .into_iter()
        .map(D)
        .filter(|d| d.0 != "i2")
        .collect();
    println!("yy {}", v.len());
}
fn zz() {
    let r: Result<D, D> = Err(mk("err"));
    let s = r
        .map_err(|d| {
            println!("map {}", d.0);
            1
        })
        .unwrap_or_else(|_| mk("else"));
    println!("zz {}", s.0);
}
fn main() {
    let all: &[(&str, fn())] = &[
        ("a", a),
        ("b", b),
        ("c", c),
        ("d", d),
        ("e", e),
        ("e2", e2),
        ("f", f),
        ("g", g),
        ("h", h),
        ("i", i),
        ("j", j),
        ("k", k),
        ("l", l),
        ("n", n),
        ("p", p),
        ("q", q),
        ("r", r),
        ("t", t),
        ("u", u),
        ("v", v),
        ("w", w),
        ("x", x),
        ("y", y),
        ("z", z),
        ("aa", aa),
        ("bb", bb),
        ("dd", dd),
        ("ee", ee),
        ("ff", ff),
        ("gg", gg),
        ("hh", hh),
        ("ii", ii),
        ("jj", jj),
        ("kk", kk),
        ("ll", ll),
        ("mm", mm),
        ("nn", nn),
        ("oo", oo),
        ("qq", qq),
        ("rr", rr),
        ("ss", ss),
        ("uu", uu),
        ("vv", vv),
        ("ww", ww),
        ("xx", xx),
        ("yy", yy),
        ("zz", zz),
    ];
    for (name, f) in all {
        println!("== {name}");
        f();
    }
    println!("== m");
    m(true);
    m(false);
    println!("== o");
    o();
    println!("== cc");
    cc();
    tt(true);
    tt(false);
}
