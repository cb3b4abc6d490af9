// Where a thread stands, without data: its stack of (function, operation) as one number. Equal stacks have equal numbers
// in all states of a machine.

import type { Machine } from "../machine.ts";
import { threadOf } from "./state.ts";
import type { State } from "./state.ts";
import type { ThreadId } from "./value.ts";

export function locationOf(machine: Machine, state: State, id: ThreadId): number {
  const thread = threadOf(state, id);
  if (thread.status === "ended") return -1;
  let at = 0;
  for (const frame of thread.frames) at = machine.locations.next(at, frame.code.id, frame.pc);
  return at;
}

/** A trie of stacks, grown as they are met. */
export interface Locations {
  next(stack: number, code: number, pc: number): number;
}

export function createLocations(): Locations {
  const nodes: Map<number, number>[] = [new Map()];
  return {
    next(stack, code, pc) {
      const children = nodes[stack] as Map<number, number>;
      const key = code * 0x10_0000 + pc;
      const known = children.get(key);
      if (known !== undefined) return known;
      const made = nodes.length;
      nodes.push(new Map());
      children.set(key, made);
      return made;
    },
  };
}
