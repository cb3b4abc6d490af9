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
import type { BasicBlock, Local, Place, Statement, Terminator } from "../../mir/mir.ts";
import { reversePostorder, successors } from "../../mir/successors.ts";
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
  const useEntry = solveBackward(cx, count, "use");
  const dropEntry = solveBackward(cx, count, "drop");
  const mark = (sets: readonly BitSet[], live: BitSet, point: number): void =>
    eachBit(live, (local) => {
      if (local < count && relevant(local as Local)) setBit(sets[local] as BitSet, point);
    });
  for (const [index, block] of cx.body.blocks.entries()) {
    const liveUse = exitSet(block, useEntry, count);
    const liveDrop = exitSet(block, dropEntry, count);
    for (let i = block.statements.length; i >= 0; i--) {
      const node = block.statements[i] ?? block.terminator;
      const point = (points.starts[index] as number) + i;
      step(liveUse, node, "use");
      step(liveDrop, node, "drop");
      mark(use, liveUse, point);
      mark(drop, liveDrop, point);
    }
  }
  restrictToInitialized(cx, points, drop);
  return { use, drop };
}

type Mode = "use" | "drop";

function exitSet(block: BasicBlock, entries: readonly BitSet[], count: number): BitSet {
  const live = bitSet(count);
  for (const next of successors(block.terminator)) unionBits(live, entries[next] as BitSet);
  return live;
}

function solveBackward(cx: FlowCx, count: number, mode: Mode): readonly BitSet[] {
  const entries = cx.body.blocks.map(() => bitSet(count));
  const order = [...reversePostorder(cx.body.blocks)].reverse();
  const queue = new WorkQueue(order);
  for (const block of order) queue.add(block);
  for (let index = queue.take(); index !== undefined; index = queue.take()) {
    const block = cx.body.blocks[index] as BasicBlock;
    const live = exitSet(block, entries, count);
    for (let i = block.statements.length; i >= 0; i--)
      step(live, block.statements[i] ?? block.terminator, mode);
    if (!unionBits(entries[index] as BitSet, live)) continue;
    for (const before of cx.predecessors[index] ?? []) queue.add(before);
  }
  return entries;
}

/** From after the node to before it. */
function step(live: BitSet, node: Statement | Terminator, mode: Mode): void {
  if (node.kind === "storageLive") clearBit(live, node.local);
  eachUse(node, (use) => {
    if (use.kind === "storageDead") clearBit(live, use.place.local);
    if (use.kind === "assign" && use.place.projections.length === 0)
      clearBit(live, use.place.local);
  });
  eachUse(node, (use) => {
    const isDrop =
      use.kind === "drop" &&
      use.place.projections.every((projection) => projection.kind !== "deref");
    if (use.kind === "storageDead") return;
    if (use.kind === "assign" && use.place.projections.length === 0) return;
    if (isDrop && mode === "use") return indexUses(live, use.place);
    if (isDrop) return setBit(live, use.place.local);
    // A use of any kind ends the range in which only the drop matters.
    if (mode === "drop") return clearBit(live, use.place.local);
    setBit(live, use.place.local);
    indexUses(live, use.place);
  });
}

function indexUses(live: BitSet, place: Place): void {
  for (const projection of place.projections)
    if (projection.kind === "index") setBit(live, projection.local);
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
