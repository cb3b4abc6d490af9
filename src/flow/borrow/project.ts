// Projections with their lifetimes, and the impls that answer them: an impl's parameters stand for parts of the types at hand.
//
// Not modelled: projections that only a bound in scope or a trait object answers keep no connection between their lifetimes,
// unless they are what a call gives.

import type { DefId } from "../../hir/defs.ts";
import { normalizeTy } from "../../mir/normalize.ts";
import { selectImpl } from "../../mir/traits.ts";
import { isTy } from "../../ty/fold.ts";
import type { GenericArg, GenericArgs, Region, TraitRef, Ty } from "../../ty/ty.ts";
import { fnOutput } from "./callable.ts";
import {
  erasedArgs,
  flat,
  freshTy,
  instantiate,
  instantiateArgs,
  regionOf,
  splitArgs,
} from "./regionTy.ts";
import type { Maker, Meaning, RegionArg, RegionTy } from "./regionTy.ts";
import { shapeOf } from "./shape.ts";

/** Impls inside impls; more would be a type that contains itself. */
const LIMIT = 8;

/** `<args[0] as Trait>::Name`, through the impl that gives it, so that lifetimes stay connected. */
export function project(
  m: Maker,
  def: DefId,
  args: readonly RegionArg[],
  like: GenericArgs,
  depth: number,
): RegionTy {
  const { mir } = m.shapes;
  const erased = erasedArgs(m, args, like);
  const called = fnOutput(m, def, args);
  if (called) return called;
  const unresolved = mir.ty.tcx.projection(def, erased);
  const ty = normalizeTy(mir, unresolved, m.env);
  if (ty === unresolved) return { ty, regions: flat(args) };
  if (shapeOf(m.shapes, ty).variances.length === 0) return { ty, regions: [] };
  const through = depth < LIMIT ? throughImpl(m, def, args, erased) : undefined;
  return through && through.ty === ty ? through : freshTy(m, ty);
}

function throughImpl(
  m: Maker,
  def: DefId,
  args: readonly RegionArg[],
  erased: GenericArgs,
): RegionTy | undefined {
  const { mir } = m.shapes;
  const trait = mir.ty.def(def).parent;
  const found = trait === undefined ? undefined : implFor(m, trait, args, erased);
  const item = found && mir.ty.implItem(found.impl, def);
  return found && item !== undefined
    ? instantiate(m, mir.ty.typeOf(item), found.meaning)
    : undefined;
}

export interface MatchedImpl {
  readonly impl: DefId;
  /** The trait and its arguments as the impl declares them. */
  readonly ref: TraitRef;
  readonly meaning: Meaning;
}

/** The impl that a trait's arguments select, and what its parameters stand for. */
export function implFor(
  m: Maker,
  trait: DefId,
  args: readonly RegionArg[],
  erased: GenericArgs,
): MatchedImpl | undefined {
  const { mir } = m.shapes;
  const count = mir.ty.genericsOf(trait).count;
  const source = selectImpl(mir, { trait, args: mir.ty.tcx.args(erased.slice(0, count)) }, m.env);
  if (source?.kind !== "impl") return undefined;
  const { def: impl, ref } = source.header;
  const bound: RegionArg[] = [];
  ref.args.forEach((decl, i) => matchArg(m, decl, args[i], bound));
  bindByBounds(m, impl, source.args, bound);
  const full = source.args.map((arg, i): RegionArg => bound[i] ?? unbound(m, arg));
  const region = (one: Region) => regionOf(m, one, full);
  return { impl, ref, meaning: { args: full, erased: source.args, region } };
}

/** Parameters that only a bound fixes: `B` of `impl<B, F: FnMut(T) -> B> Iterator for Map<I, F>`. */
function bindByBounds(m: Maker, impl: DefId, given: GenericArgs, bound: RegionArg[]): void {
  for (const { predicate } of m.shapes.mir.ty.predicatesOf(impl)) {
    if (predicate.kind !== "projection" || predicate.ty.kind !== "param") continue;
    if (bound[predicate.ty.index] !== undefined) continue;
    const args = given.map((arg, i): RegionArg => bound[i] ?? unbound(m, arg));
    const meaning: Meaning = { args, erased: given, region: (region) => regionOf(m, region, args) };
    const value = m.project(predicate.def, instantiateArgs(m, predicate.args, meaning), given);
    const wanted = given[predicate.ty.index];
    if (value.ty === wanted) bound[predicate.ty.index] = value;
  }
}

function unbound(m: Maker, arg: GenericArg): RegionArg {
  if (arg.kind === "region") return m.fresh();
  return isTy(arg) ? freshTy(m, arg) : undefined;
}

/** Binds the parameters in `decl` to the parts of `given` that stand in their place. */
function matchArg(m: Maker, decl: GenericArg, given: RegionArg, bound: RegionArg[]): void {
  if (decl.kind === "region") {
    if (decl.region === "param" && typeof given === "number") bound[decl.index] = given;
    return;
  }
  if (isTy(decl) && given !== undefined && typeof given !== "number")
    matchTy(m, decl, given, bound);
}

function matchTy(m: Maker, decl: Ty, given: RegionTy, bound: RegionArg[]): void {
  const { ty, regions } = given;
  if (decl.kind === "param") {
    bound[decl.index] ??= given;
    return;
  }
  if (decl.kind !== ty.kind) return;
  switch (decl.kind) {
    case "ref":
      if (ty.kind !== "ref") return;
      matchArg(m, decl.region, regions[0], bound);
      return matchTy(m, decl.ty, { ty: ty.ty, regions: regions.slice(1) }, bound);
    case "ptr":
    case "slice":
    case "array":
      if (ty.kind === decl.kind) matchTy(m, decl.ty, { ty: ty.ty, regions }, bound);
      return;
    case "tuple": {
      if (ty.kind !== "tuple") return;
      const parts = splitArgs(m.shapes, ty.tys, regions);
      decl.tys.forEach((part, i) => matchArg(m, part, parts[i], bound));
      return;
    }
    case "adt": {
      if (ty.kind !== "adt") return;
      const parts = splitArgs(m.shapes, ty.args, regions);
      decl.args.forEach((arg, i) => matchArg(m, arg, parts[i], bound));
      return;
    }
    default:
  }
}
