// Closures: the signature from the expected type or from pending obligations, then the body.
// Follows `rustc_hir_typeck::closure`. The kind stays open where no bound demands one.
//
// Not modelled: coroutines, `async` closures.

import { addCoerced, coerceMany, finishMany } from "../coerce/coerceMany.ts";
import { deduceSignature } from "./deduce.ts";
import { hasType, hintOf, lowerInBody, newVar, resolveSoFar, structurally } from "../fnCtxt.ts";
import { eraseArgs } from "../../fold.ts";
import { mentionsOuterLocals } from "./outerLocals.ts";
import { reportClosureArity } from "../../errors/calls.ts";
import { reportMismatch } from "../../errors/mismatch.ts";
import type { DeducedSignature } from "./deduce.ts";
import type { Expectation, FnCtxt } from "../fnCtxt.ts";
import type { HirClosure, HirExpr } from "../../../hir/hir.ts";
import type { FnSig, Ty } from "../../ty.ts";

type ClosureExpr = HirExpr & HirClosure;

export function checkClosure(fcx: FnCtxt, expr: ClosureExpr, expected: Expectation): Ty {
  const hint = hintOf(fcx, expected);
  const deduced = hint ? deduceSignature(fcx, structurally(fcx, hint)) : undefined;
  const sig = closureSig(fcx, expr, deduced);
  fcx.infcx.closures[expr.index] = {
    sig,
    kind: deduced?.kind,
    captures: undefined,
    mentionsOuter: mentionsOuterLocals(fcx.body, expr),
  };
  fcx.tables.closureExprs[expr.index] = expr;
  checkBody(fcx, expr, sig);
  // With the wrong number of parameters it is no closure that any bound could be asked of.
  if (deduced?.sig && deduced.sig.inputs.length !== sig.inputs.length) return fcx.tcx.unknown;
  return fcx.tcx.closure(fcx.owner, expr.index, eraseArgs(fcx.tcx, fcx.cx.identityArgs(fcx.owner)));
}

function closureSig(fcx: FnCtxt, expr: ClosureExpr, deduced: DeducedSignature | undefined): FnSig {
  const inputs = expr.params.map((param) =>
    param.ty ? lowerInBody(fcx, param.ty) : newVar(fcx, param.pat.span),
  );
  const output = expr.output ? lowerInBody(fcx, expr.output) : newVar(fcx, expr.body.span);
  const sig: FnSig = { inputs, output, unsafe: false, variadic: false, boundRegions: 0 };
  const expected = deduced?.sig;
  if (!expected) return sig;
  if (expected.inputs.length !== inputs.length) {
    reportClosureArity(fcx, expr, expected.inputs.length, deduced.cause);
    return sig;
  }
  inputs.forEach((input, i) => fcx.infcx.eq(input, expected.inputs[i] as Ty));
  fcx.infcx.eq(output, expected.output);
  return sig;
}

function checkBody(fcx: FnCtxt, expr: ClosureExpr, sig: FnSig): void {
  const saved = { returns: fcx.returns, diverges: fcx.diverges, closure: fcx.closure };
  const coerce = coerceMany(sig.output);
  fcx.returns = { coerce, ty: sig.output, closure: expr.index };
  fcx.diverges = false;
  fcx.closure = expr.index;
  expr.params.forEach((param, i) => fcx.check.pat(fcx, param.pat, sig.inputs[i] as Ty));
  const ty = fcx.check.expr(fcx, expr.body, hasType(sig.output));
  const wrong = addCoerced(fcx, coerce, expr.body, ty);
  if (wrong) reportMismatch(fcx, expr.body, wrong.expected, wrong.found);
  const actual = finishMany(fcx, coerce);
  if (!wrong) fcx.infcx.eq(resolveSoFar(fcx, actual), sig.output);
  Object.assign(fcx, saved);
}
