// Operators: through the operator traits, with the built-in meaning for scalars. Follows `rustc_hir_typeck::op`.

import { operatorTrait } from "./opTraits.ts";
import { derefExpr } from "./place.ts";
import { checkCoercible, demandCoerce } from "./coerce/coercible.ts";
import { firstItem } from "../langItems.ts";
import { isPlaceExpr } from "./placeExpr.ts";
import { mutatePlace } from "./mutPlace.ts";
import {
  applyAdjustments,
  causeAt,
  hasType,
  isUnknown,
  newVar,
  NO_EXPECTATION,
  normalizeTy,
  onlyHasType,
  register,
  report,
  requireTrait,
  resolveSoFar,
  structurally,
  taint,
} from "./fnCtxt.ts";
import { reportBadBinary, reportBadUnary } from "../errors/operators.ts";
import { reportMismatch } from "../errors/mismatch.ts";
import { traitObligation } from "../traits/solverCx.ts";
import type { Expectation, FnCtxt } from "./fnCtxt.ts";
import type { OperatorTrait } from "./opTraits.ts";
import type { HirExpr } from "../../hir/hir.ts";
import type { DefId } from "../../hir/defs.ts";
import type { BinaryOp } from "../../syntax/ast.ts";
import type { Ty } from "../ty.ts";

type Of<K extends HirExpr["kind"]> = HirExpr & { readonly kind: K };

export function checkBinary(fcx: FnCtxt, expr: Of<"binary">): Ty {
  if (expr.op === "&&" || expr.op === "||") {
    checkCoercible(fcx, expr.left, fcx.tcx.bool);
    const before = fcx.diverges;
    checkCoercible(fcx, expr.right, fcx.tcx.bool);
    fcx.diverges = before;
    return fcx.tcx.bool;
  }
  const { left, right, output } = overloaded(fcx, expr, false);
  if (output !== undefined && !isBuiltin(left, right, expr.op)) return output;
  return enforceBuiltin(fcx, expr, left, right, output);
}

export function checkAssignOp(fcx: FnCtxt, expr: Of<"assignOp">): Ty {
  const { left, right } = overloaded(fcx, expr, true);
  if (isBuiltin(left, right, expr.op)) enforceBuiltin(fcx, expr, left, right, undefined);
  mutatePlace(fcx, expr.left);
  checkAssignable(fcx, expr.left, "E0067", "invalid left-hand side of assignment", expr.opSpan);
  return fcx.tcx.unit;
}

type OpExpr = Of<"binary"> | Of<"assignOp">;

interface Operands {
  readonly left: Ty;
  readonly right: Ty;
  /** Undefined: built in. */
  readonly output: Ty | undefined;
}

function overloaded(fcx: FnCtxt, expr: OpExpr, assign: boolean): Operands {
  const checked = fcx.check.expr(fcx, expr.left, NO_EXPECTATION);
  const left = structurally(
    fcx,
    assign ? checked : demandCoerce(fcx, expr.left, checked, newVar(fcx, expr.left.span)),
  );
  const rightVar = newVar(fcx, expr.right.span);
  if (!isScalar(left)) return throughTrait(fcx, expr, assign, left, rightVar, undefined);
  // Scalars compare with their own kind only; their arithmetic has many impls, none of which says anything before the
  // right side is known.
  if (isComparison(expr.op) && left.kind !== "infer") fcx.infcx.eq(rightVar, left);
  checkCoercible(fcx, expr.right, rightVar);
  const right = structurally(fcx, rightVar);
  if (isScalar(right) && isBuiltin(left, right, expr.op) && mayBeEqual(fcx, expr.op, left, right)) {
    return { left, right, output: undefined };
  }
  if (isScalar(right) && isBuiltin(left, right, expr.op))
    reportMismatch(fcx, expr.right, left, right);
  return throughTrait(fcx, expr, assign, left, rightVar, right);
}

function isComparison(op: BinaryOp): boolean {
  return ["==", "!=", "<", "<=", ">", ">="].includes(op);
}

/** The two sides of a built-in operator have one type, shifts aside. */
function mayBeEqual(fcx: FnCtxt, op: BinaryOp, left: Ty, right: Ty): boolean {
  return op === "<<" || op === ">>" || fcx.infcx.eq(left, right);
}

