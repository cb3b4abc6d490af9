// Loops and jumps: `loop` (also what `while` and `for` became), `break`, `continue`, `return`.

import { addCoerced, addUnit, coerceMany, finishMany } from "./coerce/coerceMany.ts";
import { checkBlockNoValue } from "./control.ts";
import { hasType, newVar, NO_EXPECTATION, onlyHasType } from "./fnCtxt.ts";
import { reportMismatch, reportUnitBreak, reportUnitReturn } from "../errors/mismatch.ts";
import type { Breakable, Expectation, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

type Of<K extends HirExpr["kind"]> = HirExpr & { readonly kind: K };

export function checkLoop(fcx: FnCtxt, expr: Of<"loop">, expected: Expectation): Ty {
  const coerce =
    expr.source === "loop"
      ? coerceMany(onlyHasType(fcx, expected) ?? newVar(fcx, expr.span))
      : undefined;
  const breakable: Breakable = { coerce, mayBreak: false };
  fcx.breakables.set(expr.label, breakable);
  checkBlockNoValue(fcx, expr.body);
  fcx.breakables.delete(expr.label);
  fcx.diverges = !breakable.mayBreak;
  return coerce ? finishMany(fcx, coerce) : fcx.tcx.unit;
}

export function checkBreak(fcx: FnCtxt, expr: Of<"break">): Ty {
  const breakable = expr.label === undefined ? undefined : fcx.breakables.get(expr.label);
  const many = breakable?.coerce;
  if (expr.value) {
    const ty = fcx.check.expr(fcx, expr.value, many ? hasType(many.expected) : NO_EXPECTATION);
    const wrong = many && addCoerced(fcx, many, expr.value, ty);
    if (wrong) reportMismatch(fcx, expr.value, wrong.expected, wrong.found);
  } else if (many) {
    const wrong = addUnit(fcx, many);
    if (wrong) reportUnitBreak(fcx, expr, wrong.expected);
  }
  if (breakable) breakable.mayBreak ||= !fcx.diverges;
  return fcx.tcx.never;
}

export function checkContinue(fcx: FnCtxt): Ty {
  return fcx.tcx.never;
}

export function checkReturn(fcx: FnCtxt, expr: Of<"return">): Ty {
  const { coerce, ty } = fcx.returns;
  if (expr.value) {
    const found = fcx.check.expr(fcx, expr.value, hasType(ty));
    const wrong = coerce && addCoerced(fcx, coerce, expr.value, found);
    if (wrong) reportMismatch(fcx, expr.value, wrong.expected, wrong.found);
  } else if (coerce) {
    const wrong = addUnit(fcx, coerce);
    if (wrong) reportUnitReturn(fcx, expr, wrong.expected);
  }
  return fcx.tcx.never;
}
