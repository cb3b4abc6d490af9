// Lifetime elision in signatures (Reference, "Lifetime elision"): every left-out input lifetime is a fresh bound
// one; left-out output lifetimes are that of a reference to Self in the receiver, or of the only input that has one,
// or an error. Follows `resolve_fn_params`: what is a reference to Self is told by the text, so an alias of it is none.

import { isTy, superFold } from "../fold.ts";
import type { Folder } from "../fold.ts";
import type { LowerCx } from "./lowerCx.ts";
import type { Span } from "../../base/span.ts";
import type { HirFnSig } from "../../hir/defs.ts";
import type { HirGenericArg, HirQPath, HirTy } from "../../hir/hir.ts";
import type { Region, Ty } from "../ty.ts";

export interface SigElision {
  readonly inputs: LowerCx;
  output(inputs: readonly Ty[]): LowerCx;
  /** Lifetimes bound by the signature. */
  count(): number;
}

/** For `fn(..)` types and `Fn(..)` sugar: one binder more is around the parts. `named`: lifetimes of its `for<>`. */
export function fnSigElision(lcx: LowerCx, inputs: readonly HirTy[], named: number): SigElision {
  return elisionAt({ ...lcx, depth: lcx.depth + 1 }, named, inputs, undefined);
}

/** For function items, whose own binder is the outermost. */
export function fnItemElision(lcx: LowerCx, sig: HirFnSig): SigElision {
  return elisionAt(lcx, 0, sig.inputs, sig.hasSelf ? sig.inputs[0] : undefined);
}

function elisionAt(
  lcx: LowerCx,
  named: number,
  hirs: readonly HirTy[],
  self: HirTy | undefined,
): SigElision {
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
      const from = outputRegion(lcx, hirs, self, tys);
      return {
        ...lcx,
        elided: (span, depth) =>
          from ? shiftRegion(lcx, from, depth - home) : missingLifetime(lcx, span),
      };
    },
  };
}

function outputRegion(
  lcx: LowerCx,
  hirs: readonly HirTy[],
  self: HirTy | undefined,
  tys: readonly Ty[],
): Region | undefined {
  const inputs = tys.map((ty, i) => regionsOf(lcx, ty, hirs[i]));
  if (!self || !tys[0]) return onlyRegion(inputs);
  const regions = new Set<Region>();
  selfRegions(lcx, self, tys[0], regions);
  // Without a reference to Self the receiver counts for nothing.
  if (regions.size === 0) return onlyRegion(inputs.slice(1));
  return regions.size === 1 ? [...regions][0] : undefined;
}

/** Lifetimes of references to Self or to what holds one (`&Rc<Self>`), wherever they stand in the receiver's type. */
function selfRegions(lcx: LowerCx, hir: HirTy, ty: Ty, into: Set<Region>): void {
  if (hir.kind === "ref" && ty.kind === "ref") {
    if (namesSelf(lcx, hir.ty)) into.add(ty.region);
    selfRegions(lcx, hir.ty, ty.ty, into);
    return;
  }
  if (hir.kind !== "path" || hir.path.kind !== "resolved" || ty.kind !== "adt") return;
  const written = hir.path.segments.at(-1)?.args?.args ?? [];
  const tys = ty.args.filter(isTy);
  written
    .flatMap((arg) => (arg.kind === "type" ? [arg.ty] : []))
    .forEach((arg, i) => tys[i] && selfRegions(lcx, arg, tys[i], into));
}

function namesSelf(lcx: LowerCx, hir: HirTy): boolean {
  if (isSelf(lcx, hir)) return true;
  switch (hir.kind) {
    case "ref":
    case "ptr":
    case "slice":
    case "array":
      return namesSelf(lcx, hir.ty);
    case "tuple":
      return hir.tys.some((ty) => namesSelf(lcx, ty));
    case "path": {
      const written = hir.path.kind === "resolved" ? hir.path.segments.at(-1)?.args?.args : [];
      return (written ?? []).some((arg) => arg.kind === "type" && namesSelf(lcx, arg.ty));
    }
    default:
      return false;
  }
}

/** `Self`, or the very type that the impl names. */
function isSelf({ cx, owner }: LowerCx, hir: HirTy): boolean {
  if (hir.kind !== "path" || hir.path.kind !== "resolved") return false;
  const { res } = hir.path;
  if (res.kind === "selfTy" || res.kind === "selfParam") return true;
  const parent = cx.def(owner).parent;
  const impl = parent === undefined ? undefined : cx.def(parent);
  if (impl?.kind !== "impl" || impl.self.kind !== "path" || impl.self.path.kind !== "resolved")
    return false;
  const own = impl.self.path.res;
  if (res.kind === "def" && own.kind === "def") return res.def === own.def;
  return res.kind === "prim" && own.kind === "prim" && res.prim === own.prim;
}

/** The lifetime of the only input that has one; two inputs never share theirs, whatever its name. */
function onlyRegion(inputs: readonly ReadonlySet<Region>[]): Region | undefined {
  const some = inputs.filter((regions) => regions.size > 0);
  const [first] = some;
  return some.length === 1 && first?.size === 1 ? [...first][0] : undefined;
}

/** Regions that no binder inside the type binds. The `'static` that a `Box<dyn Trait>` has by itself is none of them. */
function regionsOf(lcx: LowerCx, ty: Ty, hir: HirTy | undefined): ReadonlySet<Region> {
  const { tcx } = lcx.cx;
  const regions = new Set<Region>();
  const folder: Folder = {
    ty: (part, depth) => (part.kind === "fnPtr" ? part : superFold(tcx, folder, part, depth)),
    region(region, depth) {
      if (region.region !== "bound" || region.depth >= depth) regions.add(region);
      return region;
    },
    const: (value) => value,
  };
  folder.ty(ty, 0);
  if (hir && !writesStatic(hir)) regions.delete(tcx.static);
  return regions;
}

function writesStatic(hir: HirTy): boolean {
  switch (hir.kind) {
    case "ref":
      return hir.lifetime.kind === "static" || writesStatic(hir.ty);
    case "ptr":
    case "slice":
    case "array":
      return writesStatic(hir.ty);
    case "tuple":
      return hir.tys.some(writesStatic);
    case "dyn":
      return hir.lifetime?.kind === "static" || hir.bounds.some(({ ref }) => inPath(ref.path));
    case "path":
      return inPath(hir.path);
    default:
      return false;
  }
}

function inPath(path: HirQPath): boolean {
  const segments = path.kind === "relative" ? [path.segment] : path.segments;
  const outer = path.kind === "relative" ? path.ty : path.self;
  const inArg = (arg: HirGenericArg) =>
    (arg.kind === "lifetime" && arg.lifetime.kind === "static") ||
    (arg.kind === "type" && writesStatic(arg.ty));
  return (
    segments.some(({ args }) => args?.args.some(inArg) === true) ||
    (outer !== undefined && writesStatic(outer))
  );
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
