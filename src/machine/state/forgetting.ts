// Numbers that only grow, and that nothing looks at.
//
// A loop that counts its turns has a new state in every turn, although the count may decide nothing. In a machine made for
// that, chosen cells hold a symbol in place of their number. It can be moved, stored and added to; whatever looks at one (a
// branch, a panic, output, an operation that others notice) ends the run as `observed`, and whoever explores begins again
// with that cell kept. Where no run looks, none depends on it: leaving it out loses nothing. A dynamic backward slice,
// refined by counterexamples (Clarke et al., "Counterexample-guided abstraction refinement", CAV 2000).
//
// JavaScript throws where a symbol is calculated with, so an operation that does not expect one cannot mistake it for a number;
// comparing for identity is the one thing that has to ask.
//
// A sum of at least 64 bits with a forgotten number is taken not to overflow: that would take 2^63 turns of a loop.

import { Trap } from "../run/trap.ts";
import type { Frame, Memory, State } from "./state.ts";
import type { Cell } from "./value.ts";

/** A cell to forget: of every frame of a function, or of one place in the heap. */
export type Forgettable =
  | { readonly kind: "frame"; readonly instance: string; readonly offset: number }
  | { readonly kind: "heap"; readonly alloc: number; readonly offset: number };

interface Forgotten {
  readonly offset: number;
  readonly symbol: symbol;
}

export interface Forgetting {
  readonly frames: ReadonlyMap<string, readonly Forgotten[]>;
  readonly heap: ReadonlyMap<number, readonly Forgotten[]>;
  /** A sum was taken not to overflow. Grows while it is explored. */
  readonly assumed: Set<"long-counter">;
}

/** The n-th cell is known by its number where it is observed. */
export function forgetting(cells: readonly Forgettable[]): Forgetting {
  const frames = new Map<string, Forgotten[]>();
  const heap = new Map<number, Forgotten[]>();
  cells.forEach((cell, index) => {
    const entry = { offset: cell.offset, symbol: Symbol(String(index)) };
    if (cell.kind === "frame") append(frames, cell.instance, entry);
    else append(heap, cell.alloc, entry);
  });
  return { frames, heap, assumed: new Set() };
}

function append<K>(table: Map<K, Forgotten[]>, key: K, entry: Forgotten): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [entry]);
  else list.push(entry);
}

/** Puts symbols for numbers, in what the last step has changed. The state must still be its owner's. */
export function forgetNumbers(state: State, { frames, heap }: Forgetting): void {
  for (const thread of state.threads) {
    for (const frame of thread?.frames ?? []) {
      const cells = frames.get((frame as Frame).code.instance?.key ?? "");
      if (cells !== undefined) forgetIn(state, frame as Frame, cells);
    }
  }
  if (heap.size === 0) return;
  for (const table of state.heaps) {
    for (const memory of table?.slots ?? []) {
      const cells = memory && heap.get(memory.id);
      if (cells !== undefined) forgetIn(state, memory as Memory, cells);
    }
  }
}

function forgetIn(state: State, memory: Memory, cells: readonly Forgotten[]): void {
  if (memory.owner !== state.owner) return;
  for (const { offset, symbol } of cells) {
    const cell = memory.cells[offset];
    if (typeof cell === "number" || typeof cell === "bigint") memory.cells[offset] = symbol;
  }
}

/** Somebody looks at a forgotten number. */
export function observed(cell: symbol): never {
  throw new Trap("observed", cell.description ?? "");
}

export function seen(cell: Cell): Exclude<Cell, symbol> {
  return typeof cell === "symbol" ? observed(cell) : cell;
}