function throughTrait(
  fcx: FnCtxt,
  expr: OpExpr,
  assign: boolean,
  left: Ty,
  rightVar: Ty,
  checkedRight: Ty | undefined,
): Operands {
  const { tcx } = fcx;
  const op = operatorTrait(fcx.cx, expr.op, assign);
  const goal =
    op &&
    traitObligation(
      { trait: op.trait, args: tcx.args([left, rightVar]) },
      causeAt(expr.opSpan, { kind: "operator", expr: expr.id }),
      0,
    );
  const output =
    op && goal && hasOperator(fcx, expr, op.trait, left)
      ? overloadedOutput(fcx, expr, op, left, rightVar)
      : undefined;
  // What is known of the operator may already decide the right side (`String + &str`).
  if (goal && output) register(fcx, goal);
  if (!checkedRight) {
    structurally(fcx, rightVar);
    checkCoercible(fcx, expr.right, rightVar);
  }
  const right = structurally(fcx, rightVar);
  if (op && goal && output) {
    borrowOperands(fcx, expr, op.byRef, assign, left, right);
    fcx.tables.methods.set(expr.id, { def: op.method, args: goal.predicate.ref.args });
    return { left, right, output };
  }
  const open = left.kind === "infer" && left.class === "general";
  if (!isUnknown(left, right) && op && !open)
    reportBadBinary(fcx, expr, resolveSoFar(fcx, left), resolveSoFar(fcx, right), assign);
  taint(fcx, expr.span);
  return { left, right, output: tcx.unknown };
}

/** Whether the left side has the operator for any right side; if so a wrong right side is an unmet bound. */
function hasOperator(fcx: FnCtxt, expr: OpExpr, trait: DefId, left: Ty): boolean {
  const open = traitObligation(
    { trait, args: fcx.tcx.args([left, newVar(fcx, expr.right.span)]) },
    causeAt(expr.opSpan),
    0,
  );
  return fcx.scx.evaluate(fcx.scx, open) !== "no";
}

function overloadedOutput(fcx: FnCtxt, expr: OpExpr, op: OperatorTrait, left: Ty, right: Ty): Ty {
  if (op.comparison) return fcx.tcx.bool;
  if (op.assign) return fcx.tcx.unit;
  const output = firstItem(fcx.cx, op.trait, "assocTy");
  if (output === undefined) return fcx.tcx.unknown;
  return normalizeTy(
    fcx,
    fcx.tcx.projection(output, fcx.tcx.args([left, right])),
    causeAt(expr.opSpan, { kind: "operator", expr: expr.id }),
  );
}

/** Comparisons take both sides by reference, compound assignment the left one mutably. */
function borrowOperands(
  fcx: FnCtxt,
  expr: OpExpr,
  byRef: boolean,
  assign: boolean,
  left: Ty,
  right: Ty,
): void {
  const { tcx } = fcx;
  const borrow = (ty: Ty, mutable: boolean) =>
    ({
      kind: "borrow",
      mutable,
      twoPhase: mutable,
      target: tcx.ref(tcx.erased, ty, mutable),
    }) as const;
  if (assign) {
    applyAdjustments(fcx, expr.left, [borrow(left, true)]);
    mutatePlace(fcx, expr.left);
  } else if (byRef) {
    applyAdjustments(fcx, expr.left, [borrow(left, false)]);
    applyAdjustments(fcx, expr.right, [borrow(right, false)]);
  }
}

// ---- built-in operators

function isIntegral(ty: Ty): boolean {
  return ty.kind === "int" || (ty.kind === "infer" && ty.class === "int");
}

function isFloat(ty: Ty): boolean {
  return ty.kind === "float" || (ty.kind === "infer" && ty.class === "float");
}

export function isScalar(ty: Ty): boolean {
  if (ty.kind === "infer") return ty.class !== "general";
  return ["bool", "char", "int", "float", "ptr", "fnDef", "fnPtr"].includes(ty.kind);
}

function derefIfRef(ty: Ty): Ty {
  return ty.kind === "ref" ? ty.ty : ty;
}

export function isBuiltin(leftTy: Ty, rightTy: Ty, op: BinaryOp): boolean {
  const left = derefIfRef(leftTy);
  const right = derefIfRef(rightTy);
  switch (op) {
    case "&&":
    case "||":
      return true;
    case "<<":
    case ">>":
      return isIntegral(left) && isIntegral(right);
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return (isIntegral(left) && isIntegral(right)) || (isFloat(left) && isFloat(right));
    case "&":
    case "|":
    case "^":
      return (
        (isIntegral(left) && isIntegral(right)) || (left.kind === "bool" && right.kind === "bool")
      );
    default:
      return isScalar(left) && isScalar(right);
  }
}

