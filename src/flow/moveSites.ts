// The moves that a use can see: a search backwards from the use, stopped by the first move or initialisation on each way.
// Follows `get_moved_indexes`: earlier turns of a loop count only if the value was certainly there when the loop was entered.

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

interface Search {
  readonly cx: FlowCx;
  readonly wanted: ReadonlySet<MovePathId>;
  readonly visited: Set<number>;
  readonly sites: MoveSite[];
}

export function moveSites(cx: FlowCx, at: Location, path: MovePathId): MoveSite[] {
  const wanted = new Set<MovePathId>();
  for (
    let up: MovePathId | undefined = path;
    up !== undefined;
    up = (cx.moves.paths[up] as MovePath).parent
  )
    wanted.add(up);
  const search: Search = { cx, wanted, visited: new Set(), sites: [] };
  const forward: Location[] = [];
  const backward: Location[] = [];
  let reachedStart = false;
  const spread = (from: Location): void => {
    const before = locationsBefore(cx, from);
    for (const one of before) (comesFirst(cx, from, one) ? backward : forward).push(one);
    reachedStart ||= before.length === 0;
  };
  spread(at);
  for (let next = forward.pop(); next; next = forward.pop())
    if (!visit(search, next, false)) spread(next);
  const argument = [...wanted].some((one) => one > 0 && one <= cx.body.argCount);
  if ((!argument && reachedStart) || search.sites.length > 0) return search.sites;
  for (let next = backward.pop(); next; next = backward.pop()) {
    if (!visit(search, next, true)) backward.push(...locationsBefore(cx, next));
  }
  return search.sites;
}

/** `a` stands on every way to `b`: going from `a` back to `b` is going round a loop. */
function comesFirst(cx: FlowCx, a: Location, b: Location): boolean {
  return a.block === b.block ? a.index <= b.index : dominates(cx.dominators, a.block, b.block);
}

/** True where the search ends. */
function visit(search: Search, at: Location, backEdge: boolean): boolean {
  const key = locationKey(at);
  if (search.visited.has(key)) return true;
  search.visited.add(key);
  const { moves, body } = search.cx;
  if (nodeAt(body, at).kind !== "storageDead") {
    const move = (moves.movesAt.get(key) ?? []).find((one) => search.wanted.has(one.path));
    if (move) {
      search.sites.push({ move, backEdge });
      return true;
    }
  }
  return (moves.initsAt.get(key) ?? []).some((init) => search.wanted.has(init.path));
}
