// Closures: the signature from the expected type or from pending obligations, then the body.
// Follows `rustc_hir_typeck::closure`. The kind stays open where no bound demands one.
//
// Not modelled: coroutines, `async` closures.

import { addCoerced, coerceMany, finishMany } from "../coerce/coerceMany.ts";
import { deduceSignature } from "./deduce.ts";
import {
  hasType,
  hintOf,
  lowerBinding,
  lowerInBody,
  newVar,
  resolveSoFar,
  structurally,
} from "../fnCtxt.ts";
import { eraseArgs } from "../../fold.ts";
import { mentionsOuterLocals } from "./outerLocals.ts";
import { reportClosureArity } from "../../errors/calls.ts";
import { reportMismatch } from "../../errors/mismatch.ts";
import type { DeducedSignature } from "./deduce.ts";
import type { Expectation, FnCtxt } from "../fnCtxt.ts";
import type { HirClosure, HirExpr } from "../../../hir/hir.ts";
import type { LowerCx } from "../../lower/lowerCx.ts";
import type { FnSig, Ty } from "../../ty.ts";

type ClosureExpr = HirExpr & HirClosure;

export function checkClosure(fcx: FnCtxt, expr: ClosureExpr, expected: Expectation): Ty {
  const hint = hintOf(fcx, expected);
  const deduced = hint ? deduceSignature(fcx, structurally(fcx, hint)) : undefined;
  const { sig, binder } = closureSig(fcx, expr, deduced);
  fcx.infcx.closures[expr.index] = {
    sig,
    binder,
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

interface Signatures {
  readonly sig: FnSig;
  readonly binder: FnSig;
}

/** The lifetimes of an expected signature are those that it binds; of written types, those left out in parameters. */
function closureSig(
  fcx: FnCtxt,
  expr: ClosureExpr,
  deduced: DeducedSignature | undefined,
): Signatures {
  const supplied = suppliedSig(fcx, expr);
  const { sig } = supplied;
  const expected = deduced?.sig;
  if (!expected) return supplied;
  if (expected.inputs.length !== sig.inputs.length) {
    reportClosureArity(fcx, expr, expected.inputs.length, deduced.cause);
    return supplied;
  }
  sig.inputs.forEach((input, i) => fcx.infcx.eq(input, expected.inputs[i] as Ty));
  fcx.infcx.eq(sig.output, expected.output);
  return { sig, binder: deduced.binder ?? sig };
}

function suppliedSig(fcx: FnCtxt, expr: ClosureExpr): Signatures {
  let next = 0;
  const home = fcx.lcx.depth;
  const binding: LowerCx = {
    ...fcx.lcx,
    elided: (_span, depth) => fcx.tcx.boundRegion(depth - home, next++, "'_"),
  };
  const inputs = expr.params.map((param) => {
    if (param.ty) return lowerBinding(fcx, param.ty, binding);
    const ty = newVar(fcx, param.pat.span);
    return { bound: ty, ty };
  });
  const output = expr.output ? lowerInBody(fcx, expr.output) : newVar(fcx, expr.body.span);
  const rest = { output, unsafe: false, variadic: false, boundRegions: 0 };
  return {
    sig: { ...rest, inputs: inputs.map(({ ty }) => ty) },
    binder: { ...rest, inputs: inputs.map(({ bound }) => bound) },
  };
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
