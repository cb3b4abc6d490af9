// Blocks, statements, `if` and `let`. Follows `check_block_with_expected`, `check_stmt`, `check_expr_if`.

import { addCoerced, addUnit, coerceMany, finishMany } from "./coerce/coerceMany.ts";
import { checkCoercible, checkHasType } from "./coerce/coercible.ts";
import {
  forBranches,
  hasType,
  lowerInBody,
  newVar,
  NO_EXPECTATION,
  onlyHasType,
  requireSized,
} from "./fnCtxt.ts";
import {
  reportElseMismatch,
  reportMismatch,
  reportMissingElse,
  reportMissingTail,
} from "../errors/mismatch.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import { mutatePlace } from "./mutPlace.ts";
import type { HirBlock, HirExpr, HirStmt, HirPat } from "../../hir/hir.ts";
import type { Breakable } from "./fnCtxt.ts";
import type { Ty } from "../ty.ts";

type Of<K extends HirExpr["kind"]> = HirExpr & { readonly kind: K };

export function checkBlockExpr(fcx: FnCtxt, expr: Of<"block">, expected: Expectation): Ty {
  if (expr.label === undefined) return checkBlock(fcx, expr.block, expected, undefined);
  const breakable: Breakable = {
    coerce: coerceMany(targetOf(fcx, expr.block, expected)),
    mayBreak: false,
  };
  fcx.breakables.set(expr.label, breakable);
  const ty = checkBlock(fcx, expr.block, expected, breakable);
  fcx.breakables.delete(expr.label);
  return ty;
}

function targetOf(fcx: FnCtxt, block: HirBlock, expected: Expectation): Ty {
  return onlyHasType(fcx, expected) ?? newVar(fcx, block.span);
}

export function checkBlock(
  fcx: FnCtxt,
  block: HirBlock,
  expected: Expectation,
  breakable?: Breakable,
): Ty {
  const many = breakable?.coerce ?? coerceMany(targetOf(fcx, block, expected));
  const entry = fcx.diverges;
  for (const statement of block.statements) checkStatement(fcx, statement);
  if (block.tail) {
    const ty = fcx.check.expr(fcx, block.tail, expected);
    const wrong = addCoerced(fcx, many, block.tail, ty);
    if (wrong) reportMismatch(fcx, block.tail, wrong.expected, wrong.found);
  } else if (!fcx.diverges) {
    const wrong = addUnit(fcx, many);
    if (wrong) reportMissingTail(fcx, block, wrong.expected);
  }
  if (breakable?.mayBreak) fcx.diverges = entry;
  return finishMany(fcx, many);
}

/** A block whose value is `()`. */
export function checkBlockNoValue(fcx: FnCtxt, block: HirBlock): void {
  const ty = checkBlock(fcx, block, hasType(fcx.tcx.unit));
  if (fcx.infcx.shallow(ty).kind !== "never" && !fcx.infcx.eq(ty, fcx.tcx.unit) && block.tail) {
    reportMismatch(fcx, block.tail, fcx.tcx.unit, ty);
  }
}

function checkStatement(fcx: FnCtxt, statement: HirStmt): void {
  const before = fcx.diverges;
  fcx.diverges = false;
  switch (statement.kind) {
    case "item":
      break;
    case "let":
      checkLetStatement(fcx, statement);
      break;
    case "expr":
      if (statement.semicolon) fcx.check.expr(fcx, statement.expr, NO_EXPECTATION);
      else checkHasType(fcx, statement.expr, fcx.tcx.unit);
      break;
  }
  fcx.diverges ||= before;
}

function checkLetStatement(fcx: FnCtxt, statement: HirStmt & { kind: "let" }): void {
  const ty = statement.ty ? lowerInBody(fcx, statement.ty) : newVar(fcx, statement.pat.span);
  if (statement.pat.kind === "binding") requireSized(fcx, ty, statement.pat.span, "variable");
  if (statement.init) checkInit(fcx, statement.init, ty, bindsByRef(statement.pat));
  fcx.check.pat(fcx, statement.pat, ty);
  if (statement.init && bindsByMutRef(statement.pat)) mutatePlace(fcx, statement.init);
  if (!statement.else) return;
  const before = fcx.diverges;
  const other = checkBlock(fcx, statement.else, hasType(fcx.tcx.never));
  if (fcx.infcx.shallow(other).kind !== "never" && !fcx.infcx.eq(other, fcx.tcx.never)) {
    reportMissingTail(fcx, statement.else, fcx.tcx.never);
  }
  fcx.diverges = before;
}

