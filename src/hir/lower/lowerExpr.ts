// Expressions: one arm per kind of syntax; the sugar is in lowerControl, lowerAssign and lowerFormat.

import type { Expr, FieldExpr, GenericParam, Ident } from "../../syntax/ast.ts";
import { isEnabled } from "../attrs.ts";
import type { BodyContext, PatBinder } from "./bodyContext.ts";
import { lookupLocal, makeExpr, unitExpr, withFrame, withNames } from "./bodyContext.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { HirExpr, HirFieldExpr, HirParam } from "../hir.ts";
import { langCall, langExpr, langPath } from "./langItems.ts";
import { collectMacroPlace, macroOf } from "./lateMacros.ts";
import { lowerAssign } from "./lowerAssign.ts";
import {
  lowerBreak,
  lowerContinue,
  lowerFor,
  lowerIf,
  lowerLabelled,
  lowerLoop,
  lowerMatch,
  lowerQuestion,
  lowerWhile,
} from "./lowerControl.ts";
import { lowerFormat } from "./lowerFormat.ts";
import { lowerPathExpr, scopeIdOf } from "./lowerPathExpr.ts";
import { lowerConstArg, lowerPath, lowerSegment } from "./lowerPaths.ts";
import { lowerType, withBinder } from "./lowerTypes.ts";

export function lowerExpr(cx: BodyContext, expr: Expr): HirExpr {
  switch (expr.kind) {
    case "lit":
      return makeExpr(cx, expr, { kind: "lit", lit: expr.lit });
    case "path":
      return lowerPathExpr(cx, expr, "expr");
    case "paren":
    case "group":
      return lowerParen(cx, expr);
    case "array":
      return makeExpr(cx, expr, { kind: "array", exprs: lowerList(cx, expr.exprs) });
    case "repeat":
      return makeExpr(cx, expr, {
        kind: "repeat",
        value: lowerExpr(cx, expr.value),
        count: lowerConstArg(cx, expr.count),
      });
    case "tuple":
      return makeExpr(cx, expr, { kind: "tuple", exprs: lowerList(cx, expr.exprs) });
    case "call":
      return lowerCall(cx, expr);
    case "methodCall":
      return lowerMethodCall(cx, expr);
    case "field":
      return makeExpr(cx, expr, {
        kind: "field",
        expr: lowerExpr(cx, expr.expr),
        name: expr.name.name,
        nameSpan: cx.span(expr.name),
        scope: scopeIdOf(cx),
      });
    case "index":
      return makeExpr(cx, expr, {
        kind: "index",
        expr: lowerExpr(cx, expr.expr),
        index: lowerExpr(cx, expr.index),
      });
    case "unary":
      return makeExpr(cx, expr, { kind: "unary", op: expr.op, expr: lowerExpr(cx, expr.expr) });
    case "binary":
      return lowerBinary(cx, expr);
    case "assign":
      return lowerAssign(cx, expr);
    case "assignOp":
      return lowerAssignOp(cx, expr);
    case "range":
      return lowerRange(cx, expr);
    case "addrOf":
      return makeExpr(cx, expr, {
        kind: "addrOf",
        raw: expr.raw,
        mutable: expr.mutable,
        expr: lowerExpr(cx, expr.expr),
      });
    case "cast":
      return makeExpr(cx, expr, {
        kind: "cast",
        expr: lowerExpr(cx, expr.expr),
        ty: lowerType({ ...cx, refusesImpl: "cast expression types" }, expr.type),
      });
    case "struct":
      return lowerStruct(cx, expr);
    case "block":
      return lowerLabelled(cx, expr);
    case "unsafe":
      return makeExpr(cx, expr, {
        kind: "block",
        block: cx.lower.block(cx, expr.block),
        unsafe: true,
        const: false,
      });
    case "constBlock":
      return makeExpr(cx, expr, {
        kind: "block",
        block: cx.lower.block(cx, expr.block),
        unsafe: false,
        const: true,
      });
    case "async":
    case "try":
    case "gen":
      return unsupported(cx, expr, `${expr.kind} block`, []);
    case "let":
      return lowerStrayLet(cx, expr);
    case "if":
      return lowerIf(cx, expr);
    case "while":
      return lowerWhile(cx, expr);
    case "loop":
      return lowerLoop(cx, expr);
    case "for":
      return lowerFor(cx, expr);
    case "match":
      return lowerMatch(cx, expr);
    case "closure":
      return lowerClosure(cx, expr);
    case "break":
      return lowerBreak(cx, expr);
    case "continue":
      return lowerContinue(cx, expr);
    case "return":
      return makeExpr(cx, expr, {
        kind: "return",
        ...(expr.value === undefined ? {} : { value: lowerExpr(cx, expr.value) }),
      });
    case "yield":
      return unsupported(
        cx,
        expr,
        "yield",
        expr.value === undefined ? [] : [lowerExpr(cx, expr.value)],
      );
    case "become":
      return unsupported(cx, expr, "become", [lowerExpr(cx, expr.value)]);
    case "question":
      return lowerQuestion(cx, expr);
    case "await":
      return lowerAwait(cx, expr);
    case "macro":
      return lowerMacro(cx, expr);
    case "underscore":
      return lowerUnderscore(cx, expr);
    case "error":
      return makeExpr(cx, expr, { kind: "error" });
  }
}

