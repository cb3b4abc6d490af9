// Which cells make states of one place differ, numbers that take many values, and whether that place is in a loop.

import type { Forgettable } from "../machine/state/forgetting.ts";
import { targets } from "../machine/link/live.ts";
import type { Memory, State, Thread } from "../machine/state/state.ts";
import type { Cell } from "../machine/state/value.ts";

/** The part of the states in which a cell has to have a value of its own. */
const SHARE = 0.4;

/** All threads of all states stand in the same place. */
export function growingCells(states: readonly State[]): Forgettable[] {
  return [...growingLocals(states), ...growingHeap(states)];
}

/** Whether the user's code, where the thread stands, can come there again. */
export function isInLoop(thread: Thread): boolean {
  const frame = thread.frames.findLast((one) => one.code.isUser);
  const block = frame?.code.origins[frame.pc]?.block;
  if (frame === undefined || block === undefined) return false;
  const { blocks } = frame.code.body;
  const seen = new Set<number>();
  const open: number[] = [block];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const terminator = blocks[at]?.terminator;
    for (const next of terminator === undefined ? [] : targets(terminator)) {
      if (next === block) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

function growingLocals(states: readonly State[]): Forgettable[] {
  const found: Forgettable[] = [];
  for (const thread of states[0]?.threads ?? []) {
    thread?.frames.forEach((frame, depth) => {
      const instance = frame.code.instance?.key;
      if (instance === undefined) return;
      const same = states.flatMap((state) => state.threads[thread.id]?.frames[depth] ?? []);
      for (const offset of growingOffsets(frame, same))
        found.push({ kind: "frame", instance, offset });
    });
  }
  return found;
}

function growingHeap(states: readonly State[]): Forgettable[] {
  const found: Forgettable[] = [];
  states[0]?.heaps.forEach((heap, owner) =>
    heap?.slots.forEach((memory, slot) => {
      if (memory === undefined) return;
      const same = states.flatMap((state) => state.heaps[owner]?.slots[slot] ?? []);
      for (const offset of growingOffsets(memory, same))
        found.push({ kind: "heap", alloc: memory.id, offset });
    }),
  );
  return found;
}

function growingOffsets(memory: Memory, same: readonly Memory[]): number[] {
  const least = same.length * SHARE;
  return memory.cells.flatMap((cell, offset) =>
    isNumber(cell) && differentAt(same, offset) > Math.max(8, least) ? [offset] : [],
  );
}

function differentAt(same: readonly Memory[], offset: number): number {
  return new Set(same.map((one) => one.cells[offset]).filter(isNumber)).size;
}

function isNumber(cell: Cell): boolean {
  return typeof cell === "number" || typeof cell === "bigint";
}
