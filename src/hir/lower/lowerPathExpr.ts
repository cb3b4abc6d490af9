// Paths as values: locals first, then items; and why a local is out of reach.

import type { Expr, Ident } from "../../syntax/ast.ts";
import type { BodyContext } from "./bodyContext.ts";
import { localKey, lookupLocal, makeExpr } from "./bodyContext.ts";
import { nodeOf, reportError } from "../crate.ts";
import type { Crate } from "../crate.ts";
import type { DefId, ScopeId } from "../defs.ts";
import type { HirExpr, HirQPath, Res } from "../hir.ts";
import { lowerPath, lowerSegment } from "./lowerPaths.ts";
import { lookupScope } from "../names/names.ts";

export function lowerPathExpr(
  cx: BodyContext,
  expr: Expr & { kind: "path" },
  source: "expr" | "callee",
): HirExpr {
  const path = localPath(cx, expr) ?? lowerPath(cx, expr.qself, expr.path, source);
  return makeExpr(cx, expr, { kind: "path", path, scope: scopeIdOf(cx) });
}

/** The innermost block with items around a node; trait methods in scope depend on it. */
export function scopeIdOf(cx: BodyContext): ScopeId | undefined {
  let at = cx.scope;
  while (at.kind !== "block" && at.kind !== "module") at = at.parent;
  return at.kind === "block" ? (at.scopeId as ScopeId) : undefined;
}

/** A single name that is a local, or that would be one if it were in reach. */
function localPath(cx: BodyContext, expr: Expr & { kind: "path" }): HirQPath | undefined {
  const { path, qself } = expr;
  const [segment] = path.segments;
  if (qself !== undefined || path.global || path.segments.length !== 1 || segment === undefined)
    return undefined;
  const { ident } = segment;
  const found = lookupLocal(cx, ident);
  const span = cx.span(path);
  if (found?.kind === "local") {
    const res: Res = found.throughConstant
      ? notConstant(cx, ident)
      : { kind: "local", local: found.local };
    return { kind: "resolved", res, segments: [lowerSegment(cx, segment, res)], span };
  }
  if (found !== undefined) return undefined;
  if (lookupScope(cx, ident, "values").kind === "found") return undefined;
  if (!isOuterLocal(cx.crate, cx.owner, ident)) return undefined;
  const res =
    nodeOf(cx.crate, cx.owner).kind === "fn" ? notCaptured(cx, ident) : notConstant(cx, ident);
  return { kind: "resolved", res, segments: [lowerSegment(cx, segment, res)], span };
}

function notConstant(cx: BodyContext, ident: Ident): Res {
  reportError(cx.crate, {
    code: "E0435",
    message: "attempt to use a non-constant value in a constant",
    span: cx.span(ident),
    owner: cx.owner,
  });
  return { kind: "error", certain: true };
}

function notCaptured(cx: BodyContext, ident: Ident): Res {
  reportError(cx.crate, {
    code: "E0434",
    message: "can't capture dynamic environment in a fn item",
    span: cx.span(ident),
    owner: cx.owner,
    help: "use the `|| { ... }` closure form instead",
  });
  return { kind: "error", certain: true };
}

/** Whether a local of a body around the definition has this name. */
function isOuterLocal(crate: Crate, owner: DefId, ident: Ident): boolean {
  if (ident.name === "self") return false;
  const key = localKey(ident);
  for (
    let at: DefId | undefined = owner;
    at !== undefined && at >= crate.base;
    at = nodeOf(crate, at).parent
  ) {
    const { parent } = nodeOf(crate, at);
    // The body around a nested item says which locals stand around it.
    if (parent !== undefined && parent >= crate.base && nodeOf(crate, parent).kind === "fn")
      crate.bodyOf(parent);
    if (crate.outerLocals.get(at)?.has(key) === true) return true;
  }
  return false;
}
