// Walking HIR expressions: children in evaluation order.

import type { Span } from "../base/span.ts";
import type { HirBlock, HirBody, HirExpr, HirPat } from "../hir/hir.ts";

export function forEachChild(expr: HirExpr, visit: (child: HirExpr) => void): void {
  switch (expr.kind) {
    case "array":
    case "tuple":
      return expr.exprs.forEach(visit);
    case "repeat":
      return visit(expr.value);
    case "call":
      visit(expr.callee);
      return expr.args.forEach(visit);
    case "methodCall":
      visit(expr.receiver);
      return expr.args.forEach(visit);
    case "field":
    case "unary":
    case "addrOf":
    case "cast":
    case "dropTemps":
      return visit(expr.expr);
    case "index":
      visit(expr.expr);
      return visit(expr.index);
    case "binary":
    case "assign":
    case "assignOp":
      visit(expr.left);
      return visit(expr.right);
    case "struct":
      for (const field of expr.fields) visit(field.value);
      if (expr.base) visit(expr.base);
      return;
    case "block":
      return forEachInBlock(expr.block, visit);
    case "let":
      return visit(expr.init);
    case "if":
      visit(expr.condition);
      visit(expr.then);
      if (expr.else) visit(expr.else);
      return;
    case "loop":
      return forEachInBlock(expr.body, visit);
    case "match":
      visit(expr.scrutinee);
      for (const arm of expr.arms) {
        if (arm.guard) visit(arm.guard);
        visit(arm.body);
      }
      return;
    case "closure":
      return visit(expr.body);
    case "break":
    case "return":
      if (expr.value) visit(expr.value);
      return;
    case "formatArgs":
      return expr.args.forEach(visit);
    case "unsupported":
      return expr.parts.forEach(visit);
    default:
  }
}

export function forEachInBlock(block: HirBlock, visit: (child: HirExpr) => void): void {
  for (const statement of block.statements) {
    if (statement.kind === "expr") visit(statement.expr);
    if (statement.kind !== "let") continue;
    if (statement.init) visit(statement.init);
    if (statement.else) forEachInBlock(statement.else, visit);
  }
  if (block.tail) visit(block.tail);
}

/** The expression and everything inside, outermost first. */
export function walkExpr(expr: HirExpr, visit: (expr: HirExpr) => void): void {
  visit(expr);
  forEachChild(expr, (child) => walkExpr(child, visit));
}

export function forEachSubpattern(pat: HirPat, visit: (pat: HirPat) => void): void {
  switch (pat.kind) {
    case "binding":
      if (pat.sub) visit(pat.sub);
      return;
    case "tupleStruct":
    case "tuple":
    case "or":
      return pat.pats.forEach(visit);
    case "struct":
      return pat.fields.forEach((field) => visit(field.pat));
    case "slice":
      pat.before.forEach(visit);
      if (pat.middle) visit(pat.middle);
      return pat.after.forEach(visit);
    case "ref":
      return visit(pat.pat);
    default:
  }
}

/** Heads of the closures of a body, by index. */
export function closureHeads(body: HirBody): readonly Span[] {
  const heads: Span[] = [];
  walkExpr(body.value, (expr) => {
    if (expr.kind === "closure") heads[expr.index] = expr.headSpan;
  });
  return heads;
}
