// The moves that a use can see: a search backwards from the use, stopped by the first move or initialisation on each way.
// Follows `get_moved_indexes`.

import type { Location } from "../mir/dataflow.ts";
import { locationKey } from "../mir/drops/movePaths.ts";
import type { MoveOut, MovePath, MovePathId } from "../mir/drops/movePaths.ts";
import { dominates } from "../mir/dominators.ts";
import type { FlowCx } from "./flowCx.ts";
import { locationsBefore, nodeAt } from "./flowCx.ts";

export interface MoveSite {
  readonly move: MoveOut;
  /** Reached over the back edge of a loop: the move happened in an earlier turn. */
  readonly backEdge: boolean;
}

export function moveSites(cx: FlowCx, at: Location, path: MovePathId): MoveSite[] {
  const wanted = new Set<MovePathId>();
  for (let up: MovePathId | undefined = path; up !== undefined; up = (cx.moves.paths[up] as MovePath).parent) wanted.add(up);
  const sites: MoveSite[] = [];
  const found = new Set<MoveOut>();
  const visited = new Set<number>();
  const stack: { at: Location; backEdge: boolean }[] = [];
  const predecessors = (from: Location, backEdge: boolean): void => {
    for (const before of locationsBefore(cx, from)) {
      stack.push({ at: before, backEdge: backEdge || (before.block !== from.block || before.index >= from.index) && isBackEdge(cx, before, from) });
    }
  };
  predecessors(at, false);
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const key = locationKey(entry.at);
    if (visited.has(key)) continue;
    visited.add(key);
    if (stops(cx, entry.at, entry.backEdge, wanted, sites, found)) continue;
    predecessors(entry.at, entry.backEdge);
  }
  return sites;
}

function isBackEdge(cx: FlowCx, from: Location, to: Location): boolean {
  return dominates(cx.dominators, to.block, from.block);
}

function stops(
  cx: FlowCx, at: Location, backEdge: boolean, wanted: ReadonlySet<MovePathId>, sites: MoveSite[], found: Set<MoveOut>,
): boolean {
  if (nodeAt(cx.body, at).kind !== "storageDead") {
    for (const move of cx.moves.movesAt.get(locationKey(at)) ?? []) {
      if (!wanted.has(move.path)) continue;
      if (!found.has(move)) sites.push({ move, backEdge });
      found.add(move);
      return true;
    }
  }
  return (cx.moves.initsAt.get(locationKey(at)) ?? []).some((init) => wanted.has(init.path));
}
