// Region inference: the least value of each region variable. A value is a set of points of the body and of universal
// regions ("as long as the caller says"). Follows `RegionInferenceContext::propagate_constraints`, with a worklist
// instead of strongly connected components.

import { bitSet, hasBit, setBit, unionBits } from "../../mir/dataflow.ts";
import type { BitSet } from "../../mir/dataflow.ts";
import { shapeOf } from "./shape.ts";
import { dropRegions } from "./dropRegions.ts";
import { computeLiveness } from "./liveness.ts";
import type { Liveness } from "./liveness.ts";
import type { Constraint, RegionCx } from "./regionCx.ts";
import type { RegionVid } from "./regionTy.ts";

export interface RegionValues {
  readonly pointCount: number;
  /** Bits of points, then of universal regions by their place in the list. Undefined: empty. */
  readonly sets: readonly (BitSet | undefined)[];
  readonly liveness: Liveness;
  /** Regions that must outlive some universal region. */
  readonly outlivesFree: ReadonlySet<RegionVid>;
  /** Constraints by `sup`, for explanations. */
  readonly bySup: ReadonlyMap<RegionVid, readonly Constraint[]>;
}

export function solveRegions(r: RegionCx): RegionValues {
  const count = r.regionCount();
  const size = r.points.count + r.universal.list.length;
  const sets: (BitSet | undefined)[] = new Array<BitSet | undefined>(count).fill(undefined);
  const setOf = (region: RegionVid): BitSet => (sets[region] ??= bitSet(size));
  r.universal.list.forEach((universal, index) => {
    const set = setOf(universal.vid);
    for (let point = 0; point < r.points.count; point++) setBit(set, point);
    setBit(set, r.points.count + index);
  });
  const liveness = computeLiveness(
    r.cx,
    r.points,
    (local) =>
      shapeOf(r.m.shapes, r.locals[local]?.ty ?? r.m.shapes.mir.ty.tcx.unit).variances.length > 0,
  );
  r.locals.forEach((local, index) => {
    if (local.regions.length === 0) return;
    addPoints(setOf, local.regions, liveness.use[index] as BitSet);
    addPoints(setOf, dropRegions(r.m, local), liveness.drop[index] as BitSet);
  });
  propagate(r.constraints, sets, size);
  return {
    pointCount: r.points.count,
    sets,
    liveness,
    outlivesFree: outlivingFree(r),
    bySup: groupBySup(r.constraints),
  };
}

function addPoints(
  setOf: (region: RegionVid) => BitSet,
  regions: readonly RegionVid[],
  points: BitSet,
): void {
  if (!points.some((word) => word !== 0)) return;
  for (const region of regions) {
    const set = setOf(region);
    points.forEach((word, i) => (set[i] = ((set[i] as number) | word) >>> 0));
  }
}

function propagate(
  constraints: readonly Constraint[],
  sets: (BitSet | undefined)[],
  size: number,
): void {
  const bySub = new Map<RegionVid, Constraint[]>();
  for (const constraint of constraints) {
    const list = bySub.get(constraint.sub);
    if (list) list.push(constraint);
    else bySub.set(constraint.sub, [constraint]);
  }
  const pending = new Set<RegionVid>(bySub.keys());
  for (const sub of pending) {
    pending.delete(sub);
    const from = sets[sub];
    if (!from) continue;
    for (const { sup } of bySub.get(sub) ?? []) {
      const into = (sets[sup] ??= bitSet(size));
      if (unionBits(into, from) && bySub.has(sup)) pending.add(sup);
    }
  }
}

function outlivingFree(r: RegionCx): Set<RegionVid> {
  const bySub = new Map<RegionVid, RegionVid[]>();
  for (const { sup, sub } of r.constraints) {
    const list = bySub.get(sub);
    if (list) list.push(sup);
    else bySub.set(sub, [sup]);
  }
  const out = new Set<RegionVid>(r.universal.list.map((universal) => universal.vid));
  for (const region of out) for (const sup of bySub.get(region) ?? []) out.add(sup);
  return out;
}

function groupBySup(constraints: readonly Constraint[]): Map<RegionVid, Constraint[]> {
  const out = new Map<RegionVid, Constraint[]>();
  for (const constraint of constraints) {
    const list = out.get(constraint.sup);
    if (list) list.push(constraint);
    else out.set(constraint.sup, [constraint]);
  }
  return out;
}

export function containsPoint(values: RegionValues, region: RegionVid, point: number): boolean {
  const set = values.sets[region];
  return set !== undefined && hasBit(set, point);
}

/** Places in the list of universal regions that the region must outlive. */
export function universalsIn(values: RegionValues, region: RegionVid, count: number): number[] {
  const set = values.sets[region];
  const out: number[] = [];
  if (set) for (let i = 0; i < count; i++) if (hasBit(set, values.pointCount + i)) out.push(i);
  return out;
}
