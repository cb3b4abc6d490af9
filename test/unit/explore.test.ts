// The explorer on small models of operations: outcomes, states and counts against numbers found by reasoning (beside each).

import assert from "node:assert/strict";
import fc from "fast-check";
import { createExploration, type ExplorationResult } from "../../src/explore/exploration.ts";
import { createSearch } from "../../src/explore/search.ts";
import { createEngine } from "../../src/driver/engine.ts";
import { exploreAll } from "../../src/driver/exploreProgram.ts";
import { benchmarkRows } from "../support/benchmarkRows.ts";
import { exploreOps } from "../support/opModel.ts";
import { opRow } from "../support/opRows.ts";
import { lockModel, type Op, type OpState } from "../support/lockModel.ts";

const engine = createEngine();

const lock = (name: number): Op => ({ kind: "lock", lock: name });
const unlock = (name: number): Op => ({ kind: "unlock", lock: name });
const section = (name: number): Op[] => [lock(name), unlock(name)];
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

function explore(threads: readonly (readonly Op[])[], movers = true): ExplorationResult<OpState> {
  const exploration = createExploration(lockModel(threads, movers), {
    maxStates: 200_000,
    maxCounted: 200_000,
    maxWalks: 1000,
  });
  while (exploration.phase !== "done") exploration.advance(10_000);
  return exploration.result();
}

function outcomes(result: ExplorationResult<OpState>): string[] {
  return result.outcomes.map((one) => `${one.status} ${one.stdout}`).sort();
}

function statesOf(threads: readonly (readonly Op[])[], reduce: boolean): number {
  const search = createSearch(lockModel(threads, true), {
    reduce,
    output: true,
    schedulingOnly: false,
    maxStates: 1e6,
  });
  while (!search.done) search.advance(100_000);
  return search.graph.nodeCount;
}

