// Where the lifetimes of a type stand, and how they vary.
//
// Types in bodies have their lifetimes erased. The borrow checker gives every position at which a lifetime stands a
// variable of its own: a `RegionTy` is an erased type with one region variable for each position, in a fixed order (a
// reference's own first, then its referent's; generic arguments in order; captures of closures, then their signature). Two types of the same
// erased shape are related position by position, by variance. An opaque type has one more position, which stands for all that
// it captures.

import type { DefId } from "../../hir/defs.ts";
import type { MirContext } from "../../mir/context.ts";
import { captureTys } from "../../mir/placeTys.ts";
import { isTy } from "../../ty/fold.ts";
import type { GenericArg, Region, Ty } from "../../ty/ty.ts";
import { adtVariances } from "./variance.ts";
import type { VarianceCx } from "./variance.ts";

/** 1 covariant, -1 contravariant, 0 invariant. */
export type Variance = -1 | 0 | 1;

export interface Shape {
  /** One entry for each position. */
  readonly variances: readonly Variance[];
  /** For positions of lifetimes that a `for<>` around the type binds: how many binders out, and which. */
  readonly binders: readonly (Binder | undefined)[];
}

export interface Binder {
  readonly depth: number;
  readonly index: number;
}

interface Positions {
  readonly variances: Variance[];
  readonly binders: (Binder | undefined)[];
}

export interface ShapeCx extends VarianceCx {
  readonly mir: MirContext;
  readonly shapes: Map<Ty, Shape>;
}

/** Shapes are told by closures too, which change with their bodies; variances by definitions alone. */
export function makeShapeCx(mir: MirContext): ShapeCx {
  return {
    mir,
    shapes: new Map(),
    variances: mir.variances,
    inProgress: new Map(),
    leaned: new Set(),
  };
}

export function xform(outer: Variance, inner: Variance): Variance {
  return (outer * inner) as Variance;
}

export function shapeOf(cx: ShapeCx, ty: Ty): Shape {
  const known = cx.shapes.get(ty);
  if (known) return known;
  const shape: Positions = { variances: [], binders: [] };
  // A closure may stand in its own signature: there it has no lifetimes.
  cx.shapes.set(ty, { variances: [], binders: [] });
  addTy(cx, ty, 1, shape);
  cx.shapes.set(ty, shape);
  return shape;
}

export function positions(cx: ShapeCx, arg: GenericArg): number {
  if (arg.kind === "region") return 1;
  return arg.kind === "constant" ? 0 : shapeOf(cx, arg).variances.length;
}

function addTy(cx: ShapeCx, ty: Ty, outer: Variance, out: Positions): void {
  switch (ty.kind) {
    case "ref":
      addRegion(ty.region, outer, out);
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
      return addClosureSig(cx, ty, out);
    case "fnDef":
    case "projection":
      for (const arg of ty.args) addArg(cx, arg, 0, out);
      return;
    case "opaque":
      for (const arg of ty.args) addArg(cx, arg, 0, out);
      return addRegion(undefined, outer, out);
    case "fnPtr":
      for (const input of ty.sig.inputs) addFnPart(cx, input, xform(outer, -1), out);
      return addFnPart(cx, ty.sig.output, outer, out);
    case "dyn":
      addRegion(ty.region, outer, out);
      for (const arg of ty.principal?.args ?? [])
        if (isTy(arg)) addFnPart(cx, arg, 0, out);
        else if (arg.kind === "region") addRegion(inside(binderOf(arg)), 0, out);
      for (const projection of ty.principal?.projections ?? [])
        addFnPart(cx, projection.ty, 0, out);
      return;
    default:
  }
}

function addRegion(region: Region | Binder | undefined, outer: Variance, out: Positions): void {
  out.variances.push(outer);
  out.binders.push(region && "kind" in region ? binderOf(region) : region);
}

function binderOf(region: Region): Binder | undefined {
  return region.region === "bound" ? { depth: region.depth, index: region.index } : undefined;
}

/** Seen from outside one binder more. */
function inside(binder: Binder | undefined): Binder | undefined {
  return binder && binder.depth > 0 ? { ...binder, depth: binder.depth - 1 } : undefined;
}

function addShape(cx: ShapeCx, ty: Ty, outer: Variance, out: Positions): void {
  const { variances, binders } = shapeOf(cx, ty);
  for (const variance of variances) out.variances.push(xform(outer, variance));
  out.binders.push(...binders);
}

/** What a function pointer or trait object binds itself is not bound outside of it. */
function addFnPart(cx: ShapeCx, ty: Ty, outer: Variance, out: Positions): void {
  const { variances, binders } = shapeOf(cx, ty);
  for (const variance of variances) out.variances.push(xform(outer, variance));
  out.binders.push(...binders.map(inside));
}

/** The lifetimes in its signature belong to a closure's type; those that the signature binds have a position without use. */
function addClosureSig(cx: ShapeCx, ty: Ty & { kind: "closure" }, out: Positions): void {
  const sig = cx.mir.ty.closureInfo(ty.owner, ty.index)?.binder;
  for (const part of sig ? [...sig.inputs, sig.output] : []) addFnPart(cx, part, 0, out);
}

function addArg(cx: ShapeCx, arg: GenericArg, outer: Variance, out: Positions): void {
  if (arg.kind === "region") addRegion(arg, outer, out);
  else if (isTy(arg)) addShape(cx, arg, outer, out);
}

export type { DefId };
