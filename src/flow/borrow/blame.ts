// Which constraint to blame when one region must outlive another: the shortest chain between them, and the most telling link.
// Follows `best_blame_constraint` in its order of preference.

import type { Constraint } from "./regionCx.ts";
import type { RegionVid } from "./regionTy.ts";
import type { RegionValues } from "./solve.ts";

/** The chain of constraints `from: … : to` with the fewest links; undefined if there is none. */
export function constraintPath(
  values: RegionValues,
  from: RegionVid,
  goal: (region: RegionVid) => boolean,
): Constraint[] | undefined {
  const cameBy = new Map<RegionVid, Constraint | undefined>([[from, undefined]]);
  for (const region of cameBy.keys()) {
    if (goal(region) && region !== from) return pathTo(cameBy, region);
    for (const constraint of values.bySup.get(region) ?? []) {
      if (!cameBy.has(constraint.sub)) cameBy.set(constraint.sub, constraint);
    }
  }
  return undefined;
}

function pathTo(
  cameBy: ReadonlyMap<RegionVid, Constraint | undefined>,
  to: RegionVid,
): Constraint[] {
  const path: Constraint[] = [];
  let at: RegionVid = to;
  for (let by = cameBy.get(at); by; by = cameBy.get(at)) {
    path.push(by);
    at = by.sup;
  }
  return path.reverse();
}

/** How little a link tells: `category_interest`. */
const INTEREST: Readonly<Record<Constraint["category"]["kind"], number>> = {
  return: 0,
  unsize: 2,
  constant: 2,
  annotation: 2,
  argument: 2,
  closureUpvar: 2,
  assignment: 2,
  predicate: 4,
  opaque: 4,
  reborrow: 5,
  boring: 5,
};

/** Of the links that tell most, the last one; behind a returned `impl Trait` its type. */
export function mostTelling(path: readonly Constraint[]): Constraint | undefined {
  let best = path.length - 1;
  for (let i = best - 1; i >= 0; i--) if (interest(path[i]) < interest(path[best])) best = i;
  const next = path[best + 1];
  if (path[best]?.category.kind === "return" && next?.category.kind === "opaque") return next;
  return path[best];
}

function interest(constraint: Constraint | undefined): number {
  return constraint ? INTEREST[constraint.category.kind] : 9;
}

/** All regions that `from` must outlive. */
export function regionsBelow(values: RegionValues, from: RegionVid): ReadonlySet<RegionVid> {
  const seen = new Set<RegionVid>([from]);
  for (const region of seen) for (const { sub } of values.bySup.get(region) ?? []) seen.add(sub);
  return seen;
}
