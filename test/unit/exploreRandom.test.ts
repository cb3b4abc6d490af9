// The reduction against none at all, on programs made by chance: every outcome that some schedule, timer, spurious wake-up, weak
// failure or stale load can give is there with it, and no other.

import assert from "node:assert/strict";
import fc from "fast-check";
import { createEngine } from "../../src/driver/engine.ts";
import { machineOf, prepare } from "../../src/driver/program.ts";
import { machineModel } from "../../src/explore/machineModel.ts";
import { createSearch } from "../../src/explore/search.ts";
import { preamble, randomProgram, rustFunction } from "../support/randomProgram.ts";

const PROGRAMS = 15;
const MAX_STATES = 3000;

const engine = createEngine();

/** Undefined: too many states. */
function endings(ready: Parameters<typeof machineOf>[0], reduce: boolean): string[] | undefined {
  // Folded histories learn by beginning again, which only the reduced search does.
  const search = createSearch(machineModel(machineOf(ready, reduce)), {
    reduce,
    output: true,
    schedulingOnly: false,
    maxStates: MAX_STATES,
  });
  while (!search.done && search.bound === undefined) search.advance(1_000_000);
  return search.done ? [...search.endings.groups.keys()].sort() : undefined;
}

describe("the reduction", () => {
  it("loses no outcome of programs made by chance, and adds none", function () {
    this.timeout(120_000);
    const programs = fc.sample(randomProgram, { numRuns: PROGRAMS, seed: 20 });
    const functions = programs.map(
      (program, index) =>
        `${rustFunction(`run${index}`, program)}fn p${index}() { println!("{}", run${index}()); }\n`,
    );
    const text = `${preamble("")}${functions.join("\n")}fn main() {}\n`;
    const analysis = engine.analyze(text, { file: "main.rs", edition: 2021 });
    let compared = 0;
    for (let index = 0; index < PROGRAMS; index++) {
      const ready = prepare(analysis, { path: `p${index}` });
      if (ready.kind !== "ready") throw new Error(`p${index} is ${ready.kind}`);
      const reduced = endings(ready, true);
      const all = reduced && endings(ready, false);
      if (all === undefined) continue;
      compared++;
      assert.deepEqual(reduced, all, functions[index]);
      assert.ok(!all.some((key) => /^(unsupported|limit) /.test(key)), functions[index]);
    }
    assert.ok(compared > PROGRAMS / 2, `only ${compared} programs were small enough`);
  });
});