describe("explore", () => {
  it("finds both endings of AB-BA, with the counts of all interleavings", () => {
    const result = explore([
      [lock(0), lock(1), unlock(1), unlock(0)],
      [lock(1), lock(0), unlock(0), unlock(1)],
    ]);
    assert.deepEqual(result.outcomes.map((one) => one.status).sort(), ["deadlock", "ok"]);
    const deadlock = result.outcomes.find((one) => one.status === "deadlock");
    // Deadlock: both first locks, in either order: 2 schedules. From the start each order of the first two steps by
    // different threads has probability 1/2; after thread 0's first lock both can go on, so 1/2 · 1/2 · 2 = 1/2.
    assert.equal(deadlock?.schedules, 2n);
    assert.equal(deadlock?.probability, 0.5);
    assert.equal(deadlock?.witness.switches, 1);
    assert.equal(deadlock?.witness.preemptions, 1);
    assert.equal(result.complete, true);
  });

  it("counts the orders of n critical sections: (n lock orders), states as in the literature", () => {
    // Unreduced, counter(n) has n·2^(n-1) + 2^n states (one holder or none, any subset done).
    for (const n of [2, 3, 4, 5])
      assert.equal(
        statesOf(
          times(n, () => section(0)),
          false,
        ),
        n * 2 ** (n - 1) + 2 ** n,
      );
    const result = explore(times(4, () => section(0)));
    assert.equal(result.outcomes[0]?.schedules, 24n);
    assert.equal(result.outcomes[0]?.probability, 1);
  });

  it("finds every value of the lost update", () => {
    // n threads load, then store + 1: every value from 1 to n.
    const result = explore(
      times(3, () => [
        { kind: "load", variable: 0 },
        { kind: "store", variable: 0, by: 1 },
      ]),
    );
    const values = new Set(
      result.outcomes.map((one) => (JSON.parse(one.stdout) as number[][])[0]?.[0]),
    );
    assert.deepEqual([...values].sort(), [1, 2, 3]);
  });

  it("does not reduce a release that try_lock can see", () => {
    const threads: Op[][] = [[lock(0), unlock(0)], [{ kind: "tryLock", lock: 0 }]];
    assert.deepEqual(outcomes(explore(threads)), outcomes(explore(threads, false)));
    assert.equal(explore(threads).outcomes.length, 2);
  });

  it("says so when the bound is reached", () => {
    const exploration = createExploration(
      lockModel(
        times(6, () => section(0)),
        false,
      ),
      { maxStates: 50, maxCounted: 50, maxWalks: 10 },
    );
    while (exploration.phase !== "done") exploration.advance(10_000);
    assert.equal(exploration.result().complete, false);
    assert.equal(exploration.result().bound, "50 states");
  });

  it("estimates no outcome that exists at nothing, and none beside another at everything", () => {
    // A long thread and a short one: that the short one comes last of all is rare.
    const exploration = createExploration(
      lockModel(
        [
          times(12, (): Op => ({ kind: "add", variable: 1, by: 1 })),
          [
            { kind: "load", variable: 1 },
            { kind: "store", variable: 0, by: 0 },
          ],
        ],
        false,
      ),
      { maxStates: 10_000, maxCounted: 10, maxWalks: 5 },
    );
    while (exploration.phase !== "done") exploration.advance(10_000);
    const { counts, outcomes: found } = exploration.result();
    assert.equal(counts, "estimated");
    // What the short one reads: 0 to 12.
    assert.equal(found.length, 13);
    const sum = found.reduce((all, one) => all + (one.probability ?? 0), 0);
    assert.ok(Math.abs(sum - 1) < 1e-9);
    for (const { probability = 0, probabilityError = 0 } of found)
      assert.ok(probability > 0 && probability < 1 && probabilityError > 0);
  });

  it("stops where the memory is used up", () => {
    const exploration = createExploration(
      lockModel(
        times(12, () => section(0)),
        false,
      ),
      { maxStates: 200_000, maxCounted: 10, maxWalks: 1, maxBytes: 1_000_000 },
    );
    while (exploration.phase !== "done") exploration.advance(10_000);
    assert.equal(exploration.result().complete, false);
    assert.equal(exploration.result().bound, "1 MB of memory");
    assert.ok(exploration.result().covered.states < 20_000);
  });

  it("reaches the same outcomes with and without the reduction", () => {
    const op = fc.oneof(
      fc.record({
        kind: fc.constantFrom("add" as const),
        variable: fc.nat(1),
        by: fc.constantFrom(1, 2),
      }),
      fc.record({ kind: fc.constant("load" as const), variable: fc.nat(1) }),
      fc.record({ kind: fc.constant("store" as const), variable: fc.nat(1), by: fc.nat(1) }),
      fc.record({ kind: fc.constant("tryLock" as const), lock: fc.nat(1) }),
    );
    // A thread: operations, some inside one or two nested critical sections.
    const thread = fc
      .tuple(fc.array(op, { maxLength: 2 }), fc.nat(1), fc.boolean())
      .map(([ops, first, nested]): Op[] => {
        const inner = nested ? [lock(1 - first), ...ops, unlock(1 - first)] : ops;
        return [lock(first), ...inner, unlock(first)];
      });
    fc.assert(
      fc.property(fc.array(thread, { minLength: 2, maxLength: 3 }), (threads) => {
        assert.deepEqual(outcomes(explore(threads)), outcomes(explore(threads, false)));
      }),
      { numRuns: 150 },
    );
  });
});

describe("programs as operations alone", () => {
  for (const name of [
    "counter(3)",
    "counter(2) x 2",
    "independent(3)",
    "dining ordered(3)",
    "dining in a circle(3)",
    "pc 1P1C, 2 each",
    "pc 2P2C, 1 each",
    "fetch_add(3)",
    "lost update(3)",
    "mpsc(3)",
    "RwLock 2r1w",
  ]) {
    it(`${name}: exploration has its outcomes, and at most twice its states`, () => {
      const program = opRow(name);
      const row = benchmarkRows().find((one) => one.name === name);
      assert.ok(program && row);
      const alone = exploreOps(program);
      assert.deepEqual([...alone.outcomes].sort(), [...exploreOps(program, false).outcomes].sort());
      assert.equal(alone.outcomes.size, row.outcomes);
      const analysis = engine.analyze(row.source, { file: "main.rs", edition: 2021 });
      const verdict = exploreAll(analysis, {
        entry: undefined,
        maxStates: 10_000,
        maxCounted: 1,
        maxWalks: 0,
      });
      assert.equal(verdict.outcomes.length, row.outcomes);
      assert.ok(verdict.states <= 2 * alone.states, `${verdict.states} of ${alone.states}`);
    });
  }
});
