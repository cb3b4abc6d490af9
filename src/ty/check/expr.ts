// Expressions: the dispatcher, and where control flow ends. Follows `check_expr_with_expectation`.

import { assertNever } from "../../base/assertNever.ts";
import { checkAssign, checkAssignOp, checkBinary, checkUnary } from "./op.ts";
import { checkBlockExpr, checkIf, checkLet } from "./control.ts";
import { checkBreak, checkContinue, checkLoop, checkReturn } from "./jumps.ts";
import { checkMatch } from "./matching.ts";
import { checkArray, checkLit, checkRepeat, checkTuple } from "./literal.ts";
import { checkCall } from "./calls/call.ts";
import { checkCast } from "./cast.ts";
import { checkClosure } from "./calls/closure.ts";
import { checkField, checkIndex } from "./place.ts";
import { checkFormatArgs } from "./format.ts";
import { checkMethodCall } from "./calls/methodCall.ts";
import { mutatePlace } from "./mutPlace.ts";
import { checkPathExpr } from "./path.ts";
import { isPlaceExpr } from "./placeExpr.ts";
import { checkStruct } from "./structExpr.ts";
import {
  hintOf,
  NO_EXPECTATION,
  onlyHasType,
  rvalueHint,
  structurally,
  taint,
  writeTy,
} from "./fnCtxt.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { Ty } from "../ty.ts";

/** Expressions nested deeper are unknown. */
const DEPTH_LIMIT = 400;

export function checkExpr(fcx: FnCtxt, expr: HirExpr, expected: Expectation): Ty {
  if (fcx.depth > DEPTH_LIMIT) {
    writeTy(fcx, expr, fcx.tcx.unknown);
    return fcx.tcx.unknown;
  }
  const before = fcx.diverges;
  fcx.diverges = false;
  fcx.depth++;
  const ty = checkKind(fcx, expr, expected);
  fcx.depth--;
  if (fcx.infcx.shallow(ty).kind === "never") fcx.diverges = true;
  writeTy(fcx, expr, ty);
  fcx.diverges ||= before;
  return ty;
}

function checkKind(fcx: FnCtxt, expr: HirExpr, expected: Expectation): Ty {
  const { tcx } = fcx;
  switch (expr.kind) {
    case "lit":
      return checkLit(fcx, expr, expected);
    case "path":
      return checkPathExpr(fcx, expr);
    case "array":
      return checkArray(fcx, expr, expected);
    case "repeat":
      return checkRepeat(fcx, expr, expected);
    case "tuple":
      return checkTuple(fcx, expr, expected);
    case "call":
      return checkCall(fcx, expr, expected);
    case "methodCall":
      return checkMethodCall(fcx, expr, expected);
    case "field":
      return checkField(fcx, expr);
    case "index":
      return checkIndex(fcx, expr);
    case "unary":
      return checkUnary(fcx, expr, expected);
    case "binary":
      return checkBinary(fcx, expr);
    case "assign":
      return checkAssign(fcx, expr, expected);
    case "assignOp":
      return checkAssignOp(fcx, expr);
    case "addrOf":
      return checkAddrOf(fcx, expr, expected);
    case "cast":
      return checkCast(fcx, expr);
    case "struct":
      return checkStruct(fcx, expr, expected);
    case "block":
      return checkBlockExpr(fcx, expr, expected);
    case "let":
      return checkLet(fcx, expr);
    case "if":
      return checkIf(fcx, expr, expected);
    case "loop":
      return checkLoop(fcx, expr, expected);
    case "match":
      return checkMatch(fcx, expr, expected);
    case "closure":
      return checkClosure(fcx, expr, expected);
    case "break":
      return checkBreak(fcx, expr);
    case "continue":
      return checkContinue(fcx);
    case "return":
      return checkReturn(fcx, expr);
    case "dropTemps":
      return checkExpr(fcx, expr.expr, expected);
    case "formatArgs":
      return checkFormatArgs(fcx, expr);
    case "unsupported":
      for (const part of expr.parts) checkExpr(fcx, part, NO_EXPECTATION);
      taint(fcx, expr.span);
      return tcx.unknown;
    case "error":
      taint(fcx, expr.span);
      return tcx.unknown;
    default:
      return assertNever(expr);
  }
}

function checkAddrOf(fcx: FnCtxt, expr: HirExpr & { kind: "addrOf" }, expected: Expectation): Ty {
  const { tcx } = fcx;
  const hint = hintOf(fcx, expected);
  const shallow = hint && structurally(fcx, hint);
  let inner = NO_EXPECTATION;
  if (shallow && (shallow.kind === "ref" || shallow.kind === "ptr")) {
    // A place has its own type already: a hint from outside would only mislead it.
    inner = isPlaceExpr(expr.expr) ? NO_EXPECTATION : rvalueHint(fcx, shallow.ty);
  }
  const ty = checkExpr(fcx, expr.expr, inner);
  if (expr.mutable) mutatePlace(fcx, expr.expr);
  if (onlyHasType(fcx, expected)?.kind === "unknown") taint(fcx, expr.span);
  if (expr.raw) return tcx.ptr(ty, expr.mutable);
  return tcx.ref(tcx.erased, ty, expr.mutable);
}
