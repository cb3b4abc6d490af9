// Every result that the machine's weak memory gives for a small program of atomic operations: all interleavings, all ways.

import { normalize, withHistory } from "../../src/machine/clocks/history.ts";
import { perform, wantsHistory, waysOf, type AtomicOp } from "../../src/machine/clocks/ways.ts";
import { EMPTY_MEMORY, fence, type WeakMemory } from "../../src/machine/clocks/weakMemory.ts";
import { encodeMemory } from "../../src/machine/clocks/history.ts";
import type { Cell, ThreadId } from "../../src/machine/state/value.ts";
import type { Litmus, LitmusOp } from "./rc11.ts";

interface Point {
  readonly memory: WeakMemory;
  readonly at: readonly number[];
  readonly reads: readonly (readonly number[])[];
  readonly cells: Readonly<Record<string, number>>;
}

export interface LitmusRun {
  readonly results: Set<string>;
  readonly states: number;
}

/** `folding`: locations are folded until somebody could tell, and the search begins again then. */
export function machineResults(program: Litmus, folding = false): LitmusRun {
  const unfolded = new Set<string>();
  for (;;) {
    const before = unfolded.size;
    const run = search(program, folding, unfolded);
    if (unfolded.size === before) return run;
  }
}

function search(program: Litmus, folding: boolean, unfolded: Set<string>): LitmusRun {
  const results = new Set<string>();
  const seen = new Set<string>();
  const locations = [
    ...new Set(program.flat().flatMap((op) => ("at" in op ? [op.at] : []))),
  ].sort();
  const start: Point = {
    memory: EMPTY_MEMORY,
    at: program.map(() => 0),
    reads: program.map(() => []),
    cells: Object.fromEntries(locations.map((at) => [at, 0])),
  };
  const stack = [start];
  for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
    const key = JSON.stringify([point.at, point.reads, point.cells, encodeMemory(point.memory)]);
    if (seen.has(key)) continue;
    seen.add(key);
    const live = program.flatMap((ops, thread) =>
      (point.at[thread] ?? 0) < ops.length ? [thread] : [],
    );
    if (live.length === 0) {
      results.add(
        `${point.reads.flat().join(",")};${locations.map((at) => point.cells[at]).join(",")}`,
      );
    }
    for (const thread of live) stack.push(...stepsOf(program, point, thread, folding, unfolded));
  }
  return { results, states: seen.size };
}

function stepsOf(
  program: Litmus,
  point: Point,
  number: number,
  folding: boolean,
  unfolded: Set<string>,
): Point[] {
  const op = program[number]?.[point.at[number] ?? 0] as LitmusOp;
  const thread = number as ThreadId;
  const at = point.at.map((index, other) => (other === number ? index + 1 : index));
  // Ended threads read nothing any more, like threads of the machine that have ended.
  const live = program.flatMap((ops, other) =>
    (at[other] ?? 0) < ops.length ? [other as ThreadId] : [],
  );
  if (op.kind === "fence")
    return [{ ...point, at, memory: normalize(fence(point.memory, thread, op.order), live) }];
  const folded = folding && !unfolded.has(op.at);
  const memory = withHistory(point.memory, op.at, 0, point.cells[op.at], folded);
  const asked = atomicOp(op);
  if (wantsHistory(memory, thread, op.at, asked)) unfolded.add(op.at);
  return waysOf(memory, thread, op.at, asked).map((way) => {
    const done = perform(memory, thread, op.at, asked, way);
    const cells =
      done.stored?.newest === true
        ? { ...point.cells, [op.at]: done.stored.value as number }
        : point.cells;
    const reads =
      op.kind === "store"
        ? point.reads
        : point.reads.map((own, other) => (other === number ? [...own, done.old as number] : own));
    return { at, reads, cells, memory: normalize(done.memory, live) };
  });
}

function atomicOp(op: Exclude<LitmusOp, { kind: "fence" }>): AtomicOp {
  switch (op.kind) {
    case "add":
      return { kind: "update", order: op.order, change: (old: Cell) => (old as number) + op.value };
    case "exchange":
      return { ...op, weak: false };
    default:
      return op;
  }
}
