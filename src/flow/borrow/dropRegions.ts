// Which lifetimes of a type its destructor can touch. Follows `dropck_outlives`.
//
// A type without a destructor of its own is asked part by part; one with `impl Drop` needs all its lifetimes to be valid,
// except those of parameters marked `#[may_dangle]`, of which only dropping the parameter's own values counts.

import type { DefId } from "../../hir/defs.ts";
import { hasAttr } from "../../hir/attrs.ts";
import { dropImpl } from "../../mir/traits.ts";
import type { Ty } from "../../ty/ty.ts";
import { isTy } from "../../ty/fold.ts";
import { fieldTy } from "./parts.ts";
import { splitArgs } from "./regionTy.ts";
import type { Maker, RegionTy, RegionVid } from "./regionTy.ts";
import { captureTys, fieldTys } from "../../mir/placeTys.ts";

export function dropRegions(m: Maker, of: RegionTy): readonly RegionVid[] {
  const out = new Set<RegionVid>();
  collect(m, of, out, new Set());
  return [...out];
}

function collect(m: Maker, of: RegionTy, out: Set<RegionVid>, above: Set<Ty>): void {
  const { ty } = of;
  switch (ty.kind) {
    case "adt":
      return collectAdt(m, of, ty, out, above);
    case "tuple":
      return collectParts(m, of, ty.tys, out, above);
    case "closure":
      return collectParts(m, of, captureTys(m.shapes.mir, ty), out, above);
    case "array":
    case "slice":
      return collect(m, { ty: ty.ty, regions: of.regions }, out, above);
    case "dyn":
    case "opaque":
    case "projection":
      for (const region of of.regions) out.add(region);
      return;
    default:
  }
}

function collectParts(
  m: Maker,
  of: RegionTy,
  tys: readonly Ty[],
  out: Set<RegionVid>,
  above: Set<Ty>,
): void {
  for (const part of splitArgs(m.shapes, tys, of.regions)) {
    if (part !== undefined && typeof part !== "number") collect(m, part, out, above);
  }
}

function collectAdt(
  m: Maker,
  of: RegionTy,
  ty: Ty & { kind: "adt" },
  out: Set<RegionVid>,
  above: Set<Ty>,
): void {
  const { mir } = m.shapes;
  if (
    of.regions.length === 0 ||
    ty.def === mir.ty.lang("manually_drop") ||
    ty.def === mir.ty.lang("phantom_data")
  )
    return;
  const destructor = dropImpl(mir, ty.def);
  const args = splitArgs(m.shapes, ty.args, of.regions);
  if (destructor !== undefined) {
    const dangling = danglingParams(m, destructor);
    for (const [index, arg] of args.entries()) {
      if (arg === undefined) continue;
      if (typeof arg === "number") {
        if (!dangling.has(index)) out.add(arg);
      } else if (dangling.has(index)) collect(m, arg, out, above);
      else for (const region of arg.regions) out.add(region);
    }
    return;
  }
  if (above.has(ty)) return;
  above.add(ty);
  mir.ty.adt(ty.def).variants.forEach((variant, v) => {
    const tys = fieldTys(mir, ty, v);
    variant.fields.forEach((_, index) =>
      collect(m, fieldTy(m, of, v, index, tys[index] as Ty), out, above),
    );
  });
  above.delete(ty);
}

/** Parameters of the type that the impl's `#[may_dangle]` parameters stand for. */
function danglingParams(m: Maker, impl: DefId): ReadonlySet<number> {
  const { ty } = m.shapes.mir;
  const out = new Set<number>();
  const self = ty.implTraitRef(impl)?.args[0];
  if (!self || !isTy(self) || self.kind !== "adt") return out;
  self.args.forEach((arg, index) => {
    const param = isTy(arg)
      ? arg.kind === "param" && arg
      : arg.kind === "region" && arg.region === "param" && arg;
    if (param && mayDangle(m, param.def)) out.add(index);
  });
  return out;
}

function mayDangle(m: Maker, param: DefId): boolean {
  return hasAttr(m.shapes.mir.ty.def(param).attrs, "may_dangle");
}
