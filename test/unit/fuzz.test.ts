// A thousand mutated programs through everything that reads a text; `npm run fuzz` tries a hundred thousand longer ones.

import { exercise, inputOf, newFuzz } from "../support/fuzz.ts";

const INPUTS = 1_000;
const RARELY = 40;

const SEEDS = [
  `use std::sync::{Arc, Mutex};
fn main() {
    let m = Arc::new(Mutex::new(0));
    let n = Arc::clone(&m);
    std::thread::spawn(move || *n.lock().unwrap() += 1).join().unwrap();
}
`,
  `use std::sync::mpsc;
fn main() {
    let (tx, rx) = mpsc::channel::<u8>();
    std::thread::spawn(move || tx.send(b'a').ok());
    for x in rx { println!("{x:>4} {}", 'é'); }
}
`,
  `struct P<'a, T: ?Sized + 'a>(&'a T);
impl<'a, T> Clone for P<'a, T> { fn clone(&self) -> Self { P(self.0) } }
enum E { A { x: f64 }, B(u8, ..) }
fn f<F: Fn(u8) -> u8>(g: F) -> impl Iterator<Item = u8> { (0..=3).map(move |x| g(x)) }
`,
  `static N: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
fn main() {
    let v = vec![1, 2, 3];
    let Some(x) = v.first() else { return };
    if let [a, .., b] = v[..] && a < b { println!("{}", a + b * *x); }
}
`,
  `macro_rules! twice { ($e:expr) => { ($e, $e) }; }
#[derive(Debug, Default)]
struct S { r: std::cell::RefCell<Vec<u8>> }
fn main() { let s = S::default(); s.r.borrow_mut().push(1); println!("{:?} {:?}", s, twice!(1 + 2)); }
`,
];

describe("fuzzing", function () {
  this.timeout(120_000);

  it(`nothing throws on ${INPUTS} mutated programs`, () => {
    const fuzz = newFuzz(SEEDS, RARELY);
    for (let seed = 1; seed <= INPUTS; seed++) {
      try {
        exercise(fuzz, inputOf(fuzz, seed), seed);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });
});
