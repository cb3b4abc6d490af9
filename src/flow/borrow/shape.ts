// Where the lifetimes of a type stand, and how they vary.
//
// Types in bodies have their lifetimes erased. The borrow checker gives every position at which a lifetime stands a
// variable of its own: a `RegionTy` is an erased type with one region variable for each position, in a fixed order (a
// reference's own first, then its referent's; generic arguments in order; captures of closures). Two types of the same
// erased shape are related position by position, by variance. An opaque type has one more position, which stands for all that
// it captures.
//
// Not modelled: lifetimes in the signatures of closures (calls of closures relate nothing but what is captured).

import type { DefId } from "../../hir/defs.ts";
import type { MirContext } from "../../mir/context.ts";
import { captureTys } from "../../mir/placeTys.ts";
import { isTy } from "../../ty/fold.ts";
import type { GenericArg, Ty } from "../../ty/ty.ts";
import { adtVariances } from "./variance.ts";
import type { VarianceCx } from "./variance.ts";

/** 1 covariant, -1 contravariant, 0 invariant. */
export type Variance = -1 | 0 | 1;

export interface Shape {
  /** One entry for each position. */
  readonly variances: readonly Variance[];
}

export interface ShapeCx extends VarianceCx {
  readonly mir: MirContext;
  readonly shapes: Map<Ty, Shape>;
}

export function makeShapeCx(mir: MirContext): ShapeCx {
  return { mir, shapes: new Map(), variances: new Map(), inProgress: new Set() };
}

export function xform(outer: Variance, inner: Variance): Variance {
  return (outer * inner) as Variance;
}

export function shapeOf(cx: ShapeCx, ty: Ty): Shape {
  const known = cx.shapes.get(ty);
  if (known) return known;
  const variances: Variance[] = [];
  addTy(cx, ty, 1, variances);
  const shape = { variances };
  cx.shapes.set(ty, shape);
  return shape;
}

export function positions(cx: ShapeCx, arg: GenericArg): number {
  if (arg.kind === "region") return 1;
  return arg.kind === "constant" ? 0 : shapeOf(cx, arg).variances.length;
}

function addTy(cx: ShapeCx, ty: Ty, outer: Variance, out: Variance[]): void {
  switch (ty.kind) {
    case "ref":
      out.push(outer);
      return addShape(cx, ty.ty, ty.mutable ? 0 : outer, out);
    case "ptr":
      return addShape(cx, ty.ty, ty.mutable ? 0 : outer, out);
    case "slice":
    case "array":
      return addShape(cx, ty.ty, outer, out);
    case "tuple":
      for (const part of ty.tys) addShape(cx, part, outer, out);
      return;
    case "adt": {
      const variances = adtVariances(cx, ty.def);
      ty.args.forEach((arg, i) => addArg(cx, arg, xform(outer, variances[i] ?? 0), out));
      return;
    }
    case "closure":
      for (const capture of captureTys(cx.mir, ty)) addShape(cx, capture, outer, out);
      return;
    case "fnDef":
    case "projection":
      for (const arg of ty.args) addArg(cx, arg, 0, out);
      return;
    case "opaque":
      for (const arg of ty.args) addArg(cx, arg, 0, out);
      out.push(outer);
      return;
    case "fnPtr":
      for (const input of ty.sig.inputs) addFnPart(cx, input, xform(outer, -1), out);
      return addFnPart(cx, ty.sig.output, outer, out);
    case "dyn":
      out.push(outer);
      for (const arg of ty.principal?.args ?? []) addArg(cx, arg, 0, out);
      for (const projection of ty.principal?.projections ?? [])
        addFnPart(cx, projection.ty, 0, out);
      return;
    default:
  }
}

function addShape(cx: ShapeCx, ty: Ty, outer: Variance, out: Variance[]): void {
  for (const variance of shapeOf(cx, ty).variances) out.push(xform(outer, variance));
}

/** Lifetimes bound by the `for<>` of a function pointer or trait object are no variables of the body. */
function addFnPart(cx: ShapeCx, ty: Ty, outer: Variance, out: Variance[]): void {
  addShape(cx, ty, outer, out);
}

function addArg(cx: ShapeCx, arg: GenericArg, outer: Variance, out: Variance[]): void {
  if (arg.kind === "region") out.push(outer);
  else if (isTy(arg)) addShape(cx, arg, outer, out);
}

export type { DefId };