function enforceBuiltin(
  fcx: FnCtxt,
  expr: OpExpr,
  leftTy: Ty,
  rightTy: Ty,
  output: Ty | undefined,
): Ty {
  const left = derefIfRef(leftTy);
  const right = derefIfRef(rightTy);
  const isShift = expr.op === "<<" || expr.op === ">>";
  if (!isShift && !fcx.infcx.eq(left, right)) return output ?? fcx.tcx.unknown;
  const result = isComparison(expr.op) ? fcx.tcx.bool : left;
  if (output) fcx.infcx.eq(result, output);
  return result;
}

// ---- unary

export function checkUnary(fcx: FnCtxt, expr: Of<"unary">, expected: Expectation): Ty {
  const ty = structurally(
    fcx,
    fcx.check.expr(fcx, expr.expr, expr.op === "*" ? NO_EXPECTATION : expected),
  );
  if (ty.kind === "unknown") return ty;
  if (expr.op === "*") return derefExpr(fcx, expr, ty);
  if (expr.op === "-" && ty.kind === "infer" && ty.class === "int") demandNeg(fcx, expr, ty);
  const unsigned = expr.op === "-" && ty.kind === "int" && ty.int.startsWith("u");
  if ((isIntegral(ty) && !unsigned) || (expr.op === "!" ? ty.kind === "bool" : isFloat(ty)))
    return ty;
  return overloadedUnary(fcx, expr, ty);
}

/** An integer that is not known yet must turn out to be signed. */
function demandNeg(fcx: FnCtxt, expr: Of<"unary">, ty: Ty): void {
  requireTrait(
    fcx,
    fcx.cx.lang("neg"),
    [ty],
    causeAt(expr.span, { kind: "operator", expr: expr.id }),
  );
}

function overloadedUnary(fcx: FnCtxt, expr: Of<"unary">, ty: Ty): Ty {
  const { cx, tcx } = fcx;
  const trait = cx.lang(expr.op === "!" ? "not" : "neg");
  const method = firstItem(cx, trait, "fn");
  const output = firstItem(cx, trait, "assocTy");
  if (trait === undefined || method === undefined || output === undefined) return tcx.unknown;
  if (ty.kind === "never") return ty;
  const cause = causeAt(expr.span, { kind: "operator", expr: expr.id });
  const goal = traitObligation({ trait, args: tcx.args([ty]) }, cause, 0);
  if (ty.kind === "infer" || fcx.scx.evaluate(fcx.scx, goal) === "no") {
    if (!isUnknown(ty) && ty.kind !== "infer") reportBadUnary(fcx, expr, resolveSoFar(fcx, ty));
    taint(fcx, expr.span);
    return tcx.unknown;
  }
  register(fcx, goal);
  fcx.tables.methods.set(expr.id, { def: method, args: goal.predicate.ref.args });
  return normalizeTy(fcx, tcx.projection(output, goal.predicate.ref.args), cause);
}

// ---- assignment

export function checkAssign(fcx: FnCtxt, expr: Of<"assign">, expected: Expectation): Ty {
  const ty = fcx.check.expr(fcx, expr.left, NO_EXPECTATION);
  if (onlyHasType(fcx, expected)?.kind === "bool") {
    // `if x = 1`: whatever is assigned, it is no condition.
    fcx.check.expr(fcx, expr.right, hasType(ty));
    reportMismatch(fcx, expr, fcx.tcx.bool, fcx.tcx.unit);
    return fcx.tcx.unknown;
  }
  mutatePlace(fcx, expr.left);
  // The `=` of well-formatted code.
  const sign = { start: expr.left.span.end + 1, end: expr.left.span.end + 2 };
  if (checkAssignable(fcx, expr.left, "E0070", "invalid left-hand side of assignment", sign))
    checkCoercible(fcx, expr.right, ty);
  else fcx.check.expr(fcx, expr.right, NO_EXPECTATION);
  return fcx.tcx.unit;
}

function checkAssignable(
  fcx: FnCtxt,
  expr: HirExpr,
  code: string,
  message: string,
  span: HirExpr["span"],
): boolean {
  if (isPlaceExpr(expr) || expr.kind === "error" || expr.kind === "unsupported") return true;
  if (expr.kind === "path" && expr.path.kind === "resolved" && expr.path.res.kind === "error")
    return true;
  report(fcx, {
    code,
    message,
    span,
    related: [{ span: expr.span, message: "cannot assign to this expression" }],
  });
  return false;
}
