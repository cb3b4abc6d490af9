// Two runs in step by event.

import assert from "node:assert/strict";
import fc from "fast-check";
import { alignTraces } from "../../src/trace/align.ts";
import { createTraceBuilder } from "../../src/trace/builder.ts";
import type { EventKind, Trace } from "../../src/trace/trace.ts";
import { counterSample } from "../support/samples/counter.ts";

type Written = readonly [kind: EventKind, thread: number, line: number];

function traceOf(events: readonly Written[]): Trace {
  const builder = createTraceBuilder();
  for (const [step, [kind, thread, line]] of events.entries()) {
    const place = { line, column: 1, endLine: line, endColumn: 1 };
    builder.push({ kind, thread, step, ...place, object: undefined, a: 0, b: 0, text: "" });
  }
  return { ...counterSample().trace, events: builder.finish() };
}

const steps = (a: readonly Written[], b: readonly Written[]) => {
  const { left, right } = alignTraces(traceOf(a), traceOf(b));
  return left.map((row, at) => `${row} ${right[at]}`);
};

describe("two runs in step", () => {
  it("put a borrow beside a lock, and what only one does on its own", () => {
    const cell: Written[] = [
      ["create", 0, 1],
      ["borrow", 0, 2],
      ["borrow", 0, 3],
      ["panic", 0, 3],
    ];
    const lock: Written[] = [
      ["create", 0, 1],
      ["acquire", 0, 2],
      ["blocked", 0, 3],
    ];
    assert.deepEqual(steps(cell, lock), ["0 0", "1 1", "2 2", "3 2"]);
  });

  it("let one go on alone where the other has nothing like it", () => {
    const a: Written[] = [
      ["line", 0, 1],
      ["print", 0, 2],
    ];
    const b: Written[] = [
      ["line", 0, 1],
      ["spawn", 0, 5],
      ["start", 1, 6],
      ["print", 0, 2],
    ];
    assert.deepEqual(steps(a, b), ["0 0", "0 1", "0 2", "1 3"]);
  });

  it("come to every event of both, and never go back", () => {
    const event = fc.tuple(
      fc.constantFrom<EventKind>("line", "acquire", "borrow", "print"),
      fc.nat(2),
      fc.nat(3),
    );
    const run = fc.array(event, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(run, run, (a, b) => {
        const { left, right } = alignTraces(traceOf(a), traceOf(b));
        for (const [side, events] of [
          [left, a],
          [right, b],
        ] as const) {
          assert.deepEqual(
            [...new Set(side)],
            events.map((_, row) => row),
          );
          assert.ok(side.every((row, at) => row >= (side[at - 1] ?? 0)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