/** With `ref` bindings the value keeps its type exactly. */
function checkInit(fcx: FnCtxt, init: HirExpr, ty: Ty, exact: boolean): void {
  if (!exact) {
    checkCoercible(fcx, init, ty);
    return;
  }
  const found = fcx.check.expr(fcx, init, hasType(ty));
  if (!fcx.infcx.eq(found, ty)) reportMismatch(fcx, init, ty, found);
}

/** A `ref` binding written anywhere in the pattern. */
export function bindsByRef(pat: HirPat): boolean {
  return bindsSomewhere(pat, (binding) => binding.byRef);
}

/** A `ref mut` binding: what is matched is used mutably. */
export function bindsByMutRef(pat: HirPat): boolean {
  return bindsSomewhere(pat, (binding) => binding.byRef && binding.mutable);
}

function bindsSomewhere(
  pat: HirPat,
  wanted: (binding: HirPat & { kind: "binding" }) => boolean,
): boolean {
  const inside = (sub: HirPat) => bindsSomewhere(sub, wanted);
  switch (pat.kind) {
    case "binding":
      return wanted(pat) || (pat.sub !== undefined && inside(pat.sub));
    case "tupleStruct":
    case "tuple":
    case "or":
      return pat.pats.some(inside);
    case "struct":
      return pat.fields.some((field) => inside(field.pat));
    case "slice":
      return [...pat.before, ...(pat.middle ? [pat.middle] : []), ...pat.after].some(inside);
    case "ref":
      return inside(pat.pat);
    default:
      return false;
  }
}

export function checkLet(fcx: FnCtxt, expr: Of<"let">): Ty {
  const ty = scrutinee(fcx, expr.init, bindsByRef(expr.pat));
  fcx.check.pat(fcx, expr.pat, ty);
  if (bindsByMutRef(expr.pat)) mutatePlace(fcx, expr.init);
  return fcx.tcx.bool;
}

/** The value matched on: a place with `ref` bindings as it is, anything else through a variable. */
export function scrutinee(fcx: FnCtxt, expr: HirExpr, exact: boolean): Ty {
  if (exact) return fcx.check.expr(fcx, expr, NO_EXPECTATION);
  const ty = newVar(fcx, expr.span);
  return checkHasType(fcx, expr, ty);
}

export function checkIf(fcx: FnCtxt, expr: Of<"if">, expected: Expectation): Ty {
  checkHasType(fcx, expr.condition, fcx.tcx.bool);
  const before = fcx.diverges;
  fcx.diverges = false;
  const branch = forBranches(fcx, expected);
  const many = coerceMany(onlyHasType(fcx, branch) ?? newVar(fcx, expr.span));
  addBranch(fcx, many, expr.then, branch, reportMismatch);
  if (!expr.else) {
    const wrong = addUnit(fcx, many);
    if (wrong) reportMissingElse(fcx, expr, wrong.found, wrong.expected);
    fcx.diverges = before;
    return finishMany(fcx, many);
  }
  const thenDiverges = fcx.diverges;
  fcx.diverges = false;
  addBranch(fcx, many, expr.else, branch, reportElseMismatch);
  fcx.diverges = before || (thenDiverges && fcx.diverges);
  return finishMany(fcx, many);
}

function addBranch(
  fcx: FnCtxt,
  many: ReturnType<typeof coerceMany>,
  expr: HirExpr,
  expected: Expectation,
  tell: typeof reportMismatch,
): void {
  const ty = fcx.check.expr(fcx, expr, expected);
  const wrong = addCoerced(fcx, many, expr, ty);
  if (wrong) tell(fcx, expr, wrong.expected, wrong.found);
}
