// Types with a region variable at each position, and how they are made: fresh, or from a declared type whose parameters
// stand for other such types.

import type { DefId } from "../../hir/defs.ts";
import { isTy } from "../../ty/fold.ts";
import type { GenericArg, GenericArgs, Region, Ty } from "../../ty/ty.ts";
import type { ParamEnv } from "../../ty/queries.ts";
import { positions, shapeOf } from "./shape.ts";
import type { ShapeCx } from "./shape.ts";

/** A region variable of the body being checked. */
export type RegionVid = number;

export interface RegionTy {
  readonly ty: Ty;
  /** As many as the type's shape has positions. */
  readonly regions: readonly RegionVid[];
}

/** What a generic parameter stands for; undefined for constants, which have no lifetimes. */
export type RegionArg = RegionTy | RegionVid | undefined;

export interface Maker {
  readonly shapes: ShapeCx;
  readonly env: ParamEnv;
  /** Whose body it is, and what the parameters of its signature stand for, once that is known. */
  readonly owner: { readonly def: DefId; meaning: Meaning | undefined };
  fresh(): RegionVid;
  /** What a projection stands for, with its lifetimes; `like` gives the constants among its arguments. */
  project(def: DefId, args: readonly RegionArg[], like: GenericArgs): RegionTy;
}

/** What the parameters and lifetimes of a declared type stand for. */
export interface Meaning {
  readonly args: readonly RegionArg[];
  /** `'static`, bound and other regions. */
  region(region: Region): RegionVid;
  /** The constants among the arguments, erased types for all others. */
  readonly erased: GenericArgs;
}

export function freshTy(m: Maker, ty: Ty): RegionTy {
  return { ty, regions: shapeOf(m.shapes, ty).variances.map(() => m.fresh()) };
}

export function freshArgs(m: Maker, args: GenericArgs): RegionArg[] {
  return args.map((arg) =>
    arg.kind === "region" ? m.fresh() : isTy(arg) ? freshTy(m, arg) : undefined,
  );
}

/** The arguments of an ADT (or of another type that lists arguments first), cut out of its regions. */
export function splitArgs(
  shapes: ShapeCx,
  args: GenericArgs,
  regions: readonly RegionVid[],
): RegionArg[] {
  let at = 0;
  return args.map((arg) => {
    const count = positions(shapes, arg);
    const own = regions.slice(at, at + count);
    at += count;
    if (arg.kind === "region") return own[0];
    return isTy(arg) ? { ty: arg, regions: own } : undefined;
  });
}

export function erasedArgs(m: Maker, args: readonly RegionArg[], like: GenericArgs): GenericArgs {
  const interner = m.shapes.mir.ty.tcx;
  return interner.args(
    args.map((arg, i): GenericArg => {
      if (arg === undefined) return like[i] ?? interner.unknownConst;
      return typeof arg === "number" ? interner.erased : arg.ty;
    }),
  );
}

