// The machine's weak memory against an axiomatic RC11 checker and against published numbers of results.

import assert from "node:assert";
import { machineResults } from "../support/litmusMachine.ts";
import { rc11Results, type Litmus, type LitmusOp, type Order } from "../support/rc11.ts";

const load = (at: string, order: Order): LitmusOp => ({ kind: "load", at, order });
const store = (at: string, value: number, order: Order): LitmusOp => ({
  kind: "store",
  at,
  value,
  order,
});
const add = (at: string, value: number, order: Order): LitmusOp => ({
  kind: "add",
  at,
  value,
  order,
});
const exchange = (
  at: string,
  expected: number,
  value: number,
  order: Order,
  failure: Order,
): LitmusOp => ({
  kind: "exchange",
  at,
  expected,
  value,
  order,
  failure,
});
const fence = (order: Order): LitmusOp => ({ kind: "fence", order });

const bothReads = (results: ReadonlySet<string>): number =>
  new Set([...results].map((one) => one.split(";")[0])).size;

const storeBuffering = (write: Order, read: Order): Litmus => [
  [store("x", 1, write), load("y", read)],
  [store("y", 1, write), load("x", read)],
];
const messagePassing = (write: Order, read: Order): Litmus => [
  [store("data", 1, "Relaxed"), store("flag", 1, write)],
  [load("flag", read), load("data", "Relaxed")],
];
const independentReads = (write: Order, read: Order): Litmus => [
  [store("x", 1, write)],
  [store("y", 1, write)],
  [load("x", read), load("y", read)],
  [load("y", read), load("x", read)],
];

/** Results of the reads under RC11, as published for GenMC and Miri. */
const PUBLISHED: readonly (readonly [name: string, program: Litmus, results: number])[] = [
  ["store buffering, relaxed", storeBuffering("Relaxed", "Relaxed"), 4],
  ["store buffering, release and acquire", storeBuffering("Release", "Acquire"), 4],
  ["store buffering, SeqCst", storeBuffering("SeqCst", "SeqCst"), 3],
  ["message passing, relaxed", messagePassing("Relaxed", "Relaxed"), 4],
  ["message passing, release and acquire", messagePassing("Release", "Acquire"), 3],
  [
    "load buffering, relaxed",
    [
      [load("x", "Relaxed"), store("y", 1, "Relaxed")],
      [load("y", "Relaxed"), store("x", 1, "Relaxed")],
    ],
    3,
  ],
  ["independent reads, release and acquire", independentReads("Release", "Acquire"), 16],
  ["independent reads, SeqCst", independentReads("SeqCst", "SeqCst"), 15],
];

const MORE: readonly (readonly [name: string, program: Litmus])[] = [
  [
    "store buffering with SeqCst fences",
    [
      [store("x", 1, "Relaxed"), fence("SeqCst"), load("y", "Relaxed")],
      [store("y", 1, "Relaxed"), fence("SeqCst"), load("x", "Relaxed")],
    ],
  ],
  [
    "message passing with fences",
    [
      [store("data", 1, "Relaxed"), fence("Release"), store("flag", 1, "Relaxed")],
      [load("flag", "Relaxed"), fence("Acquire"), load("data", "Relaxed")],
    ],
  ],
  [
    "a release sequence through an update",
    [
      [store("data", 1, "Relaxed"), store("flag", 1, "Release")],
      [add("flag", 1, "Relaxed")],
      [load("flag", "Acquire"), load("data", "Relaxed")],
    ],
  ],
  [
    "stores in two orders",
    [
      [store("x", 1, "Relaxed"), store("y", 2, "Relaxed")],
      [store("y", 1, "Relaxed"), store("x", 2, "Relaxed")],
    ],
  ],
  [
    "coherence of reads",
    [
      [store("x", 1, "Relaxed"), store("x", 2, "Relaxed")],
      [load("x", "Relaxed"), load("x", "Relaxed")],
    ],
  ],
  [
    "write to read causality",
    [
      [store("x", 1, "Relaxed")],
      [load("x", "Relaxed"), store("y", 1, "Release")],
      [load("y", "Acquire"), load("x", "Relaxed")],
    ],
  ],
  [
    "an update that lands before a store",
    [
      [store("x", 1, "Relaxed"), load("y", "Relaxed")],
      [store("y", 1, "Relaxed"), add("x", 0, "Relaxed")],
    ],
  ],
  [
    "two exchanges for one place",
    [
      [exchange("x", 0, 1, "AcqRel", "Acquire"), load("y", "Relaxed")],
      [store("y", 1, "Relaxed"), exchange("x", 0, 2, "AcqRel", "Acquire")],
    ],
  ],
  ["SeqCst stores and relaxed loads", storeBuffering("SeqCst", "Relaxed")],
  ["relaxed stores and SeqCst loads", storeBuffering("Relaxed", "SeqCst")],
];

