// Several expressions that must come to one type: branches, arms, array elements, `return`s, `break`s.
// Follows `CoerceMany`.

import { coerceExpr, coerceLub } from "./coercion.ts";
import { resolveSoFar, structurally } from "../fnCtxt.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

export interface CoerceMany {
  /** What the surroundings expect; possibly a variable. */
  readonly expected: Ty;
  merged: Ty | undefined;
  readonly exprs: HirExpr[];
  failed: boolean;
}

export function coerceMany(expected: Ty): CoerceMany {
  return { expected, merged: undefined, exprs: [], failed: false };
}

/** Adds an expression; the two types that do not fit where it fails. */
export function addCoerced(
  fcx: FnCtxt,
  many: CoerceMany,
  expr: HirExpr,
  ty: Ty,
): { readonly expected: Ty; readonly found: Ty } | undefined {
  const found = structurally(fcx, ty);
  if (many.failed) return undefined;
  if (many.merged === undefined) {
    if (!coerceExpr(fcx, expr, found, many.expected)) return fail(fcx, many, many.expected, found);
    many.merged = many.expected;
  } else {
    const merged = mergedOr(fcx, many, expr, found);
    if (!merged) return fail(fcx, many, many.merged, found);
    many.merged = merged;
  }
  many.exprs.push(expr);
  return undefined;
}

function mergedOr(fcx: FnCtxt, many: CoerceMany, expr: HirExpr, found: Ty): Ty | undefined {
  return coerceLub(fcx, many.exprs, many.merged as Ty, expr, found);
}

/** Adds a `()` that no expression stands for. */
export function addUnit(
  fcx: FnCtxt,
  many: CoerceMany,
): { readonly expected: Ty; readonly found: Ty } | undefined {
  if (many.failed) return undefined;
  const target = many.merged ?? many.expected;
  if (!fcx.infcx.eq(target, fcx.tcx.unit)) return fail(fcx, many, target, fcx.tcx.unit);
  many.merged = target;
  return undefined;
}

function fail(fcx: FnCtxt, many: CoerceMany, expected: Ty, found: Ty): { expected: Ty; found: Ty } {
  many.failed = true;
  return { expected: resolveSoFar(fcx, expected), found: resolveSoFar(fcx, found) };
}

/** The common type: `!` when there is nothing. */
export function finishMany(fcx: FnCtxt, many: CoerceMany): Ty {
  if (many.failed) return fcx.tcx.unknown;
  return many.merged ?? fcx.tcx.never;
}
