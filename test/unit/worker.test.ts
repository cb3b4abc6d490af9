// The checking thread behind its protocol: two explorations at once, one of them cancelled, progress on the way.

import assert from "node:assert/strict";
import type { FromWorker, ToWorker } from "../../src/protocol/work.ts";
import type { Verdict } from "../../src/trace/verdict.ts";
import { serve } from "../../src/worker/serve.ts";
import { benchmarkRows } from "../support/benchmarkRows.ts";

/** A clock that goes on with every look at it, and tasks that wait their turn. */
const said: FromWorker[] = [];
const tasks: (() => void)[] = [];
let clock = 0;
const tell = serve({
  post: (message) => said.push(message),
  now: () => (clock += 10),
  later: (task) => tasks.push(task),
});
const step = () => tasks.shift()?.();

function finish(): void {
  while (tasks.length > 0) step();
}

function exploring(id: number, row: string, more: Partial<ToWorker> = {}): ToWorker {
  const text = benchmarkRows().find(({ name }) => name === row)?.source ?? "";
  const subject = { file: "main.rs", text, edition: 2021, entry: undefined, focus: undefined };
  return {
    kind: "explore",
    id,
    subject,
    whatIf: false,
    timeLimitMs: 1e9,
    maxStates: 100_000,
    ...more,
  } as ToWorker;
}

function verdictsOf(id: number): Verdict[] {
  return said.flatMap((one) =>
    one.kind === "panel" && one.id === id && one.message.kind === "verdict"
      ? [{ ...one.message.verdict, elapsedMs: 0 }]
      : [],
  );
}

const isDone = (id: number): boolean => said.some((one) => one.kind === "done" && one.id === id);

describe("the checking thread", () => {
  it("runs two explorations at once as if each were alone", () => {
    for (const [id, row] of [
      [1, "counter(4)"],
      [2, "dining in a circle(3)"],
    ] as const) {
      tell(exploring(id, row));
      finish();
    }
    tell(exploring(3, "counter(4)"));
    tell(exploring(4, "dining in a circle(3)"));
    assert.ok(!isDone(3) && !isDone(4), "they are at work at the same time");
    finish();
    assert.deepEqual(verdictsOf(3).at(-1), verdictsOf(1).at(-1));
    assert.deepEqual(verdictsOf(4).at(-1), verdictsOf(2).at(-1));
    assert.equal(verdictsOf(4).at(-1)?.outcomes.length, 2);
  });

  it("cancels one of them, and says so, while the other goes on", () => {
    tell(exploring(5, "mpsc(6)"));
    tell(exploring(6, "dining in a circle(3)"));
    tell({ kind: "cancel", id: 5 });
    step();
    step();
    assert.ok(isDone(5));
    const [given] = verdictsOf(5);
    assert.equal(given?.complete, false);
    assert.equal(given?.bound, "cancelled");
    finish();
    assert.equal(verdictsOf(5).length, 1);
    assert.equal(verdictsOf(6).at(-1)?.complete, true);
  });

  it("tells how far it is while it explores", () => {
    tell(exploring(7, "mpsc(6)"));
    while (tasks.length > 0 && verdictsOf(7).length === 0) step();
    tell({ kind: "cancel", id: 7 });
    finish();
    const told = said.flatMap((one) =>
      one.kind === "panel" && one.id === 7 && one.message.kind === "exploring" ? [one.message] : [],
    );
    assert.ok(told.length > 0);
    for (const { progress = -1 } of told) assert.ok(progress >= 0 && progress <= 1);
    const states = told.map((one) => one.states);
    assert.deepEqual(
      states,
      [...states].sort((a, b) => a - b),
    );
  });

  it("explores as if every operation on atomics were SeqCst, where that is asked for", () => {
    const text = `use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
static X: AtomicBool = AtomicBool::new(false);
static Y: AtomicBool = AtomicBool::new(false);
fn main() {
    let t = std::thread::spawn(|| { X.store(true, Relaxed); Y.load(Relaxed) });
    Y.store(true, Relaxed);
    let b = X.load(Relaxed);
    println!("{}", t.join().unwrap() || b);
}`;
    const subject = { file: "main.rs", text, edition: 2021, entry: undefined, focus: undefined };
    const outcomes = (id: number, orders: "asWritten" | "seqCst") => {
      tell(exploring(id, "", { subject, orders } as Partial<ToWorker>));
      finish();
      const last = verdictsOf(id).at(-1);
      return last?.outcomes.map((one) => one.stdout).sort();
    };
    assert.deepEqual(outcomes(8, "asWritten"), ["false\n", "true\n"]);
    assert.deepEqual(outcomes(9, "seqCst"), ["true\n"]);
  });
});
