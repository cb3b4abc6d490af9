// Control flow and its sugar, desugared as `rustc_ast_lowering::expr` does: conditions with `let`, loops, labels, `?`.

import type { Expr, Lifetime } from "../../syntax/ast.ts";
import { isEnabled } from "../attrs.ts";
import type { BodyContext } from "./bodyContext.ts";
import {
  bindingPat,
  findLabel,
  localExpr,
  makeExpr,
  makePat,
  newLabel,
  newLocal,
  withLabel,
  withNames,
} from "./bodyContext.ts";
import { reportError, reportLate } from "../crate.ts";
import type { HirArm, HirBlock, HirExpr, HirPat, LabelId } from "../hir.ts";
import { langCall, langPath } from "./langItems.ts";
import { newBinder } from "./lowerPat.ts";

type Located = { readonly start: number; readonly end: number };

// ---- conditions

interface Condition {
  readonly expr: HirExpr;
  /** With the names that `let`s in the condition bind. */
  readonly cx: BodyContext;
}

/** `a && let P = e && b`: what a `let` binds is in scope in what follows and in the guarded block. */
export function lowerCondition(cx: BodyContext, expr: Expr): Condition {
  if (expr.kind === "group" || (expr.kind === "paren" && hasLet(expr.expr)))
    return lowerCondition(cx, expr.expr);
  if (!hasLet(expr)) {
    const inner = cx.lower.expr(cx, expr);
    return { expr: makeExpr(cx, expr, { kind: "dropTemps", expr: inner }), cx };
  }
  if (expr.kind === "let") {
    const init = cx.lower.expr(cx, expr.expr);
    const binder = newBinder("let");
    const pat = cx.lower.pat(cx, expr.pat, binder);
    return {
      expr: makeExpr(cx, expr, { kind: "let", pat, init }),
      cx: withNames(cx, binder.names),
    };
  }
  if (expr.kind !== "binary") return { expr: cx.lower.expr(cx, expr), cx };
  const left = lowerCondition(cx, expr.left);
  const right = lowerCondition(left.cx, expr.right);
  const opSpan = cx.span({ start: expr.opStart, end: expr.opStart + 2 });
  const both = makeExpr(cx, expr, {
    kind: "binary",
    op: expr.op,
    opSpan,
    left: left.expr,
    right: right.expr,
  });
  return { expr: both, cx: right.cx };
}

function hasLet(expr: Expr): boolean {
  if (expr.kind === "let") return true;
  if (expr.kind === "group") return hasLet(expr.expr);
  return expr.kind === "binary" && expr.op === "&&" && (hasLet(expr.left) || hasLet(expr.right));
}

function blockExpr(cx: BodyContext, at: Located, block: HirBlock): HirExpr {
  return makeExpr(cx, at, { kind: "block", block, unsafe: false, const: false });
}

function ifExpr(
  cx: BodyContext,
  at: Located,
  condition: HirExpr,
  then: HirExpr,
  otherwise: HirExpr | undefined,
): HirExpr {
  const branch = otherwise === undefined ? {} : { else: otherwise };
  // oxlint-disable-next-line no-thenable -- the node has the name that rustc gives its branch
  return makeExpr(cx, at, { kind: "if", condition, then, ...branch });
}

export function lowerIf(cx: BodyContext, expr: Expr & { kind: "if" }): HirExpr {
  const condition = lowerCondition(cx, expr.condition);
  const then = blockExpr(cx, expr.then, cx.lower.block(condition.cx, expr.then));
  const otherwise = expr.else === undefined ? undefined : cx.lower.expr(cx, expr.else);
  return ifExpr(cx, expr, condition.expr, then, otherwise);
}

export function lowerMatch(cx: BodyContext, expr: Expr & { kind: "match" }): HirExpr {
  const scrutinee = cx.lower.expr(cx, expr.expr);
  const test = cx.crate.options.test === true;
  const arms: HirArm[] = [];
  for (const arm of expr.arms) {
    if (!isEnabled(arm.attrs, { test })) continue;
    const binder = newBinder("match");
    const pat = cx.lower.pat(cx, arm.pat, binder);
    const inner = withNames(cx, binder.names);
    const guard = arm.guard === undefined ? undefined : lowerGuard(inner, arm.guard);
    const body = cx.lower.expr(guard?.cx ?? inner, arm.body);
    arms.push({
      pat,
      ...(guard === undefined ? {} : { guard: guard.expr }),
      body,
      span: cx.span(arm),
    });
  }
  return makeExpr(cx, expr, { kind: "match", scrutinee, arms, source: "match" });
}