describe("weak memory", () => {
  for (const [name, program, results] of PUBLISHED) {
    it(`${name}: ${results} results`, () => {
      assert.equal(bothReads(machineResults(program).results), results);
      assert.equal(bothReads(rc11Results(program)), results);
    });
  }

  for (const [name, program] of MORE) {
    it(name, () =>
      assert.deepEqual(
        [...machineResults(program).results].sort(),
        [...rc11Results(program)].sort(),
      ),
    );
  }

  it("gives exactly the results of RC11 on programs made at random, without SeqCst accesses", () => {
    const random = generator(7);
    for (let turn = 0; turn < 400; turn++)
      checkSame(randomProgram(random, ["Relaxed", "Release", "Acquire", "AcqRel"]));
  });

  it("gives exactly the results of RC11 when every access is SeqCst", () => {
    const random = generator(11);
    for (let turn = 0; turn < 150; turn++) checkSame(randomProgram(random, ["SeqCst"]));
  });

  it("gives no result that RC11 forbids when orders are mixed", () => {
    const random = generator(13);
    for (let turn = 0; turn < 300; turn++) {
      const program = randomProgram(random, ["Relaxed", "Release", "Acquire", "SeqCst"]);
      const allowed = rc11Results(program);
      for (const result of machineResults(program).results)
        assert.ok(allowed.has(result), `${result} of ${JSON.stringify(program)}`);
    }
  });

  it("gives the same results with folded histories", () => {
    const random = generator(17);
    for (let turn = 0; turn < 300; turn++) {
      const program = randomProgram(random, ["Relaxed", "Release", "Acquire", "SeqCst"]);
      assert.deepEqual(
        [...machineResults(program, true).results].sort(),
        [...machineResults(program).results].sort(),
        JSON.stringify(program),
      );
    }
  });

  it("keeps counters small: updates alone need no history", () => {
    const adders: Litmus = Array.from({ length: 5 }, () => [add("x", 1, "Relaxed")]);
    // 326 states of the reads alone (performance.md: fetch_add(5)), each with whoever added last; without folding it is many more.
    const folded = machineResults(adders, true);
    assert.ok(folded.states <= 326, `${folded.states} states`);
    assert.equal(folded.results.size, 120);
  });
});

function checkSame(program: Litmus): void {
  assert.deepEqual(
    [...machineResults(program).results].sort(),
    [...rc11Results(program)].sort(),
    JSON.stringify(program),
  );
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Two or three threads of one to three operations each on two locations, five operations at most. */
function randomProgram(random: (below: number) => number, orders: readonly Order[]): Litmus {
  const threads = 2 + random(2);
  let left = 6 - threads;
  return Array.from({ length: threads }, () => {
    const length = Math.min(1 + random(3), 1 + left);
    left -= length - 1;
    return Array.from({ length }, () => randomOp(random, orders));
  });
}

function randomOp(random: (below: number) => number, orders: readonly Order[]): LitmusOp {
  const pick = (allowed: readonly Order[]): Order => {
    const open = allowed.filter((order) => orders.includes(order));
    return open[random(open.length)] ?? "Relaxed";
  };
  const at = random(2) === 0 ? "x" : "y";
  const value = 1 + random(2);
  const any: readonly Order[] = ["Relaxed", "Release", "Acquire", "AcqRel", "SeqCst"];
  switch (random(9)) {
    case 0:
    case 1:
    case 2:
      return load(at, pick(["Relaxed", "Acquire", "SeqCst"]));
    case 3:
    case 4:
    case 5:
      return store(at, value, pick(["Relaxed", "Release", "SeqCst"]));
    case 6:
      return add(at, value, pick(any));
    case 7:
      return exchange(at, random(2), value, pick(any), pick(["Relaxed", "Acquire", "SeqCst"]));
    default:
      return fence(pick(["Release", "Acquire", "AcqRel", "SeqCst"]));
  }
}
