// What MIR asks of the trait solver: whether a type is `Copy`, whether it needs dropping, what a projection stands for,
// and which impl provides a method for concrete types.
//
// Not modelled: specialisation.

import type { DefId } from "../hir/defs.ts";
import { isTy, substitute } from "../ty/fold.ts";
import { traitObligation } from "../ty/traits/solverCx.ts";
import type { ImplSource } from "../ty/traits/solverCx.ts";
import type { ParamEnv } from "../ty/queries.ts";
import type { GenericArg, GenericArgs, TraitRef, Ty } from "../ty/ty.ts";
import type { MirContext } from "./context.ts";
import { CAUSE, NO_BOUNDS, normalizeTy, solve, solverFor } from "./normalize.ts";
import { captureTys, fieldTys } from "./placeTys.ts";

/** Whether the trait holds for `self`; unknown counts as no. */
export function implementsTrait(
  cx: MirContext,
  env: ParamEnv,
  trait: DefId | undefined,
  self: Ty,
): boolean {
  if (trait === undefined) return false;
  const scx = solverFor(cx, env);
  const ref: TraitRef = { trait, args: cx.ty.tcx.args([self]) };
  return scx.evaluate(scx, traitObligation(ref, CAUSE, 0)) === "yes";
}

/** The impl (or other proof) for a concrete trait reference, with all its arguments known. */
export function selectImpl(
  cx: MirContext,
  ref: TraitRef,
  env: ParamEnv = NO_BOUNDS,
): ImplSource | undefined {
  const scx = solverFor(cx, env);
  const selection = scx.select(scx, traitObligation(ref, CAUSE, 0));
  if (selection.kind !== "ok") return undefined;
  solve(scx, selection.nested);
  if (selection.source.kind !== "impl") return selection.source;
  const args = cx.ty.tcx.args(scx.infcx.resolveArgs(selection.source.args));
  return { ...selection.source, args };
}

export function typeIsCopy(cx: MirContext, env: ParamEnv, ty: Ty): boolean {
  switch (ty.kind) {
    case "bool":
    case "char":
    case "int":
    case "float":
    case "never":
    case "ptr":
    case "fnDef":
    case "fnPtr":
      return true;
    case "ref":
      return !ty.mutable;
    case "str":
    case "slice":
    case "dyn":
    case "unknown":
      return false;
    case "array":
      return typeIsCopy(cx, env, ty.ty);
    case "tuple":
      return ty.tys.every((part) => typeIsCopy(cx, env, part));
    default:
      return copyFromSolver(cx, env, ty);
  }
}

function copyFromSolver(cx: MirContext, env: ParamEnv, ty: Ty): boolean {
  const known = cx.copyTypes.get(env)?.get(ty);
  if (known !== undefined) return known;
  const answer = implementsTrait(cx, env, cx.ty.lang("copy"), ty);
  let table = cx.copyTypes.get(env);
  if (!table) cx.copyTypes.set(env, (table = new Map()));
  table.set(ty, answer);
  return answer;
}

/** Whether dropping a value of this type can do anything. Parameters count as if they did, unless they are `Copy`. */
export function typeNeedsDrop(cx: MirContext, env: ParamEnv, ty: Ty): boolean {
  const seen = new Set<Ty>();
  const answer = needsDrop(cx, env, ty, seen);
  // Where nothing has to be dropped, that was found of every type on the way.
  for (const one of answer ? [ty] : seen)
    if (one.kind === "adt" && !one.hasParam) cx.needsDrop.set(one, answer);
  return answer;
}

function needsDrop(cx: MirContext, env: ParamEnv, ty: Ty, seen: Set<Ty>): boolean {
  switch (ty.kind) {
    case "adt":
      return adtNeedsDrop(cx, env, ty, seen);
    case "tuple":
      return ty.tys.some((part) => needsDrop(cx, env, part, seen));
    case "array":
      return (
        !(ty.length.const === "value" && ty.length.value === 0n) && needsDrop(cx, env, ty.ty, seen)
      );
    case "slice":
      return needsDrop(cx, env, ty.ty, seen);
    case "closure":
      return captureTys(cx, ty).some((part) => needsDrop(cx, env, part, seen));
    case "dyn":
      return true;
    case "param":
    case "projection":
      return !typeIsCopy(cx, env, ty);
    case "opaque": {
      const hidden = cx.ty.hiddenType(ty.def);
      return hidden ? needsDrop(cx, env, substitute(cx.ty.tcx, hidden, ty.args), seen) : true;
    }
    default:
      return false;
  }
}

