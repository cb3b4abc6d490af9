struct P {
    x: String,
    y: (i32, String),
    z: Vec<i32>,
}
struct D {
    s: String,
    t: String,
}
impl Drop for D {
    fn drop(&mut self) {}
}
enum E {
    A(String),
    B { s: String, n: i32 },
}
enum One {
    V(String, i32),
}
fn take<T>(t: T) {}
fn main() {
    let p = P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    };
    let c1 = || {
//           ^^ captures: p.0 ref
        println!("{}", p.x);
    };
    let c2 = move || {
//           ^^^^^^^ captures: p.1.1 value
        println!("{}", p.y.1);
    };
    let mut q = P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    };
    let c3 = || {
//           ^^ captures: q.0 value, q.1.0 mut, q.2 mut
        q.y.0 += 1;
        q.z.push(2);
        take(q.x);
    };
    let mut r = P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    };
    let rr = &mut r;
    let c4 = || {
//           ^^ captures: rr.*.1.0 mut, rr.*.2 mut
        rr.y.0 += 1;
        rr.z.push(1);
    };
    let rs = &r;
    let c5 = || rs.y.0 + rs.z.len() as i32;
//           ^^ captures: rs.* ref
    let c6 = move || rs.y.0;
//           ^^^^^^^ captures: rs value
    let d = D {
        s: String::new(),
        t: String::new(),
    };
    let c7 = || {
//           ^^ captures: d.0 ref
        let l = d.s.len();
    };
    let c8 = move || {
//           ^^^^^^^ captures: d value
        let l = d.s.len();
    };
    let b = Box::new(P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    });
    let c9 = || b.x.len();
//           ^^ captures: b.*.0 ref
    let c10 = || {
//            ^^ captures: b value
        take(b.x);
    };
    let e = E::A(String::new());
    let c11 = || match e {
//            ^^ captures: e ref
        E::A(ref s) => s.len(),
        E::B { n, .. } => 0,
    };
    let o = One::V(String::new(), 3);
    let c12 = || {
//            ^^ captures: o.1 ref
        let One::V(_, n) = o;
        n
    };
    let c13 = || {
//            ^^ captures: nothing
        let _ = o;
    };
    let t = (1, (String::new(), 2));
    let c14 = || {
//            ^^ captures: t ref
        let (a, (b, _)) = &t;
    };
    let c15 = || match t {
//            ^^ captures: t.0 ref
        (1, _) => 1,
        _ => 2,
    };
    let mut arr = [1, 2, 3];
    let c16 = || {
//            ^^ captures: arr mut
        arr[1] = 4;
    };
    let mut n = 0;
    let mut inc = || n += 1;
//                ^^ captures: n mut
    let outer = || inc();
//              ^^ captures: inc mut
    let v = vec![1];
    let nested = move || {
//               ^^^^^^^ captures: v value
        let i = || v.len();
//              ^^ captures: v ref
        i()
    };
    let s = String::new();
    let nested2 = || {
//                ^^ captures: s value
        let i = move || s.len();
//              ^^^^^^^ captures: s value
        i()
    };
    let opt = Some(String::new());
    let c17 = || {
//            ^^ captures: opt ref
        if let Some(x) = &opt {
            x.len();
        }
    };
    let c18 = || {
//            ^^ captures: opt value
        if let Some(x) = opt {
            x.len();
        }
    };
    let ptr = &mut arr as *mut [i32; 3];
    let c19 = || unsafe {
//            ^^ captures: ptr ref
        (*ptr)[0] = 1;
    };
    let tup = (String::new(), String::new());
    let c20 = || {
//            ^^ captures: tup.0 value, tup.1 ref
        take(tup.0);
        tup.1.len()
    };
    let c21 = |k: i32| k + 1;
//            ^^^^^^^^ captures: nothing
    let mut w = P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    };
    let wr = &mut w;
    let c22 = move || {
//            ^^^^^^^ captures: wr value
        wr.x.push('a');
    };
    let rw = std::cell::RefCell::new(1);
    let c23 = || {
//            ^^ captures: rw ref
        *rw.borrow_mut() += 1;
    };
    let xs = vec![String::new()];
    let c24 = || {
//            ^^ captures: xs ref
        for x in &xs {
            x.len();
        }
    };
    let c25 = || {
//            ^^ captures: xs value
        for x in xs {
            x.len();
        }
    };
    let bx: Box<dyn Fn() -> i32> = Box::new(|| 1);
    let c26 = || bx();