export function lowerList(cx: BodyContext, exprs: readonly Expr[]): HirExpr[] {
  const test = cx.crate.options.test === true;
  const out: HirExpr[] = [];
  for (const expr of exprs) if (isEnabled(expr.attrs, { test })) out.push(lowerExpr(cx, expr));
  return out;
}

/** The parentheses belong to the span, but are no node. */
function lowerParen(cx: BodyContext, expr: Expr & { kind: "paren" | "group" }): HirExpr {
  const inner = lowerExpr(cx, expr.expr);
  const span = cx.span(expr);
  const wider =
    expr.kind === "paren" && span.start <= inner.span.start && span.end >= inner.span.end;
  return wider ? { ...inner, span } : inner;
}

function unsupported(
  cx: BodyContext,
  expr: Expr,
  what: string,
  parts: readonly HirExpr[],
): HirExpr {
  reportUnsupported(cx.crate, cx.span(expr), what, `\`${what}\` is not part of Lockstep's model`);
  return makeExpr(cx, expr, { kind: "unsupported", what, parts });
}

/** What is async is not lowered, so a future that is awaited in a lowered body is awaited outside of it. */
function lowerAwait(cx: BodyContext, expr: Expr & { kind: "await" }): HirExpr {
  const parts = [lowerExpr(cx, expr.expr)];
  const message = "`await` is only allowed inside `async` functions and blocks";
  const span = cx.span({ start: expr.end - "await".length, end: expr.end });
  reportError(cx.crate, { code: "E0728", message, span, owner: cx.owner });
  return makeExpr(cx, expr, { kind: "unsupported", what: "await", parts });
}

function lowerStrayLet(cx: BodyContext, expr: Expr & { kind: "let" }): HirExpr {
  const message = "expected expression, found `let` statement";
  reportError(cx.crate, { code: undefined, message, span: cx.span(expr), owner: cx.owner });
  return makeExpr(cx, expr, { kind: "error" });
}

function lowerUnderscore(cx: BodyContext, expr: Expr): HirExpr {
  const message = "in expressions, `_` can only be used on the left-hand side of an assignment";
  reportError(cx.crate, { code: undefined, message, span: cx.span(expr), owner: cx.owner });
  return makeExpr(cx, expr, { kind: "error" });
}

// ---- calls

function lowerCall(cx: BodyContext, expr: Expr & { kind: "call" }): HirExpr {
  const callee =
    expr.callee.kind === "path"
      ? lowerPathExpr({ ...cx, around: cx.span(expr) }, expr.callee, "callee")
      : lowerExpr(cx, expr.callee);
  return makeExpr(cx, expr, { kind: "call", callee, args: lowerList(cx, expr.args) });
}

function lowerMethodCall(cx: BodyContext, expr: Expr & { kind: "methodCall" }): HirExpr {
  const receiver = lowerExpr(cx, expr.receiver);
  const segment = lowerSegment(cx, expr.segment, undefined);
  return makeExpr(cx, expr, {
    kind: "methodCall",
    receiver,
    segment,
    args: lowerList(cx, expr.args),
    scope: scopeIdOf(cx),
  });
}

// ---- operators

function lowerBinary(cx: BodyContext, expr: Expr & { kind: "binary" }): HirExpr {
  const left = lowerExpr(cx, expr.left);
  const right = lowerExpr(cx, expr.right);
  const opSpan = cx.span({ start: expr.opStart, end: expr.opStart + expr.op.length });
  return makeExpr(cx, expr, { kind: "binary", op: expr.op, opSpan, left, right });
}

function lowerAssignOp(cx: BodyContext, expr: Expr & { kind: "assignOp" }): HirExpr {
  const left = lowerExpr(cx, expr.left);
  const right = lowerExpr(cx, expr.right);
  const opSpan = cx.span({ start: expr.opStart, end: expr.opStart + expr.op.length + 1 });
  return makeExpr(cx, expr, { kind: "assignOp", op: expr.op, opSpan, left, right });
}