function lowerGuard(cx: BodyContext, guard: Expr): Condition {
  return hasLet(guard) ? lowerCondition(cx, guard) : { expr: cx.lower.expr(cx, guard), cx };
}

// ---- loops

function loopContext(
  cx: BodyContext,
  name: Lifetime | undefined,
  label: LabelId,
  source: "loop" | "while" | "for",
): BodyContext {
  return { ...withLabel(cx, name, label, true), loop: { kind: "loop", label, source } };
}

export function lowerLoop(cx: BodyContext, expr: Expr & { kind: "loop" }): HirExpr {
  const label = newLabel(cx);
  const body = cx.lower.block(loopContext(cx, expr.label, label, "loop"), expr.body);
  const end = expr.label === undefined ? expr.start + "loop".length : expr.body.start;
  const headSpan = cx.span({ start: expr.start, end });
  return makeExpr(cx, expr, { kind: "loop", body, label, source: "loop", headSpan });
}

/** `while c { b }` is `loop { if c { b } else { break } }`. */
export function lowerWhile(cx: BodyContext, expr: Expr & { kind: "while" }): HirExpr {
  const label = newLabel(cx);
  const inner = loopContext(cx, expr.label, label, "while");
  const condition = lowerCondition({ ...inner, loop: inner.loop }, expr.condition);
  const then = blockExpr(cx, expr.body, cx.lower.block(condition.cx, expr.body));
  const stop = makeExpr(cx, expr, { kind: "break", label });
  const otherwise = blockExpr(cx, expr, {
    statements: [{ kind: "expr", expr: stop, semicolon: true, span: stop.span }],
    span: stop.span,
  });
  const choice = ifExpr(cx, expr, condition.expr, then, otherwise);
  const span = cx.span(expr);
  const headSpan = cx.span({ start: expr.start, end: expr.condition.end });
  return makeExpr(cx, expr, {
    kind: "loop",
    body: { statements: [], tail: choice, span },
    label,
    source: "while",
    headSpan,
  });
}

/**
 * `for p in e { b }` is `match IntoIterator::into_iter(e) { mut iter => loop { match Iterator::next(&mut iter) {
 * None => break, Some(p) => b } } }`.
 */
export function lowerFor(cx: BodyContext, expr: Expr & { kind: "for" }): HirExpr {
  const head = cx.lower.expr(cx, expr.iter);
  const at: Located = { start: expr.iter.start, end: expr.iter.end };
  const label = newLabel(cx);
  const iter = newLocal(cx, {
    name: "iter",
    span: head.span,
    mutable: true,
    byRef: false,
    synthetic: true,
  });
  const arms = forArms(cx, expr, label, at);
  const borrowed = makeExpr(cx, at, {
    kind: "addrOf",
    raw: false,
    mutable: true,
    expr: localExpr(cx, at, iter),
  });
  const next = langCall(cx, at, "next", [borrowed]);
  const step = makeExpr(cx, expr, { kind: "match", scrutinee: next, arms, source: "for" });
  const span = cx.span(expr);
  const body: HirBlock = {
    statements: [{ kind: "expr", expr: step, semicolon: false, span: step.span }],
    span,
  };
  const headSpan = cx.span({ start: expr.start, end: expr.iter.end });
  const loop = makeExpr(cx, expr, { kind: "loop", body, label, source: "for", headSpan });
  const into = langCall(cx, at, "into_iter", [head]);
  const arm: HirArm = { pat: bindingPat(cx, at, iter, true), body: loop, span };
  return makeExpr(cx, expr, { kind: "match", scrutinee: into, arms: [arm], source: "for" });
}

function forArms(
  cx: BodyContext,
  expr: Expr & { kind: "for" },
  label: LabelId,
  at: Located,
): HirArm[] {
  const binder = newBinder("let");
  const pat = cx.lower.pat(cx, expr.pat, binder);
  const none: HirPat = makePat(cx, at, { kind: "path", path: langPath(cx, at, "None", true) });
  const some = makePat(cx, expr.pat, {
    kind: "tupleStruct",
    path: langPath(cx, at, "Some", true),
    pats: [pat],
    rest: undefined,
  });
  const stop = makeExpr(cx, at, { kind: "break", label });
  const inner = loopContext(withNames(cx, binder.names), expr.label, label, "for");
  const body = blockExpr(cx, expr.body, cx.lower.block(inner, expr.body));
  const span = cx.span(expr);
  return [
    { pat: none, body: stop, span },
    { pat: some, body, span },
  ];
}

// ---- labels, break, continue

