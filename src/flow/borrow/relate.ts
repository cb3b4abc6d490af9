// Relations between region types: subtyping by variance, and the coercions that change the type.

import type { Span } from "../../base/span.ts";
import type { Location } from "../../mir/dataflow.ts";
import { isBox } from "../../mir/placeTys.ts";
import type { Ty } from "../../ty/ty.ts";
import { derefTy } from "./parts.ts";
import { outlives } from "./regionCx.ts";
import type { Category, RegionCx } from "./regionCx.ts";
import { splitArgs } from "./regionTy.ts";
import type { RegionTy } from "./regionTy.ts";
import { shapeOf } from "./shape.ts";

export interface Why {
  readonly category: Category;
  readonly span: Span;
  readonly at: Location;
}

/** `a <: b`. Types of different shape (an unknown somewhere) relate nothing. */
export function subtype(r: RegionCx, a: RegionTy, b: RegionTy, why: Why): void {
  if (a.regions.length !== b.regions.length || (a.ty !== b.ty && !comparable(a.ty, b.ty))) return;
  const { variances } = shapeOf(r.m.shapes, b.ty);
  const object = objectBound(b);
  b.regions.forEach((to, i) => {
    const from = a.regions[i] as number;
    const variance = i === object ? 1 : (variances[i] ?? 0);
    if (variance >= 0) outlives(r, from, to, why.category, why.span, why.at);
    if (variance <= 0) outlives(r, to, from, why.category, why.span, why.at);
  });
}

export function equate(r: RegionCx, a: RegionTy, b: RegionTy, why: Why): void {
  subtype(r, a, b, why);
  subtype(r, b, a, why);
}

/** Types that differ at most in how far projections inside are resolved. */
function comparable(a: Ty, b: Ty): boolean {
  return a.kind === b.kind && a.kind !== "closure" && a.kind !== "opaque";
}

/** `&mut (dyn T + 'a)` becomes `&mut (dyn T + 'b)` by a coercion of its own, which leaves no trace in erased types. */
function objectBound(of: RegionTy): number | undefined {
  const { ty } = of;
  if (ty.kind === "ref" && ty.ty.kind === "dyn") return 1;
  return ty.kind === "ptr" && ty.ty.kind === "dyn" ? 0 : undefined;
}

/** An unsizing coercion: pointers, `Box` and other smart pointers to slices or trait objects. */
export function unsize(r: RegionCx, from: RegionTy, to: RegionTy, why: Why): void {
  const { mir } = r.m.shapes;
  const isPointer = (of: RegionTy) =>
    of.ty.kind === "ref" || of.ty.kind === "ptr" || isBox(mir, of.ty);
  if (isPointer(from) && isPointer(to)) {
    if (from.ty.kind === "ref" && to.ty.kind === "ref") {
      outlives(
        r,
        from.regions[0] as number,
        to.regions[0] as number,
        why.category,
        why.span,
        why.at,
      );
    }
    return unsizePointee(r, derefTy(r.m, from), derefTy(r.m, to), why);
  }
  if (from.ty.kind === "adt" && to.ty.kind === "adt" && from.ty.def === to.ty.def) {
    const a = splitArgs(r.m.shapes, from.ty.args, from.regions);
    const b = splitArgs(r.m.shapes, to.ty.args, to.regions);
    a.forEach((arg, i) => {
      const other = b[i];
      if (arg === undefined || other === undefined) return;
      if (typeof arg === "number" || typeof other === "number") {
        if (typeof arg === "number" && typeof other === "number")
          outlives(r, arg, other, why.category, why.span, why.at);
      } else if (arg.ty === other.ty) subtype(r, arg, other, why);
      else if (isPointer(arg)) unsize(r, arg, other, why);
      else unsizePointee(r, arg, other, why);
    });
  }
}

function unsizePointee(r: RegionCx, from: RegionTy, to: RegionTy, why: Why): void {
  if (from.ty === to.ty) return subtype(r, from, to, why);
  if (from.ty.kind === "array" && to.ty.kind === "slice") {
    return subtype(
      r,
      { ty: from.ty.ty, regions: from.regions },
      { ty: to.ty.ty, regions: to.regions },
      why,
    );
  }
  if (to.ty.kind === "dyn") {
    const bound = to.regions[0] as number;
    if (from.ty.kind === "dyn")
      return outlives(r, from.regions[0] as number, bound, why.category, why.span, why.at);
    for (const region of from.regions) outlives(r, region, bound, why.category, why.span, why.at);
    r.typeTests.push({ ty: from.ty, region: bound, span: why.span, at: why.at });
    return;
  }
  if (from.ty.kind === "adt" && to.ty.kind === "adt") unsize(r, from, to, why);
}
