// Whether an access to one place touches a borrowed one. Follows `places_conflict.rs` of rustc's borrow checker.

import type { BorrowKind, Place, Projection } from "../../mir/mir.ts";
import { dropImpl } from "../../mir/traits.ts";
import { projectTy } from "../../mir/placeTys.ts";
import type { PlaceTy } from "../../mir/placeTys.ts";
import type { FlowCx } from "../flowCx.ts";

/** How far an access reaches: the place itself, everything behind it, its metadata, or what its destructor touches. */
export type Depth = "shallow" | "deep" | "metadata" | "drop";

/** Loans of places behind a shared reference or raw pointer conflict with nothing. */
export function isLoanTracked(cx: FlowCx, place: Place): boolean {
  let at: PlaceTy = {
    ty: cx.body.locals[place.local]?.ty ?? cx.mir.ty.tcx.unknown,
    variant: undefined,
  };
  for (const step of place.projections) {
    if (step.kind === "deref" && (at.ty.kind === "ptr" || (at.ty.kind === "ref" && !at.ty.mutable)))
      return false;
    at = projectTy(cx.mir, at, step);
  }
  return true;
}

export function placesConflict(
  cx: FlowCx,
  borrowed: Place,
  borrow: BorrowKind,
  access: Place,
  depth: Depth,
): boolean {
  if (borrowed.local !== access.local) return false;
  let at: PlaceTy = {
    ty: cx.body.locals[borrowed.local]?.ty ?? cx.mir.ty.tcx.unknown,
    variant: undefined,
  };
  for (const [i, step] of borrowed.projections.entries()) {
    const other = access.projections[i];
    if (!other) return borrowIsLonger(cx, borrowed.projections.slice(i), at, depth);
    const overlap = stepsOverlap(cx, at, step, other);
    if (overlap !== "equal") return overlap === "overlap";
    at = projectTy(cx.mir, at, step);
  }
  // The borrowed place is a prefix of what is accessed.
  return borrow !== "fake" || borrowed.projections.length === access.projections.length;
}

/** The access is to a prefix of the borrowed place: it depends on how deep it goes. */
function borrowIsLonger(
  cx: FlowCx,
  rest: readonly Projection[],
  base: PlaceTy,
  depth: Depth,
): boolean {
  let at = base;
  for (const step of rest) {
    if (depth === "metadata") return false;
    if (step.kind === "deref") {
      if (depth === "shallow") return false;
      if (depth === "drop" && at.ty.kind === "ref") return false;
    }
    if (
      step.kind === "field" &&
      depth === "drop" &&
      at.ty.kind === "adt" &&
      dropImpl(cx.mir, at.ty.def) !== undefined
    )
      return true;
    at = projectTy(cx.mir, at, step);
  }
  return true;
}

function stepsOverlap(
  cx: FlowCx,
  base: PlaceTy,
  a: Projection,
  b: Projection,
): "equal" | "disjoint" | "overlap" {
  if (a.kind === "deref" && b.kind === "deref") return "equal";
  if (a.kind === "field" && b.kind === "field") {
    if (a.index === b.index) return "equal";
    return base.ty.kind === "adt" && cx.mir.ty.adt(base.ty.def).kind === "union"
      ? "overlap"
      : "disjoint";
  }
  if (a.kind === "downcast" && b.kind === "downcast")
    return a.variant === b.variant ? "equal" : "disjoint";
  if (a.kind === "constantIndex" && b.kind === "constantIndex") {
    if (a.fromEnd === b.fromEnd) return a.offset === b.offset ? "equal" : "disjoint";
    const [front, back] = a.fromEnd ? [b, a] : [a, b];
    return front.offset >= Math.max(front.minLength, back.minLength) - back.offset
      ? "equal"
      : "disjoint";
  }
  if (a.kind === "subslice" && b.kind === "subslice" && !a.fromEnd && !b.fromEnd) {
    return a.to <= b.from || b.to <= a.from ? "disjoint" : "equal";
  }
  const slice = a.kind === "subslice" ? a : b.kind === "subslice" ? b : undefined;
  const element = a.kind === "constantIndex" ? a : b.kind === "constantIndex" ? b : undefined;
  if (slice && element) return elementInSlice(slice, element);
  return "equal";
}

function elementInSlice(
  slice: Projection & { kind: "subslice" },
  element: Projection & { kind: "constantIndex" },
): "equal" | "disjoint" {
  if (!element.fromEnd) {
    if (element.offset < slice.from) return "disjoint";
    return !slice.fromEnd && element.offset >= slice.to ? "disjoint" : "equal";
  }
  return slice.fromEnd && element.offset <= slice.to ? "disjoint" : "equal";
}
