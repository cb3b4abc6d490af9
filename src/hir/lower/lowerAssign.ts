// Assignments. `(a, b) = e` and the like become `{ let (lhs, lhs) = e; a = lhs; b = lhs; }`.

import type { Expr } from "../../syntax/ast.ts";
import type { BodyContext } from "./bodyContext.ts";
import { bindingPat, localExpr, makeExpr, makePat, newLocal } from "./bodyContext.ts";
import type { HirExpr, HirPat, HirStmt } from "../hir.ts";
import { lowerPath } from "./lowerPaths.ts";
import { isExpected, resolveInScope } from "../names/names.ts";

export function lowerAssign(cx: BodyContext, expr: Expr & { kind: "assign" }): HirExpr {
  if (!isDestructuring(cx, expr.left)) {
    const left = cx.lower.expr(cx, expr.left);
    const right = cx.lower.expr(cx, expr.right);
    return makeExpr(cx, expr, { kind: "assign", left, right });
  }
  const init = cx.lower.expr(cx, expr.right);
  const assignments: HirStmt[] = [];
  const pat = assignee(cx, expr.left, assignments);
  const span = cx.span(expr);
  const binding: HirStmt = { kind: "let", pat, init, span, synthetic: true };
  const block = { statements: [binding, ...assignments], span };
  return makeExpr(cx, expr, { kind: "block", block, unsafe: false, const: false });
}

function isDestructuring(cx: BodyContext, expr: Expr): boolean {
  switch (expr.kind) {
    case "paren":
    case "group":
      return isDestructuring(cx, expr.expr);
    case "underscore":
    case "tuple":
    case "array":
    case "struct":
      return true;
    case "call":
      return isConstructor(cx, expr);
    default:
      return false;
  }
}

/** `S(a, b) = e`; a call of a function on the left is a value, which ty rejects. */
function isConstructor(cx: BodyContext, expr: Expr & { kind: "call" }): boolean {
  const { callee } = expr;
  if (callee.kind !== "path") return false;
  if (callee.qself !== undefined) return true;
  const idents = callee.path.segments.map((segment) => segment.ident);
  const result = resolveInScope(cx, idents, callee.path.global, "values", undefined, true);
  return (
    result.kind !== "res" ||
    result.unresolved > 0 ||
    isExpected(cx.crate, "tupleStruct", result.res)
  );
}

/** The left side as a pattern; each place in it gets a local and an assignment. */
function assignee(cx: BodyContext, expr: Expr, out: HirStmt[]): HirPat {
  switch (expr.kind) {
    case "paren":
    case "group":
      return assignee(cx, expr.expr, out);
    case "underscore":
      return makePat(cx, expr, { kind: "wild" });
    case "tuple": {
      const { pats, rest } = assignees(cx, expr.exprs, out);
      return makePat(cx, expr, { kind: "tuple", pats, rest });
    }
    case "array":
      return arrayAssignee(cx, expr, out);
    case "call":
      return callAssignee(cx, expr, out);
    case "struct":
      return structAssignee(cx, expr, out);
    case "path":
      return pathAssignee(cx, expr, out);
    default:
      return placeAssignee(cx, expr, out);
  }
}

function assignees(
  cx: BodyContext,
  exprs: readonly Expr[],
  out: HirStmt[],
): { pats: HirPat[]; rest: number | undefined } {
  const pats: HirPat[] = [];
  let rest: number | undefined;
  for (const expr of exprs) {
    if (isRest(expr) && rest === undefined) rest = pats.length;
    else pats.push(assignee(cx, expr, out));
  }
  return { pats, rest };
}

function isRest(expr: Expr): boolean {
  return (
    expr.kind === "range" &&
    expr.from === undefined &&
    expr.to === undefined &&
    expr.limits === ".."
  );
}

function arrayAssignee(cx: BodyContext, expr: Expr & { kind: "array" }, out: HirStmt[]): HirPat {
  const { pats, rest } = assignees(cx, expr.exprs, out);
  const before = rest === undefined ? pats : pats.slice(0, rest);
  const after = rest === undefined ? [] : pats.slice(rest);
  return makePat(cx, expr, { kind: "slice", before, hasRest: rest !== undefined, after });
}

function callAssignee(cx: BodyContext, expr: Expr & { kind: "call" }, out: HirStmt[]): HirPat {
  if (expr.callee.kind !== "path" || !isConstructor(cx, expr)) return placeAssignee(cx, expr, out);
  const path = lowerPath(cx, expr.callee.qself, expr.callee.path, "tupleStruct");
  const { pats, rest } = assignees(cx, expr.args, out);
  return makePat(cx, expr, { kind: "tupleStruct", path, pats, rest });
}

function structAssignee(cx: BodyContext, expr: Expr & { kind: "struct" }, out: HirStmt[]): HirPat {
  const path = lowerPath(cx, expr.qself, expr.path, "struct");
  const fields = expr.fields.map((field) => ({
    name: field.name.name,
    span: cx.span(field.name),
    pat: assignee(cx, field.value, out),
  }));
  return makePat(cx, expr, { kind: "struct", path, fields, rest: expr.rest });
}

/** A unit struct or variant matches, as does what only types can resolve; any other path is a place. */
function pathAssignee(cx: BodyContext, expr: Expr & { kind: "path" }, out: HirStmt[]): HirPat {
  if (!isUnit(cx, expr)) return placeAssignee(cx, expr, out);
  const path = lowerPath(cx, expr.qself, expr.path, "pat");
  return makePat(cx, expr, { kind: "path", path });
}

function isUnit(cx: BodyContext, expr: Expr & { kind: "path" }): boolean {
  if (expr.qself !== undefined) return true;
  const idents = expr.path.segments.map((segment) => segment.ident);
  const result = resolveInScope(cx, idents, expr.path.global, "values", undefined, true);
  if (result.kind !== "res") return false;
  const { kind } = result.res;
  return result.unresolved > 0 || kind === "ctor" || kind === "selfCtor";
}

function placeAssignee(cx: BodyContext, expr: Expr, out: HirStmt[]): HirPat {
  const span = cx.span(expr);
  const local = newLocal(cx, { name: "lhs", span, mutable: false, byRef: false, synthetic: true });
  const left = cx.lower.expr(cx, expr);
  const assign = makeExpr(cx, expr, { kind: "assign", left, right: localExpr(cx, expr, local) });
  out.push({ kind: "expr", expr: assign, semicolon: true, span });
  return bindingPat(cx, expr, local, false);
}
