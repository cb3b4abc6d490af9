// Structural maps over types: substitution, erasure of regions, walking. Follows `rustc_type_ir::fold`.
//
// Types are shared, so every fold returns its input where nothing changes, and stops early by flags.

import { bug } from "../base/assertNever.ts";
import { argsFlags, flagsOf, HAS_BOUND, HAS_PARAM, HAS_REGIONS } from "./intern.ts";
import type { Interner } from "./intern.ts";
import type {
  Const,
  ExistentialTraitRef,
  FnSig,
  GenericArg,
  GenericArgs,
  Predicate,
  Region,
  TraitRef,
  Ty,
} from "./ty.ts";

/** What a fold does at the leaves; `depth` counts the binders around. */
export interface Folder {
  ty(ty: Ty, depth: number): Ty;
  region(region: Region, depth: number): Region;
  const(value: Const, depth: number): Const;
}

export function foldArg(folder: Folder, arg: GenericArg, depth: number): GenericArg {
  if (arg.kind === "region") return folder.region(arg, depth);
  if (arg.kind === "constant") return folder.const(arg, depth);
  return folder.ty(arg, depth);
}

export function foldArgs(folder: Folder, args: GenericArgs, depth: number): GenericArgs {
  return mapShared(args, (arg) => foldArg(folder, arg, depth));
}

/** Folds the parts of a type and puts it together again. */
export function superFold(tcx: Interner, folder: Folder, ty: Ty, depth: number): Ty {
  switch (ty.kind) {
    case "adt": {
      const args = foldArgs(folder, ty.args, depth);
      return args === ty.args ? ty : tcx.adt(ty.def, args);
    }
    case "fnDef": {
      const args = foldArgs(folder, ty.args, depth);
      return args === ty.args ? ty : tcx.fnDef(ty.def, args);
    }
    case "closure": {
      const args = foldArgs(folder, ty.args, depth);
      return args === ty.args ? ty : tcx.closure(ty.owner, ty.index, args);
    }
    case "projection": {
      const args = foldArgs(folder, ty.args, depth);
      return args === ty.args ? ty : tcx.projection(ty.def, args);
    }
    case "opaque": {
      const args = foldArgs(folder, ty.args, depth);
      return args === ty.args ? ty : tcx.opaque(ty.def, args);
    }
    case "ref": {
      const inner = folder.ty(ty.ty, depth);
      const region = folder.region(ty.region, depth);
      return inner === ty.ty && region === ty.region ? ty : tcx.ref(region, inner, ty.mutable);
    }
    case "ptr": {
      const inner = folder.ty(ty.ty, depth);
      return inner === ty.ty ? ty : tcx.ptr(inner, ty.mutable);
    }
    case "slice": {
      const inner = folder.ty(ty.ty, depth);
      return inner === ty.ty ? ty : tcx.slice(inner);
    }
    case "array": {
      const inner = folder.ty(ty.ty, depth);
      const length = folder.const(ty.length, depth);
      return inner === ty.ty && length === ty.length ? ty : tcx.array(inner, length);
    }
    case "tuple": {
      const tys = mapShared(ty.tys, (t) => folder.ty(t, depth));
      return tys === ty.tys ? ty : tcx.tuple(tys);
    }
    case "fnPtr": {
      const sig = foldSig(folder, ty.sig, depth + 1);
      return sig === ty.sig ? ty : tcx.fnPtr(sig);
    }
    case "dyn": {
      const principal = ty.principal && foldExistential(folder, ty.principal, depth + 1);
      const region = folder.region(ty.region, depth);
      return principal === ty.principal && region === ty.region
        ? ty
        : tcx.dyn(principal, ty.autos, region);
    }
    default:
      return ty;
  }
}

export function foldSig(folder: Folder, sig: FnSig, depth: number): FnSig {
  const inputs = mapShared(sig.inputs, (t) => folder.ty(t, depth));
  const output = folder.ty(sig.output, depth);
  return inputs === sig.inputs && output === sig.output ? sig : { ...sig, inputs, output };
}

export function foldExistential(
  folder: Folder,
  ref: ExistentialTraitRef,
  depth: number,
): ExistentialTraitRef {
  const args = foldArgs(folder, ref.args, depth);
  const projections = mapShared(ref.projections, (p) => {
    const ty = folder.ty(p.ty, depth);
    return ty === p.ty ? p : { def: p.def, ty };
  });
  return args === ref.args && projections === ref.projections
    ? ref
    : { trait: ref.trait, args, projections };
}

/** A predicate is itself a binder when it mentions bound regions; `depth` is the depth of its parts. */
export function foldPredicate(folder: Folder, predicate: Predicate, depth: number): Predicate {
  switch (predicate.kind) {
    case "trait":
      return { kind: "trait", ref: foldTraitRef(folder, predicate.ref, depth) };
    case "projection":
      return {
        kind: "projection",
        def: predicate.def,
        args: foldArgs(folder, predicate.args, depth),
        ty: folder.ty(predicate.ty, depth),
      };
    case "typeOutlives":
      return {
        ...predicate,
        ty: folder.ty(predicate.ty, depth),
        region: folder.region(predicate.region, depth),
      };
    case "regionOutlives":
      return {
        ...predicate,
        a: folder.region(predicate.a, depth),
        b: folder.region(predicate.b, depth),
      };
  }
}