export function lowerLabelled(cx: BodyContext, expr: Expr & { kind: "block" }): HirExpr {
  if (expr.label === undefined) return blockExpr(cx, expr, cx.lower.block(cx, expr.block));
  const label = newLabel(cx);
  const block = cx.lower.block(
    { ...withLabel(cx, expr.label, label, false), loop: { kind: "block" } },
    expr.block,
  );
  return makeExpr(cx, expr, { kind: "block", block, label, unsafe: false, const: false });
}

export function lowerBreak(cx: BodyContext, expr: Expr & { kind: "break" }): HirExpr {
  const label = targetOf(cx, expr, "break");
  const value = expr.value === undefined ? undefined : cx.lower.expr(cx, expr.value);
  if (
    value !== undefined &&
    expr.label === undefined &&
    cx.loop.kind === "loop" &&
    cx.loop.source !== "loop"
  ) {
    const message = `\`break\` with value from a \`${cx.loop.source}\` loop`;
    reportLate(cx.crate, { code: "E0571", message, span: cx.span(expr), owner: cx.owner });
  }
  return makeExpr(cx, expr, { kind: "break", label, ...(value === undefined ? {} : { value }) });
}

export function lowerContinue(cx: BodyContext, expr: Expr & { kind: "continue" }): HirExpr {
  return makeExpr(cx, expr, { kind: "continue", label: targetOf(cx, expr, "continue") });
}

function targetOf(
  cx: BodyContext,
  expr: Expr & { kind: "break" | "continue" },
  word: "break" | "continue",
): LabelId | undefined {
  if (expr.label !== undefined) return labelled(cx, expr.label, word, expr);
  if (cx.loop.kind === "loop") return cx.loop.label;
  if (cx.loop.kind === "block") {
    const message = `unlabeled \`${word}\` inside of a labeled block`;
    reportLate(cx.crate, { code: "E0695", message, span: cx.span(expr), owner: cx.owner });
    return undefined;
  }
  const inside = cx.loop.kind === "closure";
  reportLate(cx.crate, {
    code: inside ? "E0267" : "E0268",
    message: inside
      ? `\`${word}\` inside of a closure`
      : `\`${word}\` outside of a loop${word === "break" ? " or labeled block" : ""}`,
    span: cx.span(expr),
    owner: cx.owner,
  });
  return undefined;
}

function labelled(cx: BodyContext, name: Lifetime, word: string, at: Located): LabelId | undefined {
  const found = findLabel(cx, cx.labels, name);
  const span = cx.span(name);
  if (found !== undefined) {
    if (word === "continue" && !found.loop) {
      const message = "`continue` pointing to a labeled block";
      reportLate(cx.crate, { code: "E0696", message, span: cx.span(at), owner: cx.owner });
      return undefined;
    }
    return found.label;
  }
  const outside = findLabel(cx, cx.outerLabels, name) !== undefined;
  reportError(cx.crate, {
    code: outside ? "E0767" : "E0426",
    message: outside
      ? `use of unreachable label \`${name.name}\``
      : `use of undeclared label \`${name.name}\``,
    span,
    owner: cx.owner,
  });
  return undefined;
}

// ---- the question mark

/** `e?` is `match Try::branch(e) { Continue(val) => val, Break(residual) => return FromResidual::from_residual(residual) }`. */
export function lowerQuestion(cx: BodyContext, expr: Expr & { kind: "question" }): HirExpr {
  const operand = cx.lower.expr(cx, expr.expr);
  // rustc points at the `?` itself for the conversion, at the whole for the rest.
  const mark: Located = { start: Math.max(expr.end - 1, expr.start), end: expr.end };
  const scrutinee = langCall(cx, expr, "branch", [operand]);
  const value = newLocal(cx, {
    name: "val",
    span: cx.span(expr),
    mutable: false,
    byRef: false,
    synthetic: true,
  });
  const residual = newLocal(cx, {
    name: "residual",
    span: cx.span(mark),
    mutable: false,
    byRef: false,
    synthetic: true,
  });
  const arm = (name: string, pat: HirPat, body: HirExpr): HirArm => ({
    pat: makePat(cx, expr, {
      kind: "tupleStruct",
      path: langPath(cx, mark, name, true),
      pats: [pat],
      rest: undefined,
    }),
    body,
    span: cx.span(expr),
  });
  const go = arm("Continue", bindingPat(cx, expr, value, false), localExpr(cx, expr, value));
  const converted = langCall(cx, mark, "from_residual", [localExpr(cx, mark, residual)]);
  const leave = makeExpr(cx, mark, { kind: "return", value: converted });
  const stop = arm("Break", bindingPat(cx, mark, residual, false), leave);
  return makeExpr(cx, expr, { kind: "match", scrutinee, arms: [go, stop], source: "question" });
}
