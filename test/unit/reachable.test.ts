// What can still happen behind choices: a subset of what can happen at all, and what the last choice decides.

import assert from "node:assert/strict";
import { createEngine } from "../../src/driver/engine.ts";
import { startExploration } from "../../src/driver/exploreProgram.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import type { ScheduleStep } from "../../src/trace/schedule.ts";

const TEXT = `use std::thread;

fn main() {
    let other = thread::spawn(|| print!("b"));
    print!("a");
    other.join().unwrap();
    println!();
}
`;

function ready() {
  const analysis = createEngine().analyze(TEXT, { file: "main.rs", edition: 2021 });
  const program = prepare(analysis, {});
  if (program.kind !== "ready") throw new Error(program.kind);
  return program;
}

function outputsAfter(after: readonly ScheduleStep[]): string[] {
  const { exploration, verdict } = startExploration(ready(), { maxStates: 1000, after });
  while (exploration.phase !== "done") exploration.advance(100_000);
  return verdict(0)
    .outcomes.map((outcome) => outcome.stdout)
    .sort();
}

function chosen(prefix: readonly number[]) {
  const program = ready();
  const strategy = schedulerStrategy(program, { kind: "choose", prefix });
  if (typeof strategy === "string") throw new Error(strategy);
  return recordRun(program, strategy, 0);
}

describe("what is still reachable", () => {
  it("shrinks as choices are made, until one ending is left", () => {
    assert.deepEqual(outputsAfter([]), ["ab\n", "ba\n"]);
    let prefix: number[] = [];
    let before = outputsAfter([]);
    for (;;) {
      const { next, result } = chosen(prefix);
      const now = outputsAfter(result.steps);
      assert.ok(
        now.every((output) => before.includes(output)),
        `${now} after ${prefix}`,
      );
      before = now;
      if (next.length === 0) break;
      prefix = [...prefix, 0];
    }
    assert.equal(before.length, 1);
  });
});