/** A declared type with its parameters replaced and its projections resolved. */
export function instantiate(m: Maker, decl: Ty, meaning: Meaning): RegionTy {
  const interner = m.shapes.mir.ty.tcx;
  const sub = (ty: Ty) => instantiate(m, ty, meaning);
  switch (decl.kind) {
    case "param": {
      const arg = meaning.args[decl.index];
      return arg === undefined || typeof arg === "number" ? { ty: decl, regions: [] } : arg;
    }
    case "ref": {
      const inner = sub(decl.ty);
      return {
        ty: interner.ref(interner.erased, inner.ty, decl.mutable),
        regions: [meaning.region(decl.region), ...inner.regions],
      };
    }
    case "ptr": {
      const inner = sub(decl.ty);
      return { ty: interner.ptr(inner.ty, decl.mutable), regions: inner.regions };
    }
    case "slice": {
      const inner = sub(decl.ty);
      return { ty: interner.slice(inner.ty), regions: inner.regions };
    }
    case "array": {
      const inner = sub(decl.ty);
      const { length } = decl;
      const arg = length.const === "param" ? meaning.erased[length.index] : undefined;
      return {
        ty: interner.array(inner.ty, arg?.kind === "constant" ? arg : length),
        regions: inner.regions,
      };
    }
    case "tuple": {
      const parts = decl.tys.map(sub);
      return {
        ty: interner.tuple(parts.map((part) => part.ty)),
        regions: parts.flatMap((part) => part.regions),
      };
    }
    case "adt": {
      const args = instantiateArgs(m, decl.args, meaning);
      return {
        ty: interner.adt(decl.def, erasedArgs(m, args, constsOf(decl.args, meaning))),
        regions: flat(args),
      };
    }
    case "projection": {
      const args = instantiateArgs(m, decl.args, meaning);
      return m.project(decl.def, args, constsOf(decl.args, meaning));
    }
    case "opaque": {
      const args = instantiateArgs(m, decl.args, meaning);
      return {
        ty: interner.opaque(decl.def, erasedArgs(m, args, decl.args)),
        regions: [...flat(args), m.fresh()],
      };
    }
    case "fnDef": {
      const args = instantiateArgs(m, decl.args, meaning);
      return { ty: interner.fnDef(decl.def, erasedArgs(m, args, decl.args)), regions: flat(args) };
    }
    case "fnPtr": {
      const within = underBinder(m, meaning);
      const inputs = decl.sig.inputs.map((input) => instantiate(m, input, within));
      const output = instantiate(m, decl.sig.output, within);
      const sig = { ...decl.sig, inputs: inputs.map((input) => input.ty), output: output.ty };
      return {
        ty: interner.fnPtr(sig),
        regions: [...inputs.flatMap((input) => input.regions), ...output.regions],
      };
    }
    case "dyn":
      return instantiateDyn(m, decl, meaning);
    case "closure":
      return freshTy(m, decl);
    default:
      return { ty: decl, regions: [] };
  }
}

function instantiateDyn(m: Maker, decl: Ty & { kind: "dyn" }, meaning: Meaning): RegionTy {
  const interner = m.shapes.mir.ty.tcx;
  const own = meaning.region(decl.region);
  if (!decl.principal)
    return { ty: interner.dyn(undefined, decl.autos, interner.erased), regions: [own] };
  const within = underBinder(m, meaning);
  const args = instantiateArgs(m, decl.principal.args, within);
  const projections = decl.principal.projections.map(({ def, ty }) => ({
    def,
    ty: instantiate(m, ty, within),
  }));
  const principal = {
    trait: decl.principal.trait,
    args: erasedArgs(m, args, decl.principal.args),
    projections: projections.map(({ def, ty }) => ({ def, ty: ty.ty })),
  };
  const ty = interner.dyn(principal, decl.autos, interner.erased);
  return {
    ty,
    regions: [own, ...flat(args), ...projections.flatMap((projection) => projection.ty.regions)],
  };
}

/** Inside a `for<>`: what it binds itself has a position without use. */
function underBinder(m: Maker, meaning: Meaning): Meaning {
  return {
    ...meaning,
    region(region) {
      if (region.region !== "bound") return meaning.region(region);
      if (region.depth === 0) return m.fresh();
      const { tcx } = m.shapes.mir.ty;
      return meaning.region(tcx.boundRegion(region.depth - 1, region.index, region.name));
    },
  };
}

function constsOf(args: GenericArgs, meaning: Meaning): GenericArgs {
  return args.map((arg) => {
    if (arg.kind !== "constant" || arg.const !== "param") return arg;
    return meaning.erased[arg.index] ?? arg;
  });
}

export function instantiateArgs(m: Maker, args: GenericArgs, meaning: Meaning): RegionArg[] {
  return args.map((arg) => {
    if (arg.kind === "region") return meaning.region(arg);
    return isTy(arg) ? instantiate(m, arg, meaning) : undefined;
  });
}

export function flat(args: readonly RegionArg[]): RegionVid[] {
  return args.flatMap((arg) =>
    arg === undefined ? [] : typeof arg === "number" ? [arg] : arg.regions,
  );
}

export function regionOf(m: Maker, region: Region, args: readonly RegionArg[]): RegionVid {
  const arg = region.region === "param" ? args[region.index] : undefined;
  if (typeof arg === "number") return arg;
  return region.region === "static" ? 0 : m.fresh();
}
