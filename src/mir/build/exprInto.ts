// Expressions evaluated into a place. Follows `expr_into_dest` of rustc.

import { bug } from "../../base/assertNever.ts";
import type { Place } from "../mir.ts";
import type { ThirExpr } from "../thir/thir.ts";
import { astBlock } from "./blocks.ts";
import {
  assign,
  assignUnit,
  consume,
  goto,
  newBlock,
  newTemp,
  placeOf,
  terminate,
  unsupportedHere,
} from "./builder.ts";
import type { Builder } from "./builder.ts";
import { asLocalOperand, asTemp } from "./exprOperand.ts";
import { asPlace, asPlaceBuilder, indexInto, toPlace } from "./exprPlace.ts";
import { asLocalRvalue } from "./exprRvalue.ts";
import { stmtExpr } from "./exprStmt.ts";
import { formatArgsInto } from "./formatArgs.ts";
import { lowerMatch } from "./match/match.ts";
import { promoteBorrow, promoteArray } from "./promote.ts";
import { inIfThen, inScope, localScope, resumeBlock, unwindTarget } from "./scopes.ts";

export function exprIntoDest(b: Builder, dest: Place, expr: ThirExpr): void {
  switch (expr.kind) {
    case "scope":
      return inScope(b, expr.scope, () => exprIntoDest(b, dest, expr.value));
    case "block":
      return astBlock(b, dest, expr.block, expr.ty);
    case "match":
      return lowerMatch(b, dest, expr);
    case "if":
      return ifInto(b, dest, expr);
    case "let":
    case "logical":
      return expr.kind === "let" ? conditionInto(b, dest, expr) : logicalInto(b, dest, expr);
    case "neverToAny":
      asTemp(b, expr.source, localScope(b));
      return terminate(b, { kind: "unreachable" }, expr.span);
    case "loop":
      return loopInto(b, dest, expr);
    case "call":
      return callInto(b, dest, expr);
    case "use":
      return exprIntoDest(b, dest, expr.source);
    case "borrow":
      return borrowInto(b, dest, expr);
    case "rawBorrow": {
      const place = asPlace(b, expr.arg);
      return assign(b, dest, { kind: "rawPtr", mutable: expr.mutable, place }, expr.span);
    }
    case "adt":
      return adtInto(b, dest, expr);
    case "formatArgs":
      return formatArgsInto(b, dest, expr);
    case "assign":
    case "assignOp":
      stmtExpr(b, expr, undefined);
      return assignUnit(b, dest, expr.span);
    case "break":
    case "continue":
    case "return":
      return stmtExpr(b, expr, undefined);
    case "unsupported":
      return unsupportedHere(b, expr.what, expr.reason, expr.span, dest);
    case "var":
    case "upvar":
    case "field":
    case "deref":
    case "index":
      return assign(b, dest, { kind: "use", operand: consume(b, asPlace(b, expr)) }, expr.span);
    case "constant": {
      const operand = {
        kind: "constant",
        constant: expr.constant,
        ty: expr.ty,
        span: expr.span,
      } as const;
      return assign(b, dest, { kind: "use", operand }, expr.span);
    }
    case "binary":
    case "unary":
    case "cast":
    case "pointer":
    case "repeat":
    case "array":
    case "tuple":
    case "closure":
      return assign(b, dest, asLocalRvalue(b, expr), expr.span);
  }
}

function borrowInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "borrow" }): void {
  const promoted = promoteBorrow(b, expr);
  if (promoted) return assign(b, dest, { kind: "use", operand: promoted }, expr.span);
  const place = promotedElement(b, expr) ?? asPlace(b, expr.arg);
  assign(b, dest, { kind: "ref", borrow: expr.borrow, place }, expr.span);
}

/** `&[1, 2, 3][index]` borrows from an array that lives for ever. */
function promotedElement(b: Builder, expr: ThirExpr & { kind: "borrow" }): Place | undefined {
  let { arg } = expr;
  while (arg.kind === "scope") arg = arg.value;
  const array =
    arg.kind === "index" && expr.borrow === "shared" ? promoteArray(b, arg.base) : undefined;
  if (arg.kind !== "index" || array === undefined) return undefined;
  const base = newTemp(b, array.ty, arg.base.span);
  assign(b, placeOf(base), { kind: "use", operand: array }, arg.base.span);
  const elements: Place = { local: base, projections: [{ kind: "deref" }] };
  return toPlace(b, indexInto(b, elements, arg), expr.span);
}

function ifInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "if" }): void {
  const depth = b.scopes.length;
  const elseBlock = inScope(b, expr.scope, () =>
    inIfThen(b, depth, () => {
      b.thenElseBreak(b, expr.cond);
      exprIntoDest(b, dest, expr.then);
    }),
  );
  const join = newBlock(b);
  goto(b, join, expr.span);
  b.block = elseBlock;
  if (expr.else) exprIntoDest(b, dest, expr.else);
  else assignUnit(b, dest, expr.span);
  goto(b, join, expr.span);
  b.block = join;
}

function logicalInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "logical" }): void {
  const falseBlock = inIfThen(b, b.scopes.length, () => b.thenElseBreak(b, expr.left));
  const shortCircuit = expr.op === "&&" ? falseBlock : b.block;
  if (expr.op === "||") b.block = falseBlock;
  exprIntoDest(b, dest, expr.right);
  joinWithBool(b, dest, expr, shortCircuit, expr.op === "||");
}

/** `let` as a value of its own: only after an error, but it must not fail. */
function conditionInto(b: Builder, dest: Place, expr: ThirExpr): void {
  const falseBlock = inIfThen(b, b.scopes.length, () => b.thenElseBreak(b, expr));
  assignBool(b, dest, true, expr);
  joinWithBool(b, dest, expr, falseBlock, false);
}

function joinWithBool(
  b: Builder,
  dest: Place,
  expr: ThirExpr,
  other: typeof b.block,
  value: boolean,
): void {
  const join = newBlock(b);
  goto(b, join, expr.span);
  b.block = other;
  assignBool(b, dest, value, expr);
  goto(b, join, expr.span);
  b.block = join;
}

function assignBool(b: Builder, dest: Place, value: boolean, expr: ThirExpr): void {
  const operand = {
    kind: "constant",
    constant: { kind: "bool", value },
    ty: b.cx.ty.tcx.bool,
    span: expr.span,
  } as const;
  assign(b, dest, { kind: "use", operand }, expr.span);
}

function loopInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "loop" }): void {
  const head = newBlock(b);
  goto(b, head, expr.span);
  b.block = head;
  const body = newBlock(b);
  // The false edge lets the analyses assume that the loop can be left, as rustc's `FalseUnwind` does.
  terminate(
    b,
    { kind: "falseEdge", target: body, imaginary: unwindTarget(b) ?? resumeBlock(b) },
    expr.span,
    body,
  );
  const breakable = {
    label: expr.label,
    depth: b.scopes.length,
    destination: dest,
    continueBlock: head,
    breakBlock: undefined,
  };
  b.breakables.push(breakable);
  const unit = newTemp(b, b.cx.ty.tcx.unit, expr.span);
  exprIntoDest(b, placeOf(unit), expr.body);
  goto(b, head, expr.span);
  const done = b.breakables.pop() ?? bug("unbalanced loops");
  b.block = done.breakBlock ?? newBlock(b);
}

function callInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "call" }): void {
  const func = asLocalOperand(b, expr.fun);
  const args = expr.args.map((arg) => asLocalOperand(b, arg));
  forgetMoved(b, args);
  const returns = expr.ty.kind !== "never";
  const next = newBlock(b);
  const target = returns ? next : undefined;
  const source = expr.source === "call" ? {} : { source: expr.source };
  const edges = { destination: dest, target, unwind: unwindTarget(b), fnSpan: expr.fnSpan };
  terminate(b, { kind: "call", func, args, ...edges, ...source }, expr.span, next);
}

/** Temporaries that were moved away need no drop any more. */
export function forgetMoved(
  b: Builder,
  operands: readonly { readonly kind: string; readonly place?: Place }[],
): void {
  const moved = new Set<number>();
  for (const operand of operands) {
    if (operand.kind === "move" && operand.place?.projections.length === 0)
      moved.add(operand.place.local);
  }
  const scope = b.scopes[b.scopes.length - 1];
  if (scope)
    scope.drops = scope.drops.filter(
      (entry) => entry.kind === "storage" || !moved.has(entry.local),
    );
}

function adtInto(b: Builder, dest: Place, expr: ThirExpr & { kind: "adt" }): void {
  const { def, variant, args } = expr;
  const given = new Map<number, ReturnType<typeof asLocalOperand>>();
  for (const field of expr.fields) given.set(field.index, asLocalOperand(b, field.value));
  if (expr.union) {
    const active = expr.fields[0];
    const operands = [...given.values()];
    const aggregate = {
      kind: "adt",
      def,
      variant,
      args,
      ...(active ? { activeField: active.index } : {}),
    } as const;
    return assign(b, dest, { kind: "aggregate", aggregate, operands }, expr.span);
  }
  const base = expr.base && asPlaceBuilder(b, expr.base.expr);
  const basePlace =
    base && base.base.kind === "local"
      ? { local: base.base.local, projections: base.projections }
      : undefined;
  const operands = [];
  for (let index = 0; index < expr.fieldCount; index++) {
    const operand = given.get(index);
    if (operand) operands.push(operand);
    else if (basePlace && expr.base) {
      const ty = expr.base.fieldTys[index] ?? b.cx.ty.tcx.unknown;
      operands.push(
        consume(b, {
          local: basePlace.local,
          projections: [...basePlace.projections, { kind: "field", index, ty }],
        }),
      );
    } else
      return unsupportedHere(b, "a struct expression", "not all fields are known", expr.span, dest);
  }
  assign(
    b,
    dest,
    { kind: "aggregate", aggregate: { kind: "adt", def, variant, args }, operands },
    expr.span,
  );
}
