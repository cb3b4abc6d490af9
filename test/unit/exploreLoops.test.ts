// Loops that are waited in: proved where what they count decides nothing, bounded and said so where it does.

import assert from "node:assert/strict";
import { exploreAll } from "../../src/driver/exploreProgram.ts";
import { createEngine } from "../../src/driver/engine.ts";
import type { Verdict } from "../../src/trace/verdict.ts";

const engine = createEngine();

const BOUNDS = {
  entry: undefined,
  maxStates: 3000,
  maxCounted: 1000,
  maxWalks: 50,
  patience: 300,
};

/** A thread sets a flag; main does `before` once, `turn` until it sees the flag, and `after` at the end. */
function waiting(before: string, turn: string, after: string): Verdict {
  const text = `use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
static SET: AtomicBool = AtomicBool::new(false);
static SHARED: AtomicU64 = AtomicU64::new(0);
fn main() {
    let setter = std::thread::spawn(|| SET.store(true, SeqCst));
    ${before}
    while !SET.load(SeqCst) { ${turn} }
    setter.join().unwrap();
    ${after}
}`;
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  return exploreAll(analysis, BOUNDS);
}

describe("loops that wait", () => {
  const forgotten: readonly [string, string, string, string][] = [
    ["a local", "let mut turns = 0u64;", "turns += 1;", ""],
    ["a wrapping local", "let mut turns = 0u32;", "turns = turns.wrapping_add(3);", ""],
    ["a field behind a box", "let mut all = Box::new((0u64, 1u8));", "all.0 += 1;", "drop(all);"],
    [
      "two that feed each other",
      "let (mut a, mut b) = (0u64, 1u64);",
      "a += 1; b = b.wrapping_mul(a);",
      "",
    ],
    ["one kept in a vector", "let mut all = vec![0u64; 3];", "all[1] += 1;", "drop(all);"],
    [
      "one that a function adds to",
      "let mut n = 0u64; fn add(n: &mut u64) { *n += 1; }",
      "add(&mut n);",
      "",
    ],
    ["one moved about", "let mut n = Some(0u64);", "n = n.map(|n| n.wrapping_add(1));", ""],
  ];
  for (const [what, before, turn, after] of forgotten) {
    it(`proves it where nothing looks at the count: ${what}`, () => {
      const verdict = waiting(before, turn, after);
      assert.equal(verdict.complete, true, verdict.bound);
      assert.ok(verdict.states < 100, `${verdict.states} states`);
      assert.deepEqual(
        verdict.outcomes.map((one) => one.status),
        ["ok"],
      );
    });
  }

  // Each of these looks: two outcomes, or a loop without end that is bounded. None may be called complete with one outcome.
  const looked: readonly [string, string, string, string][] = [
    ["a branch", "let mut n = 0u64;", "n += 1;", 'println!("{}", n > 2);'],
    ["output", "let mut n = 0u64;", "n += 1;", 'println!("{n}");'],
    ["an overflow", "let mut n = 0i32;", "n += 1;", ""],
    ["an index", "let mut n = 0usize; let all = [1, 2, 3];", "n += 1;", 'println!("{}", all[n]);'],
    ["a match", "let mut n = 0u64;", "n += 1;", 'match n { 3 => println!("three"), _ => {} }'],
    ["an operation on shared memory", "let mut n = 0u64;", "n += 1; SHARED.store(n, SeqCst);", ""],
    ["a remainder", "let mut n = 0u64;", "n += 1;", 'if n % 2 == 0 { println!("even"); }'],
    ["a float", "let mut n = 0u64;", "n += 1;", 'println!("{}", n as f64);'],
    ["text", "let mut n = 0u64;", "n += 1;", 'println!("{}", n.to_string().len());'],
    [
      "a count inside an atomic",
      "",
      "SHARED.fetch_add(1, SeqCst);",
      'println!("{}", SHARED.load(SeqCst));',
    ],
    [
      "the length of a vector",
      "let mut all = Vec::new();",
      "all.push(1u8);",
      'println!("{}", all.len());',
    ],
    ["an exit code", "let mut n = 0i64;", "n += 1;", "std::process::exit(n as i32);"],
    [
      "a comparison of arrays",
      "let mut n = [0u64; 2];",
      "n[0] += 1;",
      'println!("{}", n == [2, 0]);',
    ],
  ];
  for (const [what, before, turn, after] of looked) {
    it(`bounds it where something looks: ${what}`, () => {
      const verdict = waiting(before, turn, after);
      assert.equal(verdict.complete, false);
      assert.match(verdict.bound ?? "", /^the loop on line 7 was unrolled/);
      if (after !== "") assert.ok(verdict.outcomes.length > 1, "only one outcome");
    });
  }

  it("names what it took for granted about a count that can overflow", () => {
    const assumed = (turn: string) =>
      waiting("let mut n = 0u64;", turn, "").assumptions.map((one) => one.id);
    assert.ok(assumed("n += 1;").includes("long-counter"));
    assert.ok(!assumed("n = n.wrapping_add(1);").includes("long-counter"));
  });

  it("names the order of SeqCst operations only beside weaker ones", () => {
    const assumed = (order: string) =>
      waiting("", `SHARED.load(std::sync::atomic::Ordering::${order});`, "").assumptions.map(
        (one) => one.id,
      );
    assert.ok(assumed("Relaxed").includes("mixed-seqcst"));
    assert.deepEqual(assumed("SeqCst"), []);
  });
});