//            ^^ captures: bx ref
    let z = (1, 2);
    let c27 = || {
//            ^^ captures: z.0 ref
        let k = z.0 == 1;
    };
    let c28 = || {
//            ^^ captures: arr ref
        let [a, ..] = arr;
        a
    };
    let ss = [String::new(), String::new()];
    let c29 = || {
//            ^^ captures: ss ref
        let [a, _] = &ss;
    };
    let u = (String::new(), 5);
    let c30 = || match u {
//            ^^ captures: u.1 ref
        (_, 5) => 1,
        _ => 0,
    };
    let c31 = || {
//            ^^ captures: u.0 ref, u.1 ref
        let x = &u.0;
        let y = u.1;
    };
}
fn more() {
    let tp = (Some(1), String::new());
    let c1 = || {
//           ^^ captures: tp ref
        if let (Some(x), _) = tp {}
    };
    let c2 = || {
//           ^^ captures: tp.0 ref
        let (Some(x), _) = tp else { return };
    };
    let bb: Box<(String, String)> = Box::new((String::new(), String::new()));
    let c3 = || {
//           ^^ captures: bb.*.0 ref
        let x = &bb.0;
    };
    let c4 = move || {
//           ^^^^^^^ captures: bb value
        let x = &bb.0;
    };
    let tup = (String::new(), String::new());
    let c5 = || {
//           ^^ captures: tup.0 value, tup.1 value
        let (a, b) = tup;
    };
    let mut m = (1, String::new());
    let c6 = || {
//           ^^ captures: m.0 mut
        let (ref mut a, _) = m;
        *a += 1;
    };
    let c7 = || {
//           ^^ captures: m mut
        m = (2, String::new());
    };
    struct G {
        v: Vec<i32>,
        n: usize,
    }
    impl G {
        fn go(&mut self) {
            let c = || {
//                  ^^ captures: self.*.0 mut, self.*.1 mut
                self.v.push(1);
                self.n += 1;
            };
            let d = || self.v.len();
//                  ^^ captures: self.*.0 ref
            let e = move || self.n;
//                  ^^^^^^^ captures: self value
        }
    }
    let arc = std::sync::Arc::new(std::sync::Mutex::new((1, 2)));
    let c8 = || {
//           ^^ captures: arc ref
        arc.lock().unwrap().0 += 1;
    };
    let mut g = arc.lock().unwrap();
    let c9 = || {
//           ^^ captures: g mut
        g.0 += 1;
    };
    let f: &dyn Fn() = &|| ();
    let c10 = || f();
//            ^^ captures: f.* ref
    let mut fm: Box<dyn FnMut()> = Box::new(|| ());
    let c11 = || fm();
//            ^^ captures: fm mut
    let base = P {
        x: String::new(),
        y: (1, String::new()),
        z: vec![],
    };
    let c12 = || P {
//            ^^ captures: base.1 value, base.2 value
        x: String::new(),
        ..base
    };
    let ref_t = &(1, String::new());
    let c13 = || {
//            ^^ captures: ref_t.* ref
        let (a, b) = ref_t;
    };
    let opt: Option<&str> = None;
    let c14 = || match opt {
//            ^^ captures: opt ref
        Some("a") => 1,
        _ => 2,
    };
    let s = "x";
    let c15 = || match s {
//            ^^ captures: s ref
        "a" => 1,
        _ => 2,
    };
    let k = 3;
    let c16 = || match k {
//            ^^ captures: k ref
        1..=2 => 1,
        n if n > 3 => n,
        _ => 2,
    };
    let vv = vec![(1, String::new())];
    let c17 = || vv[0].1.len();
//            ^^ captures: vv ref
    let mut slots = [String::new(), String::new()];
    let c18 = || {
//            ^^ captures: slots mut
        slots[0].push('a');
    };
    let nn = (String::new(), (String::new(), 1));
    let c19 = || {
//            ^^ captures: nn.0 ref, nn.1.0 ref
        let i = || nn.1 .0.len();
//              ^^ captures: nn.1.0 ref
        i();
        nn.0.len()
    };
    let c20 = || {
//            ^^ captures: nn.1.0 value
        let i = || drop(nn.1 .0);
//              ^^ captures: nn.1.0 value
        i();
    };
}
