// Which loans are in force at each point. Follows `precompute_borrows_out_of_scope`: from where a loan is made, along every way
// on which its region goes on, until what was borrowed is overwritten or gone.

import type { BitSet } from "../../mir/dataflow.ts";
import { bitSet, hasBit, setBit } from "../../mir/dataflow.ts";
import type { Place } from "../../mir/mir.ts";
import { isPrefix } from "../describe.ts";
import { nodeAt } from "../flowCx.ts";
import { locationOf, pointOf, pointsAfter } from "./points.ts";
import type { Loan, RegionCx } from "./regionCx.ts";
import { containsPoint } from "./solve.ts";
import type { RegionValues } from "./solve.ts";

export interface LoansInScope {
  /** By loan: the points at which it is in force (before the statement there). */
  readonly points: readonly BitSet[];
  /** By point. */
  at(point: number): readonly Loan[];
}

export function loansInScope(r: RegionCx, values: RegionValues): LoansInScope {
  const points = r.loans.map((loan) => scopeOf(r, values, loan));
  const byPoint: Loan[][] = [];
  for (let point = 0; point < r.points.count; point++) byPoint.push([]);
  r.loans.forEach((loan, index) => {
    const set = points[index] as BitSet;
    for (let point = 0; point < r.points.count; point++)
      if (hasBit(set, point)) (byPoint[point] as Loan[]).push(loan);
  });
  return { points, at: (point) => byPoint[point] ?? [] };
}

function scopeOf(r: RegionCx, values: RegionValues, loan: Loan): BitSet {
  const set = bitSet(r.points.count);
  const stack = pointsAfter(r.cx.body, r.points, pointOf(r.points, loan.at));
  for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
    if (hasBit(set, point) || !containsPoint(values, loan.region, point)) continue;
    setBit(set, point);
    if (!ends(r, loan, point)) stack.push(...pointsAfter(r.cx.body, r.points, point));
  }
  return set;
}

/** What was borrowed is gone, or another value stands in its way there. */
function ends(r: RegionCx, loan: Loan, point: number): boolean {
  const node = nodeAt(r.cx.body, locationOf(r.points, point));
  if (node.kind === "storageDead") return node.local === loan.place.local;
  if (node.kind === "assign") return overwrites(node.place, loan.place);
  return node.kind === "call" && overwrites(node.destination, loan.place);
}

function overwrites(assigned: Place, borrowed: Place): boolean {
  return (
    isPrefix(assigned, borrowed) && assigned.projections.every((step) => step.kind !== "index")
  );
}
