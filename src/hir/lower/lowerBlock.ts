// Blocks and statements.

import type { Block, Expr, Stmt } from "../../syntax/ast.ts";
import { isEnabled } from "../attrs.ts";
import type { BodyContext } from "./bodyContext.ts";
import { makeExpr, withFrame, withNames } from "./bodyContext.ts";
import type { MacroDef } from "../crate.ts";
import type { DefId } from "../defs.ts";
import type { Span } from "../../base/span.ts";
import type { HirBlock, HirExpr, HirStmt } from "../hir.ts";
import { collectMacroPlace, macroOf } from "./lateMacros.ts";
import { newBinder } from "./lowerPat.ts";
import { lowerType } from "./lowerTypes.ts";

export function lowerBlock(cx: BodyContext, block: Block): HirBlock {
  const out: HirStmt[] = [];
  let at = enterBlock(cx, block);
  const { statements, tail: value } = configured(cx, block);
  let tail: HirExpr | undefined;
  for (const statement of statements) {
    const isLast = statement === statements.at(-1) && value === undefined;
    const lowered = lowerStatement(at, statement, out, isLast);
    at = lowered.cx;
    tail = lowered.tail;
  }
  if (value !== undefined) tail = cx.lower.expr(at, value);
  return { statements: out, ...(tail === undefined ? {} : { tail }), span: cx.span(block) };
}

/** A block without what `#[cfg]` switches off: then an expression before it may be the value. */
function configured(
  cx: BodyContext,
  block: Block,
): { readonly statements: readonly Stmt[]; readonly tail: Expr | undefined } {
  const test = cx.crate.options.test === true;
  if (block.tail === undefined || isEnabled(block.tail.attrs, { test })) {
    const last = block.statements.at(-1);
    if (block.tail !== undefined || last?.kind !== "expr" || isEnabled(last.expr.attrs, { test }))
      return { statements: block.statements, tail: block.tail };
  }
  const statements = block.statements.filter(
    (one) => one.kind !== "expr" || isEnabled(one.expr.attrs, { test }),
  );
  const last = statements.at(-1);
  return last?.kind === "expr" && !last.semicolon
    ? { statements: statements.slice(0, -1), tail: last.expr }
    : { statements, tail: undefined };
}

/** Statements alone, for their effect on what is in scope. */
export function lowerStatements(cx: BodyContext, statements: readonly Stmt[]): BodyContext {
  const out: HirStmt[] = [];
  let at = cx;
  for (const statement of statements) at = lowerStatement(at, statement, out, false).cx;
  return at;
}

function enterBlock(cx: BodyContext, block: Block): BodyContext {
  const scope = cx.crate.blocks.get(block);
  if (scope === undefined) return cx;
  return { ...cx, scope, ribs: { kind: "block", module: scope.module, parent: cx.ribs } };
}

interface Lowered {
  readonly cx: BodyContext;
  /** The value of the block, where the last statement is a macro that gives one. */
  readonly tail: HirExpr | undefined;
}

function lowerStatement(
  cx: BodyContext,
  statement: Stmt,
  out: HirStmt[],
  isLast: boolean,
): Lowered {
  const test = cx.crate.options.test === true;
  switch (statement.kind) {
    case "let":
      return {
        cx: isEnabled(statement.attrs, { test }) ? lowerLet(cx, statement, out) : cx,
        tail: undefined,
      };
    case "item":
      return { cx: lowerItem(cx, statement, out), tail: undefined };
    case "expr": {
      if (!isEnabled(statement.expr.attrs, { test })) return { cx, tail: undefined };
      const expr = cx.lower.expr(cx, statement.expr);
      out.push({ kind: "expr", expr, semicolon: statement.semicolon, span: cx.span(statement) });
      return { cx, tail: undefined };
    }
    case "macro":
      return isEnabled(statement.attrs, { test })
        ? lowerMacro(cx, statement, out, isLast)
        : { cx, tail: undefined };
    case "empty":
      return { cx, tail: undefined };
  }
}

