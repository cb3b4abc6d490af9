// How long temporaries live in conditions, chains, tails and extended borrows (edition 2024).
struct D(&'static str);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
impl D {
    fn o(&self) -> Option<i32> {
        Some(1)
    }
    fn n(&self) -> Option<i32> {
        None
    }
    fn b(&self, r: bool) -> bool {
        r
    }
}
fn mk(s: &'static str) -> D {
    D(s)
}
fn a() {
    if let Some(x) = mk("a").o()
        && x > 0
        && mk("b").b(true)
        && let Some(_y) = mk("c").o()
    {
        println!("then");
    } else {
        println!("else");
    }
    println!("end");
}
fn b() {
    if let Some(x) = mk("a").o()
        && x > 5
    {
        println!("then");
    } else {
        println!("else");
    }
    println!("end");
}
fn c() {
    if let Some(_) = mk("a").n() {
        println!("then");
    } else if let Some(_) = mk("b").o() {
        println!("then2");
    } else {
        println!("else");
    }
    println!("end");
}
fn d() {
    let mut n = 0;
    while let Some(x) = mk("w").o()
        && n < 2
    {
        n += x;
        println!("body");
    }
    println!("end");
}
fn e() -> usize {
    let x = std::cell::RefCell::new(vec![1]);
    x.borrow().len()
}
fn f() {
    match mk("m").o() {
        Some(x) if mk("g").b(x > 3) => println!("guard"),
        Some(_) => println!("second"),
        None => {}
    }
    println!("end");
}
fn h() -> bool {
    let _l = mk("local");
    mk("tail").b(true)
}
fn i() {
    let x = { &mk("ext") };
    println!("i {}", x.0);
}
fn j() {
    let x = if true { &mk("ext1") } else { &mk("ext2") };
    println!("j {}", x.0);
}
fn k() {
    let x = match 1 {
        1 => &mk("m1"),
        _ => &mk("m2"),
    };
    println!("k {}", x.0);
}
fn l() {
    let x = Some(&mk("s"));
    println!("l {}", x.unwrap().0);
}
fn m() {
    let f = format_args!("{}", mk("fa").0).to_string();
    println!("{f}");
}
fn n() {
    let r;
    {
        r = mk("inner").b(true);
        println!("n");
    }
    println!("{r}");
}
fn o() {
    let (a, b) = (&mk("t1"), &mk("t2"));
    println!("o {} {}", a.0, b.0);
}
fn p() {
    let v = [&mk("x"), &mk("y")];
    println!("p {}", v[0].0);
}
fn q() {
    let _x = mk("q1").b(mk("q2").b(true));
    println!("q");
}
fn r() {
    mk("r1").b(true) || mk("r2").b(true);
    println!("r");
    (mk("r3").b(false) || mk("r4").b(true)) && mk("r5").b(true);
    println!("r'");
}
fn s() {
    struct P {
        a: D,
        b: D,
    }
    let p = P {
        a: mk("pa"),
        b: mk("pb"),
    };
    let P { a, .. } = p;
    println!("s");
    drop(a);
    println!("s2");
}
fn t() {
    let x: Box<dyn Fn() -> i32> = {
        let d = mk("boxed");
        Box::new(move || d.0.len() as i32)
    };
    println!("{}", x());
}
fn u() {
    let mut v = Vec::new();
    for i in 0..3 {
        let d = mk(["l0", "l1", "l2"][i]);
        if i == 1 {
            continue;
        }
        v.push(d);
    }
    println!("u {}", v.len());
}
fn w() -> Result<(), D> {
    let _a = mk("wa");
    let _b = Err(mk("err"))?;
    Ok(())
}
fn main() {
    let all: &[(&str, fn())] = &[
        ("a", a),
        ("b", b),
        ("c", c),
        ("d", d),
        ("f", f),
        ("i", i),
        ("j", j),
        ("k", k),
        ("l", l),
        ("m", m),
        ("n", n),
        ("o", o),
        ("p", p),
        ("q", q),
        ("r", r),
        ("s", s),
        ("t", t),
        ("u", u),
    ];
    for (n, f) in all {
        println!("== {n}");
        f();
    }
    println!("{} {}", e(), h());
    let _ = w();
    println!("done");
}
