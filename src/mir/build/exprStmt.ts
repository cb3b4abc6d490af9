// Expressions for their effect: assignments, jumps, and everything whose value is thrown away. Follows `stmt_expr`.

import type { Span } from "../../base/span.ts";
import type { Place, Rvalue } from "../mir.ts";
import type { RegionScope, ThirExpr } from "../thir/thir.ts";
import { typeNeedsDrop } from "../traits.ts";
import {
  assign,
  assignUnit,
  goto,
  newBlock,
  terminate,
  tyOfPlace,
  unsupportedHere,
} from "./builder.ts";
import type { Breakable, Builder } from "./builder.ts";
import { asLocalOperand, asTemp } from "./exprOperand.ts";
import { asPlace } from "./exprPlace.ts";
import { asLocalRvalue, binaryRvalue } from "./exprRvalue.ts";
import { exitScopes, inScope, localScope, resumeBlock, unwindTarget } from "./scopes.ts";

/** `statement` is the scope of the statement, where the unused value is dropped. */
export function stmtExpr(b: Builder, expr: ThirExpr, statement: RegionScope | undefined): void {
  switch (expr.kind) {
    case "scope":
      return inScope(b, expr.scope, () => stmtExpr(b, expr.value, statement));
    case "assign":
      return assignStmt(b, expr);
    case "assignOp": {
      const right = asLocalOperand(b, expr.right);
      const left = asPlace(b, expr.left);
      const ty = tyOfPlace(b, left);
      const value = binaryRvalue(
        b,
        expr.op,
        ty,
        { kind: "copy", place: left },
        expr.right.ty,
        right,
        ty,
        expr.span,
      );
      return assign(b, left, value, expr.span);
    }
    case "break":
      return breakOut(b, expr);
    case "continue": {
      const target = b.breakables.find((candidate) => candidate.label === expr.label);
      if (target?.continueBlock === undefined)
        return unsupportedHere(b, "continue", "its loop is not known", expr.span);
      return exitScopes(b, target.depth, target.continueBlock, "break", expr.span);
    }
    case "return": {
      const target = b.breakables[0] as Breakable;
      return leave(b, target, expr, "return");
    }
    default:
      asTemp(b, expr, statement ?? localScope(b));
  }
}

function assignStmt(b: Builder, expr: ThirExpr & { kind: "assign" }): void {
  const value = asLocalRvalue(b, expr.right);
  const place = asPlace(b, expr.left);
  if (typeNeedsDrop(b.cx, b.env, expr.left.ty)) dropAndReplace(b, place, value, expr.left.span);
  else assign(b, place, value, expr.span);
}

/** The old value is dropped first; the new one is in place even if that panics. */
function dropAndReplace(b: Builder, place: Place, value: Rvalue, span: Span): void {
  const replaced = newBlock(b);
  const replacedOnUnwind = newBlock(b, true);
  const unwind = unwindTarget(b) ?? resumeBlock(b);
  terminate(
    b,
    { kind: "drop", place, target: replaced, unwind: replacedOnUnwind, reason: "assigned" },
    span,
    replacedOnUnwind,
  );
  assign(b, place, value, span);
  goto(b, unwind, span);
  b.block = replaced;
  assign(b, place, value, span);
}

function breakOut(b: Builder, expr: ThirExpr & { kind: "break" }): void {
  const target = b.breakables.findLast((candidate) => candidate.label === expr.label);
  if (!target || expr.label === undefined)
    return unsupportedHere(b, "break", "its loop is not known", expr.span);
  leave(b, target, expr, "break");
}

function leave(
  b: Builder,
  target: Breakable,
  expr: ThirExpr & { kind: "break" | "return" },
  reason: "break" | "return",
): void {
  if (expr.value) b.into(b, target.destination, expr.value);
  else assignUnit(b, target.destination, expr.span);
  target.breakBlock ??= newBlock(b);
  exitScopes(b, target.depth, target.breakBlock, reason, expr.span);
}
