// Checking against a type: coercions at the expression, and E0308 where none fits. Follows `demand.rs`.

import { coerceExpr } from "./coercion.ts";
import { hasType, resolveSoFar, structurally } from "../fnCtxt.ts";
import { reportMismatch } from "../../errors/mismatch.ts";
import type { FnCtxt } from "../fnCtxt.ts";
import type { HirExpr } from "../../../hir/hir.ts";
import type { Ty } from "../../ty.ts";

/** Checks and coerces; the type asked for. */
export function checkCoercible(fcx: FnCtxt, expr: HirExpr, expected: Ty): Ty {
  const ty = fcx.check.expr(fcx, expr, hasType(expected));
  return demandCoerce(fcx, expr, ty, expected);
}

export function demandCoerce(
  fcx: FnCtxt,
  expr: HirExpr,
  found: Ty,
  expected: Ty,
  twoPhase = false,
): Ty {
  const from = structurally(fcx, found);
  if (!coerceExpr(fcx, expr, from, expected, twoPhase))
    reportMismatch(fcx, expr, resolveSoFar(fcx, expected), from);
  return expected;
}

/** Checks; the type must be the expected one as it is, but `!` fits everywhere. */
export function checkHasType(fcx: FnCtxt, expr: HirExpr, expected: Ty): Ty {
  const found = structurally(fcx, fcx.check.expr(fcx, expr, hasType(expected)));
  if (found.kind === "never") return demandCoerce(fcx, expr, found, expected);
  if (!fcx.infcx.eq(found, expected)) reportMismatch(fcx, expr, resolveSoFar(fcx, expected), found);
  return found;
}