function adtNeedsDrop(
  cx: MirContext,
  env: ParamEnv,
  ty: Ty & { kind: "adt" },
  seen: Set<Ty>,
): boolean {
  if (ty.def === cx.ty.lang("manually_drop")) return false;
  if (dropImpl(cx, ty.def) !== undefined) return true;
  const adt = cx.ty.adt(ty.def);
  // A type met before is being asked about, or has given no reason.
  if (adt.kind === "union" || seen.has(ty)) return false;
  const known = cx.needsDrop.get(ty);
  if (known !== undefined) return known;
  seen.add(ty);
  return adt.variants.some((variant) =>
    variant.fields.some((field) =>
      needsDrop(cx, env, normalizeTy(cx, cx.ty.fieldTy(field.def, ty.args), env), seen),
    ),
  );
}

/** No `UnsafeCell` outside of pointers: rustc's auto trait `Freeze`. Parameters count as if they held one. */
export function typeIsFreeze(cx: MirContext, ty: Ty): boolean {
  return isFreeze(cx, ty, new Set());
}

function isFreeze(cx: MirContext, ty: Ty, above: Set<Ty>): boolean {
  switch (ty.kind) {
    case "array":
    case "slice":
      return isFreeze(cx, ty.ty, above);
    case "tuple":
      return ty.tys.every((part) => isFreeze(cx, part, above));
    case "closure":
      return captureTys(cx, ty).every((part) => isFreeze(cx, part, above));
    case "adt": {
      if (ty.def === cx.ty.lang("unsafe_cell")) return false;
      if (above.has(ty)) return true;
      above.add(ty);
      const { variants } = cx.ty.adt(ty.def);
      return variants.every((_, variant) =>
        fieldTys(cx, ty, variant).every((field) => isFreeze(cx, field, above)),
      );
    }
    case "param":
    case "projection":
    case "opaque":
    case "dyn":
    case "unknown":
    case "infer":
      return false;
    default:
      return true;
  }
}

/** The `impl Drop` of a struct, enum or union. */
export function dropImpl(cx: MirContext, adt: DefId): DefId | undefined {
  const drop = cx.ty.lang("drop");
  if (drop === undefined) return undefined;
  if (cx.dropImpls.size === 0) {
    for (const header of cx.ty.traitImpls(drop).all) {
      const self = header.ref.args[0];
      if (self && isTy(self) && self.kind === "adt") cx.dropImpls.set(self.def, header.def);
    }
  }
  return cx.dropImpls.get(adt);
}

/** The first function of a lang trait: `eq`, `drop`, `clone`, `fn`, … */
export function traitMethod(cx: MirContext, lang: string): DefId | undefined {
  const trait = cx.ty.lang(lang);
  const def = trait === undefined ? undefined : cx.ty.def(trait);
  if (def?.kind !== "trait") return undefined;
  return def.items.find((item) => cx.ty.def(item).kind === "fn");
}

/** Arguments for a definition whose type parameters are `types` in order; lifetimes are erased. */
export function argsForTypes(cx: MirContext, def: DefId, types: readonly Ty[]): GenericArgs {
  const out: GenericArg[] = [];
  let next = 0;
  const visit = (generics: ReturnType<MirContext["ty"]["genericsOf"]>): void => {
    if (generics.parent) visit(generics.parent);
    for (const param of generics.own) {
      if (param.kind === "lifetime") out.push(cx.ty.tcx.erased);
      else if (param.kind === "const") out.push(cx.ty.tcx.unknownConst);
      else out.push(types[next++] ?? cx.ty.tcx.unknown);
    }
  };
  visit(cx.ty.genericsOf(def));
  return cx.ty.tcx.args(out);
}
