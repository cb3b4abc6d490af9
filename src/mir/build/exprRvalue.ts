// Right-hand sides: arithmetic with its checks, casts, aggregates. Follows rustc's `as_rvalue`.
//
// As in a debug build, `+ - *` and negation assert that they do not overflow, shifts that they are in range, divisions
// that the divisor is not zero and that `MIN / -1` does not happen.

import type { Span } from "../../base/span.ts";
import type { BinaryOp } from "../../syntax/ast.ts";
import type { IntTy, Ty } from "../../ty/ty.ts";
import type { AssertMessage, Operand, Rvalue } from "../mir.ts";
import type { RegionScope, ThirExpr } from "../thir/thir.ts";
import { assign, consume, newBlock, newTemp, placeOf, project, terminate } from "./builder.ts";
import type { Builder } from "./builder.ts";
import { asPlace } from "./exprPlace.ts";
import { asOperand, asRepeatedOperand, dropRepeated, repeatsNever } from "./exprOperand.ts";
import { inScope, localScope, unwindTarget } from "./scopes.ts";

export function asLocalRvalue(b: Builder, expr: ThirExpr): Rvalue {
  return asRvalue(b, expr, localScope(b));
}

export function asRvalue(b: Builder, expr: ThirExpr, scope: RegionScope | undefined): Rvalue {
  switch (expr.kind) {
    case "scope":
      return inScope(b, expr.scope, () => asRvalue(b, expr.value, scope));
    case "repeat":
      return repeatRvalue(b, expr, scope);
    case "binary": {
      const left = asOperand(b, expr.left, scope);
      const right = asOperand(b, expr.right, scope);
      return binaryRvalue(b, expr.op, expr.left.ty, left, expr.right.ty, right, expr.ty, expr.span);
    }
    case "unary":
      return unaryRvalue(b, expr, scope);
    case "cast":
      return {
        kind: "cast",
        cast: expr.cast,
        operand: asOperand(b, expr.source, scope),
        from: expr.source.ty,
        ty: expr.ty,
      };
    case "pointer":
      return {
        kind: "cast",
        cast: expr.cast,
        operand: asOperand(b, expr.source, scope),
        from: expr.source.ty,
        ty: expr.ty,
      };
    case "array": {
      const operands = expr.exprs.map((part) => asOperand(b, part, scope));
      const ty = expr.ty.kind === "array" ? expr.ty.ty : b.cx.ty.tcx.unknown;
      return { kind: "aggregate", aggregate: { kind: "array", ty }, operands };
    }
    case "tuple":
      return {
        kind: "aggregate",
        aggregate: { kind: "tuple" },
        operands: expr.exprs.map((part) => asOperand(b, part, scope)),
      };
    case "closure": {
      const operands = expr.upvars.map((upvar) => upvarOperand(b, upvar, scope));
      const { owner, index, args } = expr;
      return { kind: "aggregate", aggregate: { kind: "closure", owner, index, args }, operands };
    }
    default:
      return { kind: "use", operand: asOperand(b, expr, scope) };
  }
}

function repeatRvalue(
  b: Builder,
  expr: ThirExpr & { kind: "repeat" },
  scope: RegionScope | undefined,
): Rvalue {
  if (repeatsNever(expr)) {
    dropRepeated(b, expr.value, scope);
    const aggregate = { kind: "array", ty: expr.value.ty } as const;
    return { kind: "aggregate", aggregate, operands: [] };
  }
  const operand = asRepeatedOperand(b, expr.value, scope);
  return { kind: "repeat", operand, count: expr.count };
}

/** A variable moves straight into the environment, so that the move is seen as one of the variable. */
function upvarOperand(b: Builder, upvar: ThirExpr, scope: RegionScope | undefined): Operand {
  if (upvar.kind !== "borrow") return consume(b, asPlace(b, upvar));
  // What is wrong with a capture of an immutable variable is told inside the closure, where the change is.
  const limited =
    upvar.borrow === "mut" && !rootIsMutable(b, upvar.arg)
      ? ({ ...upvar, borrow: "uniqueImm" } as const)
      : upvar;
  return asOperand(b, limited, scope);
}

function rootIsMutable(b: Builder, expr: ThirExpr): boolean {
  switch (expr.kind) {
    case "scope":
      return rootIsMutable(b, expr.value);
    case "field":
      return rootIsMutable(b, expr.base);
    case "deref":
      return rootIsMutable(b, expr.arg);
    case "var":
    case "upvar":
      return b.results.body.locals[expr.local]?.mutable ?? true;
    default:
      return true;
  }
}

function unaryRvalue(
  b: Builder,
  expr: ThirExpr & { kind: "unary" },
  scope: RegionScope | undefined,
): Rvalue {
  const operand = asOperand(b, expr.arg, scope);
  if (expr.op === "-" && expr.ty.kind === "int" && isSigned(expr.ty.int)) {
    const bool = b.cx.ty.tcx.bool;
    const isMin = newTemp(b, bool, expr.span);
    const min = intOperand(minOf(expr.ty.int), expr.ty, expr.span);
    assign(
      b,
      placeOf(isMin),
      { kind: "binary", op: "==", left: reread(operand), right: min, ty: bool },
      expr.span,
    );
    assertThat(
      b,
      { kind: "move", place: placeOf(isMin) },
      false,
      { kind: "overflowNeg", operand: reread(operand) },
      expr.span,
    );
  }
  return { kind: "unary", op: expr.op, operand, ty: expr.ty };
}

