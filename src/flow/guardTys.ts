// Types that hold a guard by value.

import type { MirContext } from "../mir/context.ts";
import type { GenericArg, Ty } from "../ty/ty.ts";

/** How deep structs of the user's are looked into. */
const DEPTH = 3;

const PROMISES = ["end", "handle"] as const;

/** The guard that a value of this type may hold: the type itself, or one among its type arguments, elements or fields. */
export function guardIn(cx: MirContext, ty: Ty): Ty | undefined {
  return search(cx, ty, DEPTH);
}

/** A reference to something that keeps guards but is none: what comes out of it was not made there. */
export function isTaken(cx: MirContext, ty: Ty): boolean {
  if (ty.kind !== "ref") return false;
  return !isGuard(cx, ty.ty) && guardIn(cx, ty.ty) !== undefined;
}

export function isGuard(cx: MirContext, ty: Ty): boolean {
  return ty.kind === "adt" && cx.ty.program.marker(ty.def, "guard") !== undefined;
}

function search(cx: MirContext, ty: Ty, depth: number): Ty | undefined {
  if (ty.kind === "tuple") return first(ty.tys, (part) => search(cx, part, depth));
  if (ty.kind === "array") return search(cx, ty.ty, depth);
  if (ty.kind !== "adt") return undefined;
  if (isGuard(cx, ty)) return ty;
  // Ends of channels and handles of threads name the type of what comes out of them; they have none.
  if (PROMISES.some((marker) => cx.ty.program.marker(ty.def, marker) !== undefined))
    return undefined;
  const inArgs = first(ty.args.filter(isType), (part) => search(cx, part, depth));
  if (inArgs !== undefined || depth === 0 || ty.def < (cx.ty.program.std?.defCount ?? 0))
    return inArgs;
  const fields = cx.ty.adt(ty.def).variants.flatMap((variant) => variant.fields);
  return first(fields, (field) => search(cx, cx.ty.fieldTy(field.def, ty.args), depth - 1));
}

function isType(arg: GenericArg): arg is Ty {
  return arg.kind !== "region" && arg.kind !== "constant";
}

function first<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