function lowerLet(cx: BodyContext, statement: Stmt & { kind: "let" }, out: HirStmt[]): BodyContext {
  const ty =
    statement.type === undefined
      ? undefined
      : lowerType({ ...cx, refusesImpl: "the type of variable bindings" }, statement.type);
  const init = statement.init === undefined ? undefined : cx.lower.expr(cx, statement.init);
  const otherwise = statement.else === undefined ? undefined : cx.lower.block(cx, statement.else);
  const binder = newBinder("let");
  const pat = cx.lower.pat(cx, statement.pat, binder);
  out.push({
    kind: "let",
    pat,
    ...(ty === undefined ? {} : { ty }),
    ...(init === undefined ? {} : { init }),
    ...(otherwise === undefined ? {} : { else: otherwise }),
    span: cx.span(statement),
    synthetic: cx.frame !== undefined && cx.span(statement).start === cx.frame.outer.start,
  });
  return withNames(cx, binder.names);
}

function lowerItem(
  cx: BodyContext,
  statement: Stmt & { kind: "item" },
  out: HirStmt[],
): BodyContext {
  const { crate } = cx;
  const { item } = statement;
  const macro: MacroDef | undefined = crate.itemMacros.get(item);
  if (macro !== undefined) {
    const text =
      item.kind === "macroRules" ? { name: macro.name, macro, parent: cx.text } : cx.text;
    return { ...cx, text, ribs: { kind: "macro", macro, parent: cx.ribs } };
  }
  const def = crate.itemDefs.get(item);
  if (def === undefined) return cx;
  noteOuterLocals(cx, def);
  out.push({ kind: "item", def, span: cx.span(statement) });
  return cx;
}

/** Remembers the locals around a nested item, for "can't capture dynamic environment". */
function noteOuterLocals(cx: BodyContext, def: DefId): void {
  const names = new Map<string, Span>();
  for (let rib = cx.ribs; rib !== undefined; rib = rib.parent) {
    if (rib.kind !== "bindings") continue;
    for (const [key, local] of rib.names) {
      const span = cx.state.locals[local]?.span;
      if (span !== undefined && !names.has(key)) names.set(key, span);
    }
  }
  if (names.size > 0) cx.crate.outerLocals.set(def, names);
}

/** A macro in statement position: its statements stand where it stood. */
function lowerMacro(
  cx: BodyContext,
  statement: Stmt & { kind: "macro" },
  out: HirStmt[],
  isLast: boolean,
): Lowered {
  const { call } = statement;
  const macro = macroOf(cx, call);
  if (macro === undefined || macro.builtin !== undefined) {
    const expr = cx.lower.expr(cx, { kind: "macro", call, start: call.start, end: call.end });
    if (isLast && !statement.semicolon) return { cx, tail: expr };
    out.push({ kind: "expr", expr, semicolon: true, span: cx.span(statement) });
    return { cx, tail: undefined };
  }
  const result = collectMacroPlace(cx, call, "statements");
  if (result?.kind !== "statements") {
    const expr = makeExpr(cx, call, { kind: "error" });
    out.push({ kind: "expr", expr, semicolon: true, span: cx.span(statement) });
    return { cx, tail: undefined };
  }
  let inner = withFrame(cx, result.frame);
  let tail: HirExpr | undefined;
  const last = result.statements[result.statements.length - 1];
  for (const one of result.statements) {
    const lowered = lowerStatement(
      inner,
      one,
      out,
      isLast && one === last && result.tail === undefined && !statement.semicolon,
    );
    inner = lowered.cx;
    tail = lowered.tail;
  }
  const after: BodyContext = { ...cx, ribs: inner.ribs, text: inner.text, scope: cx.scope };
  if (result.tail === undefined) return { cx: after, tail };
  const value = cx.lower.expr(inner, result.tail);
  if (isLast && !statement.semicolon) return { cx: after, tail: value };
  out.push({
    kind: "expr",
    expr: value,
    semicolon: statement.semicolon || call.delimiter !== "{",
    span: cx.span(statement),
  });
  return { cx: after, tail: undefined };
}
