// Where each local is live: used later as it is now, or dropped later.
//
// Backward dataflow over blocks, once for uses and once for drops, as `rustc_borrowck`'s liveness: a local that is only
// dropped later keeps only those lifetimes alive that its destructor can touch, and only where it may be initialised.

import type { BitSet } from "../../mir/dataflow.ts";
import {
  bitSet,
  clearBit,
  eachBit,
  hasBit,
  setBit,
  unionBits,
  visitForward,
  WorkQueue,
} from "../../mir/dataflow.ts";
import { eachSubpath } from "../../mir/drops/movePaths.ts";
import type { MovePathId } from "../../mir/drops/movePaths.ts";
import type { BasicBlock, Local, Statement, Terminator } from "../../mir/mir.ts";
import { successors } from "../../mir/successors.ts";
import type { FlowCx } from "../flowCx.ts";
import { eachUse } from "../uses.ts";
import type { Points } from "./points.ts";

export interface Liveness {
  /** By local: the points at which it is live for a use, and for a drop. */
  readonly use: readonly BitSet[];
  readonly drop: readonly BitSet[];
}

export function computeLiveness(
  cx: FlowCx,
  points: Points,
  relevant: (local: Local) => boolean,
): Liveness {
  const count = cx.body.locals.length;
  const use = cx.body.locals.map(() => bitSet(points.count));
  const drop = cx.body.locals.map(() => bitSet(points.count));
  const effects = cx.body.blocks.map(effectsOf);
  const useEntry = solveBackward(cx, effects, "use");
  const dropEntry = solveBackward(cx, effects, "drop");
  const wanted = cx.body.locals.map((_, local) => relevant(local as Local));
  const mark = (sets: readonly BitSet[], live: BitSet, point: number): void =>
    eachBit(live, (local) => {
      if (wanted[local] === true) setBit(sets[local] as BitSet, point);
    });
  for (const [index, block] of cx.body.blocks.entries()) {
    const liveUse = exitSet(block, useEntry, count);
    const liveDrop = exitSet(block, dropEntry, count);
    for (let i = block.statements.length; i >= 0; i--) {
      const effect = (effects[index] as Effect[])[i] as Effect;
      const point = (points.starts[index] as number) + i;
      step(liveUse, effect, "use");
      step(liveDrop, effect, "drop");
      mark(use, liveUse, point);
      mark(drop, liveDrop, point);
    }
  }
  restrictToInitialized(cx, points, drop);
  return { use, drop };
}

type Mode = "use" | "drop";

/** What a node does to locals, from behind it to before it. */
interface Effect {
  /** They have no value yet, or get another. */
  readonly ends: number[];
  readonly uses: number[];
  /** Used as an index, which drops do too. */
  readonly indices: number[];
  readonly drops: number[];
}

function effectsOf(block: BasicBlock): Effect[] {
  return [...block.statements, block.terminator].map(effectOf);
}

function effectOf(node: Statement | Terminator): Effect {
  const effect: Effect = { ends: [], uses: [], indices: [], drops: [] };
  if (node.kind === "storageLive") effect.ends.push(node.local);
  eachUse(node, ({ kind, place: { local, projections } }) => {
    if (kind === "storageDead" || (kind === "assign" && projections.length === 0))
      return void effect.ends.push(local);
    const drops = kind === "drop" && projections.every((step) => step.kind !== "deref");
    (drops ? effect.drops : effect.uses).push(local);
    for (const step of projections) if (step.kind === "index") effect.indices.push(step.local);
  });
  return effect;
}

function exitSet(block: BasicBlock, entries: readonly BitSet[], count: number): BitSet {
  const live = bitSet(count);
  for (const next of successors(block.terminator)) unionBits(live, entries[next] as BitSet);
  return live;
}

function solveBackward(
  cx: FlowCx,
  effects: readonly (readonly Effect[])[],
  mode: Mode,
): readonly BitSet[] {
  const count = cx.body.locals.length;
  const entries = cx.body.blocks.map(() => bitSet(count));
  const order = [...cx.init.flow.order].reverse();
  const queue = new WorkQueue(order);
  for (const block of order) queue.add(block);
  for (let index = queue.take(); index !== undefined; index = queue.take()) {
    const live = exitSet(cx.body.blocks[index] as BasicBlock, entries, count);
    const nodes = effects[index] as readonly Effect[];
    for (let i = nodes.length - 1; i >= 0; i--) step(live, nodes[i] as Effect, mode);
    if (!unionBits(entries[index] as BitSet, live)) continue;
    for (const before of cx.predecessors[index] ?? []) queue.add(before);
  }
  return entries;
}

/** From after the node to before it. A use of any kind ends the range in which only the drop matters. */
function step(live: BitSet, { ends, uses, indices, drops }: Effect, mode: Mode): void {
  for (const local of ends) clearBit(live, local);
  if (mode === "drop") {
    for (const local of uses) clearBit(live, local);
    for (const local of drops) setBit(live, local);
  } else {
    for (const local of uses) setBit(live, local);
    for (const local of indices) setBit(live, local);
  }
}

/** A drop of what cannot be initialised touches nothing. */
function restrictToInitialized(cx: FlowCx, points: Points, drop: readonly BitSet[]): void {
  const candidates = [...drop.entries()].filter(([, set]) => set.some((word) => word !== 0));
  visitForward(cx.init.analysis, cx.init.flow, (state, at) => {
    const point = (points.starts[at.block] as number) + at.index;
    candidates.forEach(([local, set]) => {
      if (!hasBit(set, point)) return;
      let init = false;
      eachSubpath(
        cx.moves,
        local as number as MovePathId,
        (sub) => (init ||= hasBit(state.maybeInit, sub)),
      );
      if (!init) clearBit(set, point);
    });
  });
}
