// The parts of a `RegionTy`: what a place of that type leads to by dereference, field or index.

import { builtinDerefTy, captureTys } from "../../mir/placeTys.ts";
import type { Body, Place, Projection } from "../../mir/mir.ts";
import type { Ty } from "../../ty/ty.ts";
import { positions } from "./shape.ts";
import { freshTy, instantiate, splitArgs } from "./regionTy.ts";
import type { Maker, Meaning, RegionTy, RegionVid } from "./regionTy.ts";

export function derefTy(m: Maker, of: RegionTy): RegionTy {
  const inner = builtinDerefTy(m.shapes.mir, of.ty);
  if (!inner) return freshTy(m, m.shapes.mir.ty.tcx.unknown);
  if (of.ty.kind === "ref") return { ty: inner, regions: of.regions.slice(1) };
  return { ty: inner, regions: of.regions.slice(0, positions(m.shapes, inner)) };
}

/** The region of a reference. */
export function outerRegion(of: RegionTy): RegionVid | undefined {
  return of.ty.kind === "ref" ? of.regions[0] : undefined;
}

export function fieldTy(
  m: Maker,
  of: RegionTy,
  variant: number,
  index: number,
  expected: Ty,
): RegionTy {
  const { mir } = m.shapes;
  const { ty } = of;
  switch (ty.kind) {
    case "tuple":
      return partOf(m, ty.tys, of.regions, index) ?? freshTy(m, expected);
    case "closure":
      return partOf(m, captureTys(mir, ty), of.regions, index) ?? freshTy(m, expected);
    case "adt": {
      const field = mir.ty.adt(ty.def).variants[variant]?.fields[index];
      if (!field) return freshTy(m, expected);
      const args = splitArgs(m.shapes, ty.args, of.regions);
      const meaning: Meaning = {
        args,
        erased: ty.args,
        region: (region) => {
          const arg = region.region === "param" ? args[region.index] : undefined;
          return typeof arg === "number" ? arg : region.region === "static" ? 0 : m.fresh();
        },
      };
      const result = instantiate(m, mir.ty.typeOf(field.def), meaning);
      return result.ty === expected ? result : sameShape(m, result, expected);
    }
    default:
      return freshTy(m, expected);
  }
}

/** The same lifetimes on a type that differs only in how far projections are resolved. */
function sameShape(m: Maker, result: RegionTy, expected: Ty): RegionTy {
  return positions(m.shapes, expected) === result.regions.length
    ? { ty: expected, regions: result.regions }
    : freshTy(m, expected);
}

function partOf(
  m: Maker,
  tys: readonly Ty[],
  regions: readonly RegionVid[],
  index: number,
): RegionTy | undefined {
  const part = splitArgs(m.shapes, tys, regions)[index];
  return part === undefined || typeof part === "number" ? undefined : part;
}

export function placeRegionTy(
  m: Maker,
  body: Body,
  locals: readonly RegionTy[],
  place: Place,
): RegionTy {
  let at = locals[place.local] as RegionTy;
  let variant = 0;
  for (const step of place.projections) {
    at = projectRegionTy(m, at, variant, step);
    variant = step.kind === "downcast" ? step.variant : 0;
  }
  return at;
}

export function projectRegionTy(
  m: Maker,
  of: RegionTy,
  variant: number,
  step: Projection,
): RegionTy {
  switch (step.kind) {
    case "deref":
      return derefTy(m, of);
    case "field":
      return fieldTy(m, of, variant, step.index, step.ty);
    case "index":
    case "constantIndex":
      return of.ty.kind === "array" || of.ty.kind === "slice"
        ? { ty: of.ty.ty, regions: of.regions }
        : of;
    case "subslice":
    case "downcast":
      return of;
  }
}
