// Lifetime elision in signatures (Reference, "Lifetime elision"): every left-out input lifetime is a fresh bound
// one; left-out output lifetimes are that of `&self`, or the only one among the inputs, or an error.
//
// Not modelled: the lifetimes of `self: Pin<&Self>` beside other references to Self.

import { walkTy } from "../fold.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { Span } from "../../base/span.ts";
import type { HirTy } from "../../hir/hir.ts";
import type { Region, Ty } from "../ty.ts";

export interface SigElision {
  readonly inputs: LowerCx;
  output(inputs: readonly Ty[]): LowerCx;
  /** Lifetimes bound by the signature. */
  count(): number;
}

/** For `fn(..)` types and `Fn(..)` sugar: one binder more is around the parts. `named`: lifetimes of its `for<>`. */
export function fnSigElision(lcx: LowerCx, _inputs: readonly HirTy[], named: number): SigElision {
  return elisionAt({ ...lcx, depth: lcx.depth + 1 }, named, undefined);
}

/** For function items, whose own binder is the outermost. */
export function fnItemElision(lcx: LowerCx, self: HirTy | undefined): SigElision {
  return elisionAt(lcx, 0, self);
}

function elisionAt(lcx: LowerCx, named: number, self: HirTy | undefined): SigElision {
  const { tcx } = lcx.cx;
  let next = named;
  const home = lcx.depth;
  const inputs: LowerCx = {
    ...lcx,
    elided: (_span, depth) => tcx.boundRegion(depth - home, next++, "'_"),
    objectDefault: undefined,
  };
  return {
    inputs,
    count: () => next,
    output(tys) {
      const from = (self && selfRegion(self, tys[0])) ?? onlyRegion(tys);
      return {
        ...lcx,
        elided: (span, depth) =>
          from ? shiftRegion(lcx, from, depth - home) : missingLifetime(lcx, span),
      };
    },
  };
}

/** The lifetime of `&self`: of the reference to Self inside the receiver's type. */
function selfRegion(hir: HirTy, ty: Ty | undefined): Region | undefined {
  let found: Region | undefined;
  if (ty && mentionsRefToSelf(hir)) {
    walkTy(ty, (part) => {
      if (part.kind === "ref") found ??= part.region;
    });
  }
  return found;
}

function mentionsRefToSelf(hir: HirTy): boolean {
  if (hir.kind === "ref") return true;
  if (hir.kind !== "path" || hir.path.kind !== "resolved") return false;
  const last = hir.path.segments[hir.path.segments.length - 1];
  return (last?.args?.args ?? []).some((arg) => arg.kind === "type" && mentionsRefToSelf(arg.ty));
}

function onlyRegion(tys: readonly Ty[]): Region | undefined {
  const regions = new Set<Region>();
  for (const ty of tys) collectRegions(ty, regions, 0);
  return regions.size === 1 ? [...regions][0] : undefined;
}

/** Regions that appear at or outside `depth` binders. */
function collectRegions(ty: Ty, into: Set<Region>, depth: number): void {
  const add = (region: Region) => {
    if (region.region !== "bound") into.add(region);
    else if (region.depth >= depth) into.add(region);
  };
  walkTy(ty, (part) => {
    if (part.kind === "fnPtr") return false;
    if (part.kind === "ref") add(part.region);
    if (part.kind === "dyn" && part.region.region !== "static") add(part.region);
    if ("args" in part) for (const arg of part.args) if (arg.kind === "region") add(arg);
    return true;
  });
}

function shiftRegion(lcx: LowerCx, region: Region, by: number): Region {
  if (by === 0 || region.region !== "bound") return region;
  return lcx.cx.tcx.boundRegion(region.depth + by, region.index, region.name);
}

export function missingLifetime(lcx: LowerCx, span: Span): Region {
  lcx.report({
    code: "E0106",
    message: "missing lifetime specifier",
    span,
    label: "expected named lifetime parameter",
    related: [],
  });
  return lcx.cx.tcx.erased;
}