/** `a..b` is `Range { start: a, end: b }`; `a..=b` is `RangeInclusive::new(a, b)`. */
function lowerRange(cx: BodyContext, expr: Expr & { kind: "range" }): HirExpr {
  const from = expr.from === undefined ? undefined : lowerExpr(cx, expr.from);
  const to = expr.to === undefined ? undefined : lowerExpr(cx, expr.to);
  if (from === undefined && to === undefined) return langExpr(cx, expr, "RangeFull", true);
  const inclusive = expr.limits !== "..";
  if (from !== undefined && to !== undefined && inclusive)
    return langCall(cx, expr, "range_inclusive_new", [from, to]);
  const name =
    from === undefined
      ? inclusive
        ? "RangeToInclusive"
        : "RangeTo"
      : to === undefined
        ? "RangeFrom"
        : "Range";
  const fields: HirFieldExpr[] = [];
  if (from !== undefined) fields.push({ name: "start", span: from.span, value: from });
  if (to !== undefined) fields.push({ name: "end", span: to.span, value: to });
  return makeExpr(cx, expr, { kind: "struct", path: langPath(cx, expr, name, false), fields });
}

// ---- struct expressions and closures

function lowerStruct(cx: BodyContext, expr: Expr & { kind: "struct" }): HirExpr {
  const isLocal = (ident: Ident): boolean => lookupLocal(cx, ident)?.kind === "local";
  const path = lowerPath({ ...cx, isLocal }, expr.qself, expr.path, "struct");
  const test = cx.crate.options.test === true;
  const fields = expr.fields
    .filter((field) => isEnabled(field.attrs, { test }))
    .map((field: FieldExpr) => ({
      name: field.name.name,
      span: cx.span(field.name),
      value: lowerExpr(cx, field.value),
    }));
  if (expr.rest)
    reportUnsupported(
      cx.crate,
      cx.span(expr),
      "default field values",
      "default field values are not part of Lockstep's model",
    );
  const base = expr.base === undefined ? {} : { base: lowerExpr(cx, expr.base) };
  return makeExpr(cx, expr, { kind: "struct", path, fields, ...base });
}

function lowerClosure(cx: BodyContext, expr: Expr & { kind: "closure" }): HirExpr {
  const index = cx.state.closures;
  cx.state.closures += 1;
  if (expr.async) return unsupported(cx, expr, "async closure", []);
  const names = expr.forLifetimes.flatMap((param: GenericParam) =>
    param.kind === "lifetime" ? [param.lifetime.name] : [],
  );
  const bound = names.length === 0 ? cx : withBinder(cx, names);
  const outside: BodyContext = {
    ...bound,
    closure: index,
    loop: { kind: "closure" },
    labels: undefined,
    outerLabels: cx.labels ?? cx.outerLabels,
  };
  const binder: PatBinder = {
    names: new Map(),
    stack: [],
    parameters: new Set(),
    noun: "function parameter",
  };
  const params = expr.params.map((param): HirParam => {
    binder.stack.length = 0;
    binder.stack.push({ kind: "product", names: new Set() });
    const ty =
      param.type === undefined
        ? undefined
        : lowerType({ ...outside, refusesImpl: "closure parameters" }, param.type);
    const pat = cx.lower.pat(outside, param.pat, binder);
    return { pat, ...(ty === undefined ? {} : { ty }), span: pat.span };
  });
  const output =
    expr.output === undefined
      ? {}
      : { output: lowerType({ ...outside, refusesImpl: "closure return types" }, expr.output) };
  const body = lowerExpr(withNames(outside, binder.names), expr.body);
  const headSpan = cx.span({ start: expr.start, end: expr.headEnd });
  return makeExpr(cx, expr, {
    kind: "closure",
    index,
    move: expr.move,
    params,
    ...output,
    body,
    headSpan,
  });
}

// ---- macros

function lowerMacro(cx: BodyContext, expr: Expr & { kind: "macro" }): HirExpr {
  const { call } = expr;
  const macro = macroOf(cx, call);
  if (macro === undefined) {
    return makeExpr(cx, expr, { kind: "unsupported", what: "macro", parts: [] });
  }
  if (macro.builtin === "format_args" || macro.builtin === "format_args_nl") {
    return lowerFormat(cx, call, macro.builtin === "format_args_nl");
  }
  const errors = cx.crate.errors.length;
  const result = collectMacroPlace(cx, call, "expr");
  if (result?.kind !== "expr" || result.expr === undefined) {
    const what = `${macro.name}!`;
    return makeExpr(
      cx,
      expr,
      cx.crate.errors.length > errors
        ? { kind: "error" }
        : { kind: "unsupported", what, parts: [] },
    );
  }
  if (result.expr.kind === "error") return unitExpr(cx, expr);
  return lowerExpr(withFrame(cx, result.frame), result.expr);
}
