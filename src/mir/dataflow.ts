// Dataflow on MIR: a worklist solver over basic blocks, and the bit sets that most analyses use as state.
//
// Follows `rustc_mir_dataflow`: an analysis gives the effect of each statement and terminator; states meet by `join`.
// The effect of a call's result belongs to the edge to its target, not to the unwind edge.

import { reversePostorder, successors } from "./successors.ts";
import type { BasicBlock, BlockId, Body, Statement, Terminator } from "./mir.ts";

/** A point in a body: before statement `index` of `block`; the terminator is behind the last statement. */
export interface Location {
  readonly block: BlockId;
  readonly index: number;
}

export interface Analysis<S> {
  readonly body: Body;
  /** Nothing known: neutral for `join`. */
  bottom(): S;
  /** At the start of the body. */
  start(): S;
  clone(state: S): S;
  /** Adds `from` to `into`; true if `into` changed. */
  join(into: S, from: S): boolean;
  statement(state: S, statement: Statement, at: Location): void;
  terminator(state: S, terminator: Terminator, at: Location): void;
  /** Control never goes to `target`, by the state behind the terminator. */
  isDead?(state: S, terminator: Terminator, target: BlockId): boolean;
  /** Further effect of a call, drop or test on the edge to `target`. */
  edge?(state: S, terminator: Terminator, target: BlockId, at: Location): void;
}

export interface Flow<S> {
  /** State at the start of each block; undefined for blocks that nothing reaches. */
  readonly entries: readonly (S | undefined)[];
  /** The blocks that are reached, each before those it leads to but for loops. */
  readonly order: readonly BlockId[];
}

export function solveForward<S>(analysis: Analysis<S>): Flow<S> {
  const { blocks } = analysis.body;
  const entries: (S | undefined)[] = blocks.map(() => undefined);
  entries[0] = analysis.start();
  const order = reversePostorder(blocks);
  const queue = new WorkQueue(order);
  queue.add(0 as BlockId);
  for (let block = queue.take(); block !== undefined; block = queue.take()) {
    const state = analysis.clone(entries[block] as S);
    const at = runBlock(analysis, state, block);
    const { terminator } = blocks[block] as BasicBlock;
    const edges = analysis.edge !== undefined && EDGES.has(terminator.kind);
    for (const next of successors(terminator)) {
      if (analysis.isDead?.(state, terminator, next)) continue;
      const out = edges ? analysis.clone(state) : state;
      if (edges) analysis.edge?.(out, terminator, next, at);
      const known = entries[next];
      const changed = known === undefined ? true : analysis.join(known, out);
      if (known === undefined) entries[next] = out === state ? analysis.clone(out) : out;
      if (changed) queue.add(next);
    }
  }
  return { entries, order };
}

const EDGES: ReadonlySet<Terminator["kind"]> = new Set(["call", "drop", "switch"]);

function runBlock<S>(analysis: Analysis<S>, state: S, block: BlockId): Location {
  const data = analysis.body.blocks[block] as BasicBlock;
  data.statements.forEach((statement, index) =>
    analysis.statement(state, statement, { block, index }),
  );
  const at = { block, index: data.statements.length };
  analysis.terminator(state, data.terminator, at);
  return at;
}

/** Calls `visit` with the state before each statement and terminator of the reached blocks. */
export function visitForward<S>(
  analysis: Analysis<S>,
  flow: Flow<S>,
  visit: (
    state: S,
    at: Location,
    statement: Statement | undefined,
    terminator: Terminator | undefined,
  ) => void,
): void {
  for (const block of flow.order) {
    const entry = flow.entries[block];
    const data = analysis.body.blocks[block];
    if (entry === undefined || data === undefined) continue;
    const state = analysis.clone(entry);
    data.statements.forEach((statement, i) => {
      const at = { block, index: i };
      visit(state, at, statement, undefined);
      analysis.statement(state, statement, at);
    });
    visit(state, { block, index: data.statements.length }, undefined, data.terminator);
  }
}

/** The state just before a location. */
export function stateBefore<S>(analysis: Analysis<S>, flow: Flow<S>, at: Location): S | undefined {
  const entry = flow.entries[at.block];
  if (entry === undefined) return undefined;
  const state = analysis.clone(entry);
  const data = analysis.body.blocks[at.block] as BasicBlock;
  for (let index = 0; index < at.index; index++) {
    analysis.statement(state, data.statements[index] as Statement, { block: at.block, index });
  }
  return state;
}

/** Blocks that wait, the first in a given order first: one in which most edges lead onwards. */
export class WorkQueue {
  private readonly waiting: Uint8Array;
  private readonly ranks = new Map<BlockId, number>();
  private lowest = 0;

  constructor(private readonly order: readonly BlockId[]) {
    this.waiting = new Uint8Array(order.length);
    order.forEach((block, rank) => this.ranks.set(block, rank));
  }

  add(block: BlockId): void {
    const rank = this.ranks.get(block);
    if (rank === undefined) return;
    this.waiting[rank] = 1;
    if (rank < this.lowest) this.lowest = rank;
  }

  take(): BlockId | undefined {
    const at = this.waiting.indexOf(1, this.lowest);
    if (at < 0) return undefined;
    this.waiting[at] = 0;
    this.lowest = at;
    return this.order[at];
  }
}

// ---- bit sets

export type BitSet = Uint32Array;

export function bitSet(size: number): BitSet {
  return new Uint32Array((size + 31) >> 5);
}

export function hasBit(set: BitSet, bit: number): boolean {
  return ((set[bit >> 5] as number) & (1 << (bit & 31))) !== 0;
}

export function setBit(set: BitSet, bit: number): void {
  set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31));
}

export function clearBit(set: BitSet, bit: number): void {
  set[bit >> 5] = (set[bit >> 5] as number) & ~(1 << (bit & 31));
}

/** Adds `from` to `into`; true if that changed anything. */
export function unionBits(into: BitSet, from: BitSet): boolean {
  let changed = false;
  for (let i = 0; i < into.length; i++) {
    const before = into[i] as number;
    const after = (before | (from[i] as number)) >>> 0;
    if (after !== before) {
      into[i] = after;
      changed = true;
    }
  }
  return changed;
}

export function eachBit(set: BitSet, visit: (bit: number) => void): void {
  for (let i = 0; i < set.length; i++) {
    for (let word = set[i] as number; word !== 0; word &= word - 1)
      visit((i << 5) + (31 - Math.clz32(word & -word)));
  }
}
