// `match`. Follows `check_expr_match`.

import { addCoerced, coerceMany, finishMany } from "./coerce/coerceMany.ts";
import { bindsByMutRef, bindsByRef, scrutinee } from "./control.ts";
import { mutatePlace } from "./mutPlace.ts";
import { checkHasType } from "./coerce/coercible.ts";
import { forBranches, newVar, onlyHasType } from "./fnCtxt.ts";
import { reportArmMismatch } from "../errors/mismatch.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

export function checkMatch(
  fcx: FnCtxt,
  expr: HirExpr & { kind: "match" },
  expected: Expectation,
): Ty {
  const exact = expr.arms.length === 0 || expr.arms.some((arm) => bindsByRef(arm.pat));
  const ty = scrutinee(fcx, expr.scrutinee, exact);
  const scrutineeDiverges = fcx.diverges;
  for (const arm of expr.arms) {
    fcx.diverges = false;
    fcx.check.pat(fcx, arm.pat, ty);
  }
  if (expr.arms.some((arm) => bindsByMutRef(arm.pat))) mutatePlace(fcx, expr.scrutinee);
  const branch = forBranches(fcx, expected);
  const many = coerceMany(firstTarget(fcx, expr, branch));
  let allDiverge = true;
  for (const arm of expr.arms) {
    fcx.diverges = false;
    if (arm.guard) checkHasType(fcx, arm.guard, fcx.tcx.bool);
    fcx.diverges = false;
    const found = fcx.check.expr(fcx, arm.body, branch);
    allDiverge &&= fcx.diverges;
    const wrong = addCoerced(fcx, many, arm.body, found);
    if (wrong) reportArmMismatch(fcx, expr, arm, wrong.expected, wrong.found);
  }
  fcx.diverges = scrutineeDiverges || allDiverge;
  return finishMany(fcx, many);
}

/**
 * Arms coerce to what is known to be expected, unless that is `()`, where an arm's own type makes the better message. A variable of the
 * surroundings must not become the first arm's own type: a later arm may make a function pointer of it.
 */
function firstTarget(fcx: FnCtxt, expr: HirExpr, expected: Expectation): Ty {
  const wanted = onlyHasType(fcx, expected);
  return wanted && wanted !== fcx.tcx.unit ? wanted : newVar(fcx, expr.span);
}
