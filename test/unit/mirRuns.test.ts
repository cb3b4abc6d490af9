// Programs of test/moves/run on the machine, against what they print when rustc 1.95 compiles them.
//
// `NAME.EDITION.out` is the recorded output of NAME.rs in that edition. A program without a recording fails, and the other way round.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { runProgram, strategyOf } from "../../src/driver/runProgram.ts";

const root = "test/moves/run";
const engine = createEngine();
const files = readdirSync(root);
const programs = files.filter((file) => file.endsWith(".rs")).map((file) => file.slice(0, -3));
const recordings = files
  .filter((file) => file.endsWith(".out"))
  .map((file) => file.slice(0, -4).split("."));

function run(name: string, edition: 2021 | 2024): string {
  const text = readFileSync(`${root}/${name}.rs`, "utf8");
  const ready = prepare(engine.analyze(text, { file: `${name}.rs`, edition }), {});
  if (ready.kind !== "ready")
    return JSON.stringify(ready.kind === "rejected" ? ready.errors : ready.message);
  const { ending } = runProgram(ready, strategyOf({}));
  return ending.status === "ok"
    ? ending.stdout
    : `${ending.status}\n${ending.stdout}${ending.stderr}`;
}

describe("lowering and drops, as rustc compiles them", () => {
  it("every program has a recording, and every recording a program", () => {
    const recorded = new Set(recordings.map(([name]) => name));
    assert.deepEqual([...recorded].sort(), [...programs].sort());
  });
  for (const [name = "", edition] of recordings) {
    it(`${name} in edition ${edition}`, () => {
      const expected = readFileSync(`${root}/${name}.${edition}.out`, "utf8");
      assert.equal(run(name, edition === "2024" ? 2024 : 2021), expected);
    });
  }
});
