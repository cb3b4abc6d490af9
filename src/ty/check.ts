// Type checking one body, from its signature to the resolved tables. Follows `rustc_hir_typeck::typeck`.

import { causeAt, hasType, normalizeTy, requireSized } from "./check/fnCtxt.ts";
import { addCoerced, coerceMany, finishMany } from "./check/coerce/coerceMany.ts";
import { analyzeClosures } from "./check/upvar/analyze.ts";
import { applyFallback } from "./check/finish/fallback.ts";
import { checkBlock } from "./check/control.ts";
import { checkCoercible } from "./check/coerce/coercible.ts";
import { checkExhaustiveness } from "./check/exhaustive/checkMatches.ts";
import { checkExpr } from "./check/expr.ts";
import { checkOutlives } from "./check/finish/outlives.ts";
import { checkPat } from "./check/pat.ts";
import { checkUnsafety } from "./check/finish/unsafety.ts";
import { createFnCtxt, emptyResults } from "./check/createFnCtxt.ts";
import { eraseSig } from "./fold.ts";
import { finishCasts } from "./check/cast.ts";
import { checkConstBody } from "./check/finish/constCheck.ts";
import { openOpaques } from "./check/finish/opaque.ts";
import { reportAmbiguities } from "./errors/ambiguity.ts";
import { reportFulfillment } from "./errors/fulfillment.ts";
import { reportMismatch } from "./errors/mismatch.ts";
import { writeBack } from "./check/finish/writeback.ts";
import type { CheckFns, FnCtxt } from "./check/fnCtxt.ts";
import type { DefId } from "../hir/defs.ts";
import type { HirBody, HirParam } from "../hir/hir.ts";
import type { TyContext } from "./queries.ts";
import type { FnSig, Ty } from "./ty.ts";
import type { TypeckResults } from "./typeck.ts";

const CHECK: CheckFns = {
  expr: checkExpr,
  coercible: checkCoercible,
  block: checkBlock,
  pat: checkPat,
  failed: reportFulfillment,
};

/** Undefined for definitions without a body. */
export function typeckBody(cx: TyContext, owner: DefId): TypeckResults | undefined {
  const body = cx.program.body(owner);
  return body && cx.tcx.withInferenceScope(() => checkIn(cx, owner, body));
}

function checkIn(cx: TyContext, owner: DefId, body: HirBody): TypeckResults {
  const fcx = createFnCtxt(cx, owner, body, CHECK);
  const def = cx.def(owner);
  if (def.kind === "fn") checkFn(fcx, body);
  else if (def.kind === "const" || def.kind === "static") checkConst(fcx, body, cx.typeOf(owner));
  else return emptyResults(cx, owner, body);
  finish(fcx);
  return writeBack(fcx, fcx.errors);
}

function checkFn(fcx: FnCtxt, body: HirBody): void {
  const { cx, tcx } = fcx;
  const cause = causeAt(body.span);
  const erased = eraseSig(tcx, cx.fnSig(fcx.owner));
  const sig: FnSig = {
    ...erased,
    inputs: erased.inputs.map((ty) => normalizeTy(fcx, ty, cause)),
    output: erased.output,
  };
  const output = normalizeTy(fcx, openOpaques(fcx, sig.output), cause);
  body.params.forEach((param, i) => checkParam(fcx, param, i, sig.inputs[i] ?? tcx.unknown));
  checkValue(fcx, body, output);
}

function checkParam(fcx: FnCtxt, param: HirParam, index: number, ty: Ty): void {
  const def = fcx.cx.def(fcx.owner);
  const written = def.kind === "fn" ? def.sig.inputs[index] : undefined;
  requireSized(fcx, ty, written?.span ?? param.span, "argument");
  checkPat(fcx, param.pat, ty);
}

function checkConst(fcx: FnCtxt, body: HirBody, declared: Ty): void {
  const ty = normalizeTy(fcx, declared, causeAt(body.span));
  checkValue(fcx, body, ty);
}

function checkValue(fcx: FnCtxt, body: HirBody, output: Ty): void {
  const coerce = coerceMany(output);
  fcx.returns = { coerce, ty: output, closure: undefined };
  const ty = fcx.check.expr(fcx, body.value, hasType(output));
  const wrong = addCoerced(fcx, coerce, body.value, ty);
  if (wrong) reportMismatch(fcx, body.value, wrong.expected, wrong.found);
  finishMany(fcx, coerce);
}

/** The phases after the walk, in rustc's order. */
function finish(fcx: FnCtxt): void {
  applyFallback(fcx);
  finishCasts(fcx);
  fcx.fulfill.selectWherePossible();
  fcx.quiet = fcx.errors.length > 0;
  analyzeClosures(fcx);
  fcx.fulfill.wake();
  fcx.fulfill.selectWherePossible();
  applyFallback(fcx);
  reportAmbiguities(fcx);
  if (fcx.errors.length === 0) for (const check of fcx.late) check();
  checkOutlives(fcx);
  checkExhaustiveness(fcx);
  checkUnsafety(fcx);
  checkConstBody(fcx);
}