export function binaryRvalue(
  b: Builder,
  op: BinaryOp,
  leftTy: Ty,
  left: Operand,
  rightTy: Ty,
  right: Operand,
  ty: Ty,
  span: Span,
): Rvalue {
  if (leftTy.kind !== "int") return { kind: "binary", op, left, right, ty };
  switch (op) {
    case "+":
    case "-":
    case "*":
      return checkedArithmetic(b, op, left, right, ty, span);
    case "<<":
    case ">>":
      checkShift(b, op, leftTy, left, rightTy, right, span);
      return { kind: "binary", op, left, right, ty };
    case "/":
    case "%":
      checkDivision(b, op, leftTy, left, right, span);
      return { kind: "binary", op, left, right, ty };
    default:
      return { kind: "binary", op, left, right, ty };
  }
}

function checkedArithmetic(
  b: Builder,
  op: BinaryOp,
  left: Operand,
  right: Operand,
  ty: Ty,
  span: Span,
): Rvalue {
  const interner = b.cx.ty.tcx;
  const pair = placeOf(newTemp(b, interner.tuple([ty, interner.bool]), span));
  assign(
    b,
    pair,
    { kind: "checkedBinary", op, left: reread(left), right: reread(right), ty },
    span,
  );
  const overflowed: Operand = {
    kind: "move",
    place: project(pair, { kind: "field", index: 1, ty: interner.bool }),
  };
  assertThat(b, overflowed, false, { kind: "overflow", op, left, right }, span);
  return {
    kind: "use",
    operand: { kind: "move", place: project(pair, { kind: "field", index: 0, ty }) },
  };
}

function checkShift(
  b: Builder,
  op: BinaryOp,
  leftTy: Ty & { kind: "int" },
  left: Operand,
  rightTy: Ty,
  right: Operand,
  span: Span,
): void {
  const interner = b.cx.ty.tcx;
  const inRange = placeOf(newTemp(b, interner.bool, span));
  let amount = reread(right);
  let amountTy = rightTy;
  if (rightTy.kind === "int" && isSigned(rightTy.int)) {
    // A negative amount becomes a large one.
    amountTy = interner.int(unsignedOf(rightTy.int));
    const unsigned = placeOf(newTemp(b, amountTy, span));
    assign(
      b,
      unsigned,
      { kind: "cast", cast: "intToInt", operand: amount, from: rightTy, ty: amountTy },
      span,
    );
    amount = { kind: "copy", place: unsigned };
  }
  const bits = intOperand(BigInt(bitsOf(leftTy.int)), amountTy, span);
  assign(
    b,
    inRange,
    { kind: "binary", op: "<", left: amount, right: bits, ty: interner.bool },
    span,
  );
  assertThat(
    b,
    { kind: "move", place: inRange },
    true,
    { kind: "overflow", op, left: reread(left), right: reread(right) },
    span,
  );
}

function checkDivision(
  b: Builder,
  op: "/" | "%",
  ty: Ty & { kind: "int" },
  left: Operand,
  right: Operand,
  span: Span,
): void {
  const bool = b.cx.ty.tcx.bool;
  const isZero = placeOf(newTemp(b, bool, span));
  const zero = intOperand(0n, ty, span);
  assign(b, isZero, { kind: "binary", op: "==", left: reread(right), right: zero, ty: bool }, span);
  const kind = op === "/" ? "divisionByZero" : "remainderByZero";
  assertThat(b, { kind: "move", place: isZero }, false, { kind, operand: reread(left) }, span);
  if (!isSigned(ty.int)) return;
  const isMinusOne = placeOf(newTemp(b, bool, span));
  const isMin = placeOf(newTemp(b, bool, span));
  const both = placeOf(newTemp(b, bool, span));
  assign(
    b,
    isMinusOne,
    { kind: "binary", op: "==", left: reread(right), right: intOperand(-1n, ty, span), ty: bool },
    span,
  );
  assign(
    b,
    isMin,
    {
      kind: "binary",
      op: "==",
      left: reread(left),
      right: intOperand(minOf(ty.int), ty, span),
      ty: bool,
    },
    span,
  );
  const operands = {
    left: { kind: "move", place: isMinusOne },
    right: { kind: "move", place: isMin },
  } as const;
  assign(b, both, { kind: "binary", op: "&", ...operands, ty: bool }, span);
  assertThat(
    b,
    { kind: "move", place: both },
    false,
    { kind: "overflow", op, left: reread(left), right: reread(right) },
    span,
  );
}

export function assertThat(
  b: Builder,
  condition: Operand,
  expected: boolean,
  message: AssertMessage,
  span: Span,
): void {
  const target = newBlock(b);
  terminate(
    b,
    { kind: "assert", condition, expected, message, target, unwind: unwindTarget(b) },
    span,
    target,
  );
}

/** The same operand for a second use. */
export function reread(operand: Operand): Operand {
  return operand.kind === "move" ? { kind: "copy", place: operand.place } : operand;
}

export function intOperand(value: bigint, ty: Ty, span: Span): Operand {
  return { kind: "constant", constant: { kind: "int", value }, ty, span };
}

export function isSigned(int: IntTy): boolean {
  return int.startsWith("i");
}

export function bitsOf(int: IntTy): number {
  const bits = Number(int.slice(1));
  return Number.isNaN(bits) ? 64 : bits;
}

function minOf(int: IntTy): bigint {
  return -(1n << BigInt(bitsOf(int) - 1));
}

function unsignedOf(int: IntTy): IntTy {
  return `u${int.slice(1)}` as IntTy;
}
