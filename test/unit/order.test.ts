// Happens-before of recorded runs, against what std's documentation promises (reasoning beside each), and its laws on any run.

import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createEngine } from "../../src/driver/engine.ts";
import { prepare } from "../../src/driver/program.ts";
import { recordRun } from "../../src/driver/record.ts";
import { schedulerStrategy } from "../../src/driver/scheduler.ts";
import { rowsOrdered } from "../../src/trace/order.ts";
import { eventAt } from "../../src/trace/trace.ts";
import type { EventKind, Trace } from "../../src/trace/trace.ts";
import { buildTraceIndex, counterpart } from "../../src/trace/traceIndex.ts";
import { counterSample } from "../support/samples/counter.ts";
import { deadlockSample } from "../support/samples/deadlock.ts";
import { zooSample } from "../support/samples/zoo.ts";

const engine = createEngine();

function traceOf(text: string): Trace {
  const program = prepare(engine.analyze(text, { file: "main.rs", edition: 2021 }), {});
  if (program.kind !== "ready") throw new Error(`not ready: ${program.kind}`);
  const strategy = schedulerStrategy(program, { kind: "roundRobin" });
  if (typeof strategy === "string") throw new Error(strategy);
  return recordRun(program, strategy, 0).trace;
}

function rowOf(trace: Trace, kind: EventKind, thread: number): number {
  for (let row = 0; row < trace.events.count; row++) {
    const event = eventAt(trace.events, row);
    if (event.kind === kind && event.thread === thread) return row;
  }
  return assert.fail(`no ${kind} of thread ${thread}`);
}

/** How the second row stands to the first. */
function relation(trace: Trace, from: number, to: number): string {
  return (
    (["before", "after", "concurrent"] as const).find((side) =>
      rowsOrdered(trace, from, side).includes(to),
    ) ?? "itself"
  );
}

const flag = (store: string, load: string) => `use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;
static READY: AtomicU32 = AtomicU32::new(0);
fn main() {
    let writer = thread::spawn(|| READY.store(1, ${store}));
    let reader = thread::spawn(|| READY.load(${load}));
    println!("{}", reader.join().unwrap());
    writer.join().unwrap();
}
`;

describe("order", () => {
  it("goes from a release store to the acquire load that reads it, and only then", () => {
    for (const [store, load, is] of [
      ["Release", "Acquire", "after"],
      ["SeqCst", "SeqCst", "after"],
      ["Relaxed", "Acquire", "concurrent"],
      ["Release", "Relaxed", "concurrent"],
    ] as const) {
      const trace = traceOf(flag(store, load));
      const load1 = rowOf(trace, "load", 2);
      // Only a load that came behind the store can have read it.
      assert.ok(load1 > rowOf(trace, "store", 1));
      assert.equal(relation(trace, rowOf(trace, "store", 1), load1), is, `${store} ${load}`);
    }
  });

  it("goes through spawn, lock, message and join", () => {
    const trace = traceOf(`use std::sync::{mpsc, Arc, Mutex};
use std::thread;
fn main() {
    let total = Arc::new(Mutex::new(0));
    let (tx, rx) = mpsc::channel();
    let own = Arc::clone(&total);
    let one = thread::spawn(move || {
        tx.send(1).unwrap();
        *own.lock().unwrap() += 1;
    });
    let other = thread::spawn(|| println!("alone"));
    println!("{}", rx.recv().unwrap());
    one.join().unwrap();
    println!("{}", total.lock().unwrap());
    other.join().unwrap();
}
`);
    const [send, recv] = [rowOf(trace, "send", 1), rowOf(trace, "recv", 0)];
    assert.equal(relation(trace, send, recv), "after");
    assert.equal(relation(trace, recv, send), "before");
    assert.equal(relation(trace, rowOf(trace, "release", 1), rowOf(trace, "acquire", 0)), "after");
    // Nothing orders what the two threads do.
    assert.equal(relation(trace, send, rowOf(trace, "print", 2)), "concurrent");
    assert.equal(
      relation(trace, rowOf(trace, "print", 2), rowOf(trace, "acquire", 1)),
      "concurrent",
    );
    assert.equal(relation(trace, rowOf(trace, "spawn", 0), send), "after");
  });

  it("is an order: each other row is on exactly one side, and the sides mirror each other", () => {
    for (const { trace } of [counterSample(), deadlockSample(), zooSample()]) {
      const sides = Array.from({ length: trace.events.count }, (_, row) => ({
        before: new Set(rowsOrdered(trace, row, "before")),
        after: new Set(rowsOrdered(trace, row, "after")),
        concurrent: new Set(rowsOrdered(trace, row, "concurrent")),
      }));
      sides.forEach(({ before, after, concurrent }, row) => {
        assert.equal(before.size + after.size + concurrent.size, trace.events.count - 1);
        for (const other of after) assert.ok(sides[other]?.before.has(row));
        for (const other of concurrent) assert.ok(sides[other]?.concurrent.has(row));
      });
    }
  });

  it("leads from who waits to who holds it, and back", () => {
    const { trace } = counterSample();
    const index = buildTraceIndex(trace);
    const blocked = rowOf(trace, "blocked", 2);
    const holder = counterpart(index, blocked, undefined) ?? assert.fail();
    assert.deepEqual(
      [eventAt(trace.events, holder).kind, eventAt(trace.events, holder).thread],
      ["acquire", 1],
    );
    assert.equal(counterpart(index, holder, undefined), blocked);
  });
});