export function foldTraitRef(folder: Folder, ref: TraitRef, depth: number): TraitRef {
  const args = foldArgs(folder, ref.args, depth);
  return args === ref.args ? ref : { trait: ref.trait, args };
}

// ---- substitution

/** Replaces parameters by `args`, counted from the outermost owner. */
export function substituter(tcx: Interner, args: GenericArgs): Folder {
  const folder: Folder = {
    ty(ty, depth) {
      if (!(flagsOf(ty) & (HAS_PARAM | HAS_REGIONS))) return ty;
      if (ty.kind !== "param") return superFold(tcx, folder, ty, depth);
      const arg = args[ty.index];
      return arg === undefined || arg.kind === "region" || arg.kind === "constant" ? ty : arg;
    },
    region(region) {
      if (region.region !== "param") return region;
      const arg = args[region.index];
      return arg?.kind === "region" ? arg : region;
    },
    const(value) {
      if (value.const !== "param") return value;
      const arg = args[value.index];
      return arg?.kind === "constant" ? arg : value;
    },
  };
  return folder;
}

export function substitute(tcx: Interner, ty: Ty, args: GenericArgs): Ty {
  if (!(flagsOf(ty) & (HAS_PARAM | HAS_REGIONS)) || args.length === 0) return ty;
  return substituter(tcx, args).ty(ty, 0);
}

export function substituteArgs(tcx: Interner, list: GenericArgs, args: GenericArgs): GenericArgs {
  if (args.length === 0 || !(argsFlags(list) & (HAS_PARAM | HAS_REGIONS))) return list;
  return tcx.args(foldArgs(substituter(tcx, args), list, 0));
}

export function substituteTraitRef(tcx: Interner, ref: TraitRef, args: GenericArgs): TraitRef {
  return { trait: ref.trait, args: substituteArgs(tcx, ref.args, args) };
}

export function substituteSig(tcx: Interner, sig: FnSig, args: GenericArgs): FnSig {
  return args.length === 0 ? sig : foldSig(substituter(tcx, args), sig, 0);
}

export function substitutePredicate(
  tcx: Interner,
  predicate: Predicate,
  args: GenericArgs,
): Predicate {
  return args.length === 0 ? predicate : foldPredicate(substituter(tcx, args), predicate, 0);
}

// ---- regions

/** Erases free regions; those bound inside `fn` pointers and trait objects stay, as they are part of the type. */
export function regionEraser(tcx: Interner): Folder {
  const folder: Folder = {
    ty: (ty, depth) => (flagsOf(ty) & HAS_REGIONS ? superFold(tcx, folder, ty, depth) : ty),
    region: (region, depth) =>
      region.region === "bound" && region.depth < depth ? region : tcx.erased,
    const: (value) => value,
  };
  return folder;
}

export function eraseRegions(tcx: Interner, ty: Ty): Ty {
  return flagsOf(ty) & HAS_REGIONS ? regionEraser(tcx).ty(ty, 0) : ty;
}

export function eraseArgs(tcx: Interner, args: GenericArgs): GenericArgs {
  return argsFlags(args) & HAS_REGIONS ? tcx.args(foldArgs(regionEraser(tcx), args, 0)) : args;
}

/** Opens a signature: its late-bound regions become erased. */
export function eraseSig(tcx: Interner, sig: FnSig): FnSig {
  return { ...foldSig(regionEraser(tcx), sig, 0), boundRegions: 0 };
}

export function hasBoundRegions(ty: Ty): boolean {
  return (flagsOf(ty) & HAS_BOUND) !== 0;
}

// ---- walking

/** Calls `visit` for the type and everything inside; stops below where it returns false. */
export function walkTy(ty: GenericArg, visit: (ty: Ty) => boolean | void): void {
  if (ty.kind === "region" || ty.kind === "constant" || visit(ty) === false) return;
  switch (ty.kind) {
    case "adt":
    case "fnDef":
    case "closure":
    case "projection":
    case "opaque":
      for (const arg of ty.args) walkTy(arg, visit);
      return;
    case "ref":
    case "ptr":
    case "slice":
    case "array":
      return walkTy(ty.ty, visit);
    case "tuple":
      for (const part of ty.tys) walkTy(part, visit);
      return;
    case "fnPtr":
      for (const input of ty.sig.inputs) walkTy(input, visit);
      return walkTy(ty.sig.output, visit);
    case "dyn":
      for (const arg of ty.principal?.args ?? []) walkTy(arg, visit);
      for (const projection of ty.principal?.projections ?? []) walkTy(projection.ty, visit);
      return;
    default:
  }
}

export function mapShared<T>(list: readonly T[], map: (value: T) => T): readonly T[] {
  let out: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const before = list[i] as T;
    const after = map(before);
    if (after !== before && !out) out = list.slice(0, i);
    out?.push(after);
  }
  return out ?? list;
}

/** The argument at `index`, which the caller knows to be a type. */
export function typeArg(args: GenericArgs, index: number): Ty {
  const arg = args[index];
  if (!arg || arg.kind === "region" || arg.kind === "constant")
    bug(`argument ${index} is not a type`);
  return arg;
}

export function isTy(arg: GenericArg): arg is Ty {
  return arg.kind !== "region" && arg.kind !== "constant";
}
