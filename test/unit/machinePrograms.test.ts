// Whole programs on one thread, from text to output. What they print and how they end was recorded from rustc 1.95 and a run.
import assert from "node:assert/strict";
import { runText } from "../support/runText.ts";

interface Case {
  readonly name: string;
  readonly source: string;
  readonly stdout: string;
  readonly code: number;
  /** After the place. */
  readonly panic?: string;
}

const CASES: readonly Case[] = [
  {
    name: "vec",
    source: `fn main() {
    let v: Vec<i32> = (1..=10).map(|x| x * x).filter(|x| x % 2 == 0).collect();
    println!("{:?} sum={}", v, v.iter().sum::<i32>());
}
`,
    stdout: "[4, 16, 36, 64, 100] sum=220\n",
    code: 0,
  },
  {
    name: "fmt",
    source: `fn main() {
    let s = "x";
    println!("{s:>10}|{:<8}|{:^8}|{:08.3}|{:#x}|{:e}|{:?}|{:+}", "a", "b", 3.14159, 255, 1234.5, "q\\"\\n", 5);
}
`,
    stdout: '         x|a       |   b    |0003.142|0xff|1.2345e3|"q\\"\\n"|+5\n',
    code: 0,
  },
  {
    name: "rc",
    source: `fn main() {
    use std::rc::Rc;
    use std::cell::RefCell;
    let r = Rc::new(RefCell::new(vec![1]));
    let r2 = Rc::clone(&r);
    r2.borrow_mut().push(2);
    println!("{:?} {}", r.borrow(), Rc::strong_count(&r));
}
`,
    stdout: "[1, 2] 2\n",
    code: 0,
  },
  {
    name: "dynfn",
    source: `fn main() {
    let k = 3;
    let b: Box<dyn Fn(i32) -> i32> = Box::new(move |x| x + k);
    println!("{}", b(5));
    let f: Box<dyn FnOnce() -> String> = Box::new(|| String::from("once"));
    println!("{}", f());
}
`,
    stdout: "8\nonce\n",
    code: 0,
  },
  {
    name: "rev",
    source: `fn main() {
    let s: String = "hello".chars().rev().collect();
    println!("{}", s);
}
`,
    stdout: "olleh\n",
    code: 0,
  },
  {
    name: "parse",
    source: `fn main() {
    let x: Result<i32, _> = "12a".parse::<i32>();
    println!("{:?} {:?}", x, "42".parse::<u8>());
}
`,
    stdout: "Err(ParseIntError { kind: InvalidDigit }) Ok(42)\n",
    code: 0,
  },
  {
    name: "catch",
    source: `fn main() {
    let res = std::panic::catch_unwind(|| { let z: Vec<i32> = vec![];
    z[0] });
    println!("{}", res.is_err());
}
`,
    stdout: "true\n",
    code: 0,
    panic: "3:6: index out of bounds: the len is 0 but the index is 0",
  },
  {
    name: "expect",
    source: `fn main() {
    let n: Option<i32> = None;
    n.expect("no value");
}
`,
    stdout: "",
    code: 101,
    panic: "3:7: no value",
  },
  {
    name: "overflow",
    source: `fn main() {
    let v = vec![250u8, 10];
    let mut s = 0u8;
    for x in &v { s += x;
    } println!("{}", s);
}
`,
    stdout: "",
    code: 101,
    panic: "4:19: attempt to add with overflow",
  },
  {
    name: "sort",
    source: `fn main() {
    let mut v = vec![3,1,2];
    v.sort();
    v.dedup();
    println!("{:?} {:?}", v, v.binary_search(&2));
    let mut w = vec!["b","a"];
    w.sort_by(|a,b| b.cmp(a));
    println!("{:?}", w);
}
`,
    stdout: '[1, 2, 3] Ok(1)\n["b", "a"]\n',
    code: 0,
  },
  {
    name: "hashmap",
    source: `fn main() {
    use std::collections::HashMap;
    let mut m: HashMap<&str,i32> = HashMap::new();
    for w in "a b a".split_whitespace() { *m.entry(w).or_insert(0) += 1;
    } let mut k: Vec<_> = m.into_iter().collect();
    k.sort();
    println!("{:?}", k);
}
`,
    stdout: '[("a", 2), ("b", 1)]\n',
    code: 0,
  },
  {
    name: "btree",
    source: `fn main() {
    use std::collections::{BTreeMap,VecDeque,HashSet,BinaryHeap};
    let mut m = BTreeMap::new();
    m.insert(2,"b");
    m.insert(1,"a");
    println!("{:?}", m);
    let mut d = VecDeque::new();
    d.push_back(1);
    d.push_front(0);
    println!("{:?}", d);
    let s: HashSet<i32> = [1,1].into_iter().collect();
    println!("{:?}", s);
    let mut h = BinaryHeap::from(vec![1,5,2]);
    println!("{:?}", h.pop());
}
`,
    stdout: '{1: "a", 2: "b"}\n[0, 1]\n{1}\nSome(5)\n',
    code: 0,
  },
  {
    name: "drops",
    source: `fn main() {
    struct D(&'static str);
    impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0);
    } } let _a = D("a");
    let v = vec![D("b"), D("c")];
    drop(v);
    let b: Box<dyn std::any::Any> = Box::new(D("any"));
    drop(b);
    let _x = Some(D("x"));
    panic!("end");
}
`,
    stdout: "drop b\ndrop c\ndrop any\ndrop x\ndrop a\n",
    code: 101,
    panic: "10:5: end",
  },
  {
    name: "iters",
    source: `fn main() {
    let a = [1,2,3];
    let b = vec!["x","y","z"];
    for (i, s) in a.iter().zip(b.iter()).skip(1).step_by(1) { println!("{} {}", i, s);
    } println!("{:?} {:?} {:?}", a.iter().max(), b.join("-"), a.iter().rev().enumerate().map(|(i,x)| i as i32 * x).collect::<Vec<_>>());
    println!("{:?}", a.windows(2).map(|w| w[0]+w[1]).fold(0, |a,b| a+b));
    println!("{}", b.concat());
}
`,
    stdout: '2 y\n3 z\nSome(3) "x-y-z" [0, 2, 2]\n8\nxyz\n',
    code: 0,
  },
  {
    name: "strs",
    source: `fn main() {
    let s = String::from("Hello, Wörld");
    println!("{} {} {:?} {:?}", s.len(), s.to_uppercase(), s.find("W"), s.split(", ").collect::<Vec<_>>());
    println!("{}", &s[0..5]);
    for (i,c) in s.char_indices().take(3) { print!("{}{} ", i, c);
    } println!("{}", s.replace("l", "L"));
    let t = format!("{}-{}", 1, 2);
    println!("{t} {}", t.trim_start_matches("1"));
    println!("{:?}", "a=b".split_once('='));
}
`,
    stdout:
      '13 HELLO, WÖRLD Some(7) ["Hello", "Wörld"]\nHello\n0H 1e 2l HeLLo, WörLd\n1-2 -2\nSome(("a", "b"))\n',
    code: 0,
  },
  {
    name: "traits",
    source: `fn main() {
    trait T { fn f(&self) -> i32;
    fn g(&self) -> i32 { self.f() * 2 } } struct A;
    struct B(i32);
    impl T for A { fn f(&self) -> i32 { 1 } } impl T for B { fn f(&self) -> i32 { self.0 } fn g(&self) -> i32 { 100 } } let v: Vec<Box<dyn T>> = vec![Box::new(A), Box::new(B(7))];
    println!("{}", v.iter().map(|t| t.f() + t.g()).sum::<i32>());
}
`,
    stdout: "110\n",
    code: 0,
  },
  {
    name: "consts",
    source: `fn main() {
    const N: usize = 3;
    static G: [i32;
    N] = [1;
    N];
    const S: &[&str] = &["a", "b"];
    println!("{:?} {:?} {}", G, S, u64::MAX);
    static mut C: i32 = 0;
    unsafe { C += 5;
    let c = C;
    println!("{}", c);
    }
}
`,
    stdout: '[1, 1, 1] ["a", "b"] 18446744073709551615\n5\n',
    code: 0,
  },
  {
    name: "errors",
    source: `fn main() {
    fn f(s: &str) -> Result<i32, Box<dyn std::error::Error>> { let x: i32 = s.parse()?;
    if x < 0 { return Err("neg".into());
    } Ok(x) } println!("{:?} {} {}", f("1").ok(), f("a").unwrap_err(), f("-1").unwrap_err());
}
`,
    stdout: "Some(1) invalid digit found in string neg\n",
    code: 0,
  },
  {
    name: "big",
    source: `fn main() {
    let mut h: u64 = 14695981039346656037;
    for b in "hello".bytes() { h ^= b as u64;
    h = h.wrapping_mul(1099511628211);
    } println!("{} {:x} {}", h, h, u128::MAX / 3);
    println!("{}", i64::MAX.checked_add(1).is_none());
    println!("{}", (1u64 << 40) as f64 / 3.0);
}
`,
    stdout:
      "11831194018420276491 a430d84680aabd0b 113427455640312821154458202477256070485\ntrue\n366503875925.3333\n",
    code: 0,
  },
  {
    name: "matches",
    source: `fn main() {
    enum E { A, B(i32), C { x: i32, y: i32 } } let es = [E::A, E::B(5), E::C { x: 1, y: 2 }];
    for e in &es { let n = match e { E::A => 0, E::B(n @ 1..=9) => *n, E::B(_) => -1, E::C { x, y } => x * 10 + y };
    println!("{}", n);
    } let t = (1, "a");
    if let (1, s) = t { println!("{}", s);
    } let v = [1,2,3,4];
    match v { [a, .., b] => println!("{} {}", a, b) } if let [x, rest @ ..] = &v[..] { println!("{} {:?}", x, rest);
    }
}
`,
    stdout: "0\n5\n12\na\n1 4\n1 [2, 3, 4]\n",
    code: 0,
  },
  {
    name: "loops",
    source: `fn main() {
    let mut n = 0u64;
    'o: for i in 0.. { for j in 0..i { if i * j > 50 { break 'o;
    } n += j;
    } } println!("{}", n);
    let x = loop { n += 1;
    if n % 7 == 0 { break n;
    } };
    println!("{}", x);
    let mut k = 10;
    while k > 0 { k -= 3;
    } println!("{}", k);
}
`,
    stdout: "77\n84\n-2\n",
    code: 0,
  },
  {
    name: "generic",
    source: `fn main() {
    fn big<T: PartialOrd + Copy>(v: &[T]) -> T { let mut m = v[0];
    for &x in v { if x > m { m = x;
    } } m } println!("{} {}", big(&[1,5,2]), big(&[1.5,0.2]));
    struct St<T> { v: Vec<T> } impl<T: std::fmt::Display> St<T> { fn show(&self) -> String { self.v.iter().map(|x| x.to_string()).collect::<Vec<_>>().join(",") } } println!("{}", St { v: vec![1,2] }.show());
}
`,
    stdout: "5 1.5\n1,2\n",
    code: 0,
  },
  {
    name: "cmp",
    source: `fn main() {
    println!("{:?} {:?} {:?}", 1.cmp(&2), "b".partial_cmp("a"), (1,"z") < (2,"a"));
    println!("{} {}", std::cmp::max(3,9), [1,2] == [1,2]);
    #[derive(Debug,PartialEq,Eq,PartialOrd,Ord,Clone,Copy,Hash,Default)] struct Q(i32,i32);
    println!("{:?} {:?} {:?}", Q(1,2) < Q(1,3), Q::default(), Q(1,2).max(Q(0,9)));
}
`,
    stdout: "Less Some(Greater) true\n9 true\ntrue Q(0, 0) Q(1, 2)\n",
    code: 0,
  },
  {
    name: "size",
    source: `fn main() {
    use std::mem::size_of;
    println!("{} {} {} {} {}", size_of::<Option<Box<i32>>>(), size_of::<(u8,u32,u8)>(), size_of::<String>(), size_of::<Option<u32>>(), size_of::<Option<char>>());
}
`,
    stdout: "8 8 24 8 4\n",
    code: 0,
  },
];

describe("machine: programs on one thread", () => {
  for (const { name, source, stdout, code, panic } of CASES) {
    it(name, () => {
      const { state } = runText(source);
      assert.equal(state.stdout, stdout);
      assert.deepEqual(state.status, { kind: "exit", code });
      const found = /panicked at src\/main\.rs:(\d+:\d+):\n(.*?)\nnote:/s.exec(state.stderr);
      assert.equal(found ? `${found[1]}: ${found[2]}` : undefined, panic);
    });
  }
});
