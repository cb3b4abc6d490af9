// The order of a hash map is another one in every run: what depends on it is no claim, what does not is.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { exploreAll } from "../../src/driver/exploreProgram.ts";
import type { Verdict } from "../../src/trace/verdict.ts";

const engine = createEngine();

function explore(body: string): Verdict {
  const text = `use std::collections::{BTreeMap, HashMap, HashSet};
fn main() {
    let map: HashMap<i32, i32> = (0..6).map(|i| (i, i * i)).collect();
    ${body}
}`;
  const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
  const options = { entry: undefined, maxStates: 1000, maxCounted: 100, maxWalks: 10 };
  return exploreAll(analysis, options);
}

describe("the order of hash maps", () => {
  for (const body of [
    'for (key, value) in &map { print!("{key}{value} "); } println!();',
    'println!("{map:?}");',
    'let set: HashSet<i32> = map.into_keys().collect(); println!("{:?}", set.iter().next());',
  ]) {
    it(`bounds the verdict where it shows: ${body}`, () => {
      const verdict = explore(body);
      assert.equal(verdict.complete, false);
      assert.equal(verdict.bound, "hash-order");
      assert.equal(verdict.outcomes.length, 1);
    });
  }

  for (const body of [
    'println!("{}", map.values().sum::<i32>());',
    'let sorted: BTreeMap<_, _> = map.into_iter().collect(); println!("{sorted:?}");',
  ]) {
    it(`is assumed not to matter where two orders agree: ${body}`, () => {
      const verdict = explore(body);
      assert.equal(verdict.complete, true, verdict.bound);
      assert.deepEqual(
        verdict.assumptions.map(({ id }) => id),
        ["hash-order"],
      );
    });
  }

  it("is nothing to speak of where nobody walks through a map", () => {
    const verdict = explore('println!("{:?} {}", map.get(&3), map.len());');
    assert.equal(verdict.complete, true);
    assert.deepEqual(verdict.assumptions, []);
  });
});
