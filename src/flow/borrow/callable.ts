// What can be called, as lifetimes see it: closures, function items and pointers, trait objects and parameters with a `Fn` bound.
//
// A signature may bind lifetimes of its own (`for<'a> Fn(&'a str) -> &'a str`): each call has new ones for them. All others
// are positions of the type that is called. In a closure's type they come after its captures.
//
// Not modelled: that a closure whose signature binds no lifetime is not general enough for a bound that does.

import type { DefId } from "../../hir/defs.ts";
import { captureTys } from "../../mir/placeTys.ts";
import { eraseRegions, isTy, typeArg } from "../../ty/fold.ts";
import { fnTraitKind } from "../../ty/traits/builtin.ts";
import type { FnSig, GenericArg, Predicate, Region, Ty } from "../../ty/ty.ts";
import { derefTy } from "./parts.ts";
import { instantiate, regionOf, splitArgs } from "./regionTy.ts";
import type { Maker, Meaning, RegionArg, RegionTy, RegionVid } from "./regionTy.ts";
import type { Binder } from "./shape.ts";
import { positions, shapeOf } from "./shape.ts";

export interface Callable {
  readonly inputs: readonly RegionTy[];
  readonly output: RegionTy;
}

/** The region that stands for a lifetime which the signature binds, by its index. */
export type BoundRegions = (index: number) => RegionVid;

/** One region for each lifetime bound, made when it is first met. */
export function freshBound(make: () => RegionVid): BoundRegions {
  const made = new Map<number, RegionVid>();
  return (index) => {
    let vid = made.get(index);
    if (vid === undefined) made.set(index, (vid = make()));
    return vid;
  };
}

export function callableOf(m: Maker, self: RegionTy, bound: BoundRegions): Callable | undefined {
  const { ty } = self;
  switch (ty.kind) {
    case "closure":
      return closureCallable(m, ty, self.regions, bound);
    case "fnPtr":
      return openSig(m, ty.sig, self.regions, bound);
    case "fnDef":
      return itemCallable(m, self, ty, bound);
    case "ref":
      return callableOf(m, derefTy(m, self), bound);
    case "dyn":
      return objectCallable(m, self, ty, bound);
    case "param":
      return paramCallable(m, ty, bound);
    default:
      return undefined;
  }
}

/** The signature of a closure, in terms of the regions of its type. */
export function closureCallable(
  m: Maker,
  ty: Ty & { kind: "closure" },
  regions: readonly RegionVid[],
  bound: BoundRegions,
): Callable | undefined {
  const { mir } = m.shapes;
  const sig = mir.ty.closureInfo(ty.owner, ty.index)?.binder;
  if (!sig) return undefined;
  const captured = captureTys(mir, ty).reduce((sum, one) => sum + positions(m.shapes, one), 0);
  return openSig(m, sig, regions.slice(captured), bound);
}

function openSig(
  m: Maker,
  sig: FnSig,
  regions: readonly RegionVid[],
  bound: BoundRegions,
): Callable | undefined {
  const parts = splitArgs(m.shapes, [...sig.inputs, sig.output], regions).map((part) =>
    part === undefined || typeof part === "number" ? undefined : open(m, part, bound),
  );
  const output = parts.pop();
  return output && { inputs: parts as RegionTy[], output };
}

/** The lifetimes bound directly around a type become regions; the type is then an ordinary one of the body. */
function open(m: Maker, of: RegionTy, bound: BoundRegions): RegionTy {
  const { binders } = shapeOf(m.shapes, of.ty);
  const regions = of.regions.map((region, i) => {
    const binder = binders[i];
    return binder?.depth === 0 ? bound(binder.index) : region;
  });
  return { ty: eraseRegions(m.shapes.mir.ty.tcx, of.ty), regions };
}

