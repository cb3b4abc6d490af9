// Where `let` may stand in a condition: as an operand of `&&` at the top, and nowhere else.

import type { Expr } from "../ast.ts";
import type { Parser } from "./parser.ts";

/** Some operand of the `&&` chain is a `let`. */
export function containsLet(expr: Expr): boolean {
  let at = expr;
  while (at.kind === "binary" && at.op === "&&") {
    if (at.right.kind === "let") return true;
    at = at.left;
  }
  return at.kind === "let";
}

/** Reports chains of `let` before edition 2024. */
export function checkLets(p: Parser, condition: Expr): void {
  if (condition.kind !== "binary" || condition.op !== "&&" || p.edition >= 2024) return;
  const first = firstLet(condition);
  if (first !== undefined)
    p.complain("let chains are only allowed in Rust 2024 or later", first.start, first.end);
}

/** Reports a `let` on the left of an operator other than `&&`. */
export function checkLeftLet(p: Parser, left: Expr, or: boolean, opStart: number): void {
  const first = firstLet(left);
  if (first === undefined) return;
  if (or)
    p.complain("`||` operators are not supported in let chain conditions", opStart, opStart + 2);
  else p.complain("expected expression, found `let` statement", first.start, first.start + 3);
}

function firstLet(expr: Expr): Expr | undefined {
  let found: Expr | undefined;
  let at = expr;
  for (;;) {
    if (at.kind === "let") return at;
    if (at.kind !== "binary") return found;
    if (at.right.kind === "let") found = at.right;
    at = at.left;
  }
}
