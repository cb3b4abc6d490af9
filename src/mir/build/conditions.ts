// Conditions: control flow instead of a `bool`. Follows `then_else_break` of rustc.

import type { ThirExpr } from "../thir/thir.ts";
import { goto, newBlock, terminate } from "./builder.ts";
import type { Builder } from "./builder.ts";
import { asOperand } from "./exprOperand.ts";
import { lowerLet } from "./match/match.ts";
import { breakForElse, inIfThen, inScope, localScope } from "./scopes.ts";

/** Goes on where the condition holds; elsewhere breaks to the `else` of the innermost `inIfThen`. */
export function thenElseBreak(b: Builder, expr: ThirExpr): void {
  switch (expr.kind) {
    case "scope":
      return inScope(b, expr.scope, () => thenElseBreak(b, expr.value));
    case "use":
      return thenElseBreak(b, expr.source);
    case "logical": {
      if (expr.op === "&&") {
        thenElseBreak(b, expr.left);
        return thenElseBreak(b, expr.right);
      }
      const leftFailed = inIfThen(b, b.scopes.length, () => thenElseBreak(b, expr.left));
      const held = newBlock(b);
      goto(b, held, expr.span);
      b.block = leftFailed;
      thenElseBreak(b, expr.right);
      goto(b, held, expr.span);
      b.block = held;
      return;
    }
    case "unary":
      if (expr.op === "!" && expr.ty.kind === "bool") return notBreak(b, expr.arg);
      return testOperand(b, expr);
    case "let":
      return lowerLet(b, expr);
    default:
      return testOperand(b, expr);
  }
}

function notBreak(b: Builder, arg: ThirExpr): void {
  const failed = inIfThen(b, b.scopes.length, () => thenElseBreak(b, arg));
  breakForElse(b, b.block, arg.span);
  b.block = failed;
}

function testOperand(b: Builder, expr: ThirExpr): void {
  const operand = asOperand(b, expr, localScope(b));
  const then = newBlock(b);
  const otherwise = newBlock(b);
  terminate(
    b,
    { kind: "switch", operand, values: [0n], targets: [otherwise], otherwise: then },
    expr.span,
    then,
  );
  breakForElse(b, otherwise, expr.span);
}