function itemCallable(
  m: Maker,
  self: RegionTy,
  ty: Ty & { kind: "fnDef" },
  bound: BoundRegions,
): Callable | undefined {
  const { mir } = m.shapes;
  if (mir.ty.def(ty.def).kind !== "fn") return undefined;
  const sig = mir.ty.fnSig(ty.def);
  const args = splitArgs(m.shapes, ty.args, self.regions);
  const meaning: Meaning = {
    args,
    erased: ty.args,
    region: (region) =>
      region.region === "bound" && region.depth === 0
        ? bound(region.index)
        : regionOf(m, region, args),
  };
  return {
    inputs: sig.inputs.map((input) => instantiate(m, input, meaning)),
    output: instantiate(m, sig.output, meaning),
  };
}

function objectCallable(
  m: Maker,
  self: RegionTy,
  ty: Ty & { kind: "dyn" },
  bound: BoundRegions,
): Callable | undefined {
  const { mir } = m.shapes;
  const { principal } = ty;
  if (!principal || !fnTraitKind(mir.ty, principal.trait)) return undefined;
  const tuple = principal.args[0];
  const output = principal.projections.find((one) => one.def === mir.ty.lang("fn_once_output"));
  if (!tuple || !isTy(tuple) || tuple.kind !== "tuple" || !output) return undefined;
  const listed: GenericArg[] = [tuple, ...principal.projections.map((one) => one.ty)];
  const parts = splitArgs(m.shapes, listed, self.regions.slice(1));
  const given = parts[0] as RegionTy;
  const result = parts[1 + principal.projections.indexOf(output)] as RegionTy;
  return {
    inputs: tupleParts(m, { ty: tuple, regions: given.regions }).map((one) => open(m, one, bound)),
    output: open(m, result, bound),
  };
}

/** `F: Fn(&str) -> &str`, as the bounds in scope say. */
function paramCallable(m: Maker, ty: Ty, bound: BoundRegions): Callable | undefined {
  const { mir } = m.shapes;
  const own = m.owner.meaning;
  const stated = mir.ty
    .predicatesOf(m.owner.def)
    .map(({ predicate }) => predicate)
    .find((one) => isFnOutput(m, one, ty));
  const tuple = stated && typeArg(stated.args, 1);
  if (!own || !stated || tuple?.kind !== "tuple") return undefined;
  const meaning: Meaning = {
    ...own,
    region: (region: Region) =>
      region.region === "bound" ? bound(binderIndex(region)) : own.region(region),
  };
  return {
    inputs: tuple.tys.map((input) => instantiate(m, input, meaning)),
    output: instantiate(m, stated.ty, meaning),
  };
}

/** In a bound, both `for<>` can stand around: that of the clause and that of the trait. */
export function binderIndex({ depth, index }: Binder): number {
  return depth * 1000 + index;
}

function isFnOutput(
  m: Maker,
  predicate: Predicate,
  self: Ty,
): predicate is Predicate & { kind: "projection" } {
  return (
    predicate.kind === "projection" &&
    predicate.def === m.shapes.mir.ty.lang("fn_once_output") &&
    predicate.args[0] === self
  );
}

export function tupleParts(m: Maker, of: RegionTy): RegionTy[] {
  if (of.ty.kind !== "tuple") return [];
  return splitArgs(m.shapes, of.ty.tys, of.regions).filter(
    (part) => part !== undefined && typeof part !== "number",
  );
}

/** `<F as FnOnce<Args>>::Output`: what calling `F` with these arguments gives. */
export function fnOutput(m: Maker, def: DefId, args: readonly RegionArg[]): RegionTy | undefined {
  if (def !== m.shapes.mir.ty.lang("fn_once_output")) return undefined;
  const [self, tuple] = args;
  if (self === undefined || typeof self === "number") return undefined;
  if (tuple === undefined || typeof tuple === "number") return undefined;
  const callable = callableOf(m, self, freshBound(m.fresh));
  if (!callable) return undefined;
  // Lifetimes that the signature binds are those of the arguments at hand.
  const given = tupleParts(m, tuple);
  const known = new Map<RegionVid, RegionVid>();
  callable.inputs.forEach((input, i) => {
    input.regions.forEach((region, k) => {
      const actual = given[i]?.regions[k];
      if (actual !== undefined && !known.has(region)) known.set(region, actual);
    });
  });
  const { ty, regions } = callable.output;
  return { ty, regions: regions.map((region) => known.get(region) ?? region) };
}
