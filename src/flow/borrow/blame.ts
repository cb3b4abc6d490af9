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

const INTEREST: Readonly<Record<Constraint["category"]["kind"], number>> = {
  return: 6,
  constant: 5,
  annotation: 5,
  argument: 4,
  opaque: 3.5,
  unsize: 3,
  closureUpvar: 2,
  assignment: 2,
  predicate: 1,
  reborrow: 0,
  boring: 0,
};

export function mostTelling(path: readonly Constraint[]): Constraint | undefined {
  let best: Constraint | undefined;
  for (const constraint of path) {
    if (!best || INTEREST[constraint.category.kind] > INTEREST[best.category.kind])
      best = constraint;
  }
  return best;
}

/** All regions that `from` must outlive. */
export function regionsBelow(values: RegionValues, from: RegionVid): ReadonlySet<RegionVid> {
  const seen = new Set<RegionVid>([from]);
  for (const region of seen) for (const { sub } of values.bySup.get(region) ?? []) seen.add(sub);
  return seen;
}
