// Items inside bodies: a walk over statements and expressions that finds blocks with items and expands the macro calls
// that may bring some (those of the user; std's formatting macros wait until the body is lowered).

import type { Block, Expr, MacroCall, Stmt } from "../../syntax/ast.ts";
import { isLater } from "../../syntax/grammar/laterBlock.ts";
import { isEnabled } from "../attrs.ts";
import { expandHere } from "../names/expandHere.ts";
import type { MacroDef, Place, Scope } from "../crate.ts";
import { createModule } from "../crate.ts";
import type { ScopeId } from "../defs.ts";
import { findMacro } from "../names/macroCalls.ts";

export function collectBlock(place: Place, block: Block): void {
  if (isLater(block)) return;
  const before = place.text.current;
  const within = holdsItems(place, block.statements) ? openBlock(place, block) : place;
  for (const statement of block.statements) collectStatement(within, statement);
  if (block.tail !== undefined) collectExpr(within, block.tail);
  place.text.current = before;
}

/** A block with items is a module of its own, as in rustc. */
function openBlock(place: Place, block: Block): Place {
  const { crate } = place;
  const known = crate.blocks.get(block);
  if (known !== undefined) return { ...place, module: known.module, scope: known };
  const module = createModule(place.owner, "block", place.module);
  const scope: Scope & { kind: "block" } = {
    kind: "block",
    module,
    parent: place.scope,
    scopeId: crate.scopes.length as ScopeId,
  };
  crate.scopes.push(scope);
  crate.blocks.set(block, scope);
  return { ...place, module, scope };
}

function holdsItems(place: Place, statements: readonly Stmt[]): boolean {
  for (const statement of statements) {
    if (statement.kind === "item") {
      if (statement.item.kind !== "macroRules") return true;
    } else if (statement.kind === "macro") {
      const macro = calledMacro(place, statement.call);
      if (macro === undefined || macro.eager) return true;
    }
  }
  return false;
}

function calledMacro(place: Place, call: MacroCall): MacroDef | undefined {
  const found = findMacro(place.crate, call.path, place.module, place.text.current, false);
  return found.kind === "found" ? found.macro : undefined;
}

export function collectStatement(place: Place, statement: Stmt): void {
  switch (statement.kind) {
    case "let":
      if (!isEnabled(statement.attrs, { test: place.crate.options.test === true })) return;
      if (statement.init !== undefined) collectExpr(place, statement.init);
      if (statement.else !== undefined) collectBlock(place, statement.else);
      break;
    case "item":
      place.crate.collector.items(place, [statement.item]);
      break;
    case "expr":
      collectExpr(place, statement.expr);
      break;
    case "macro":
      if (isEnabled(statement.attrs, { test: place.crate.options.test === true }))
        collectCall(place, statement.call, "statements");
      break;
    case "empty":
      break;
  }
}

/** Expands a user's macro in a body at once and looks into what it became. */
function collectCall(place: Place, call: MacroCall, where: "statements" | "expr"): void {
  const macro = calledMacro(place, call);
  if (macro === undefined || !macro.eager) return;
  const result = expandHere(place, macro, call, where);
  if (result === undefined) return;
  const within: Place = { ...place, frame: result.frame };
  if (result.kind === "expr" && result.expr !== undefined) collectExpr(within, result.expr);
  if (result.kind !== "statements") return;
  for (const statement of result.statements) collectStatement(within, statement);
  if (result.tail !== undefined) collectExpr(within, result.tail);
}

export function collectExpr(place: Place, expr: Expr): void {
  if (!isEnabled(expr.attrs, { test: place.crate.options.test === true })) return;
  switch (expr.kind) {
    case "lit":
    case "path":
    case "continue":
    case "underscore":
    case "error":
      return;
    case "paren":
    case "group":
    case "field":
    case "unary":
    case "addrOf":
    case "cast":
    case "let":
    case "question":
    case "await":
      return collectExpr(place, expr.expr);
    case "array":
    case "tuple":
      return collectAll(place, expr.exprs);
    case "repeat":
      return collectAll(place, [expr.value, expr.count]);
    case "call":
      return collectAll(place, [expr.callee, ...expr.args]);
    case "methodCall":
      return collectAll(place, [expr.receiver, ...expr.args]);
    case "index":
      return collectAll(place, [expr.expr, expr.index]);
    case "binary":
    case "assign":
    case "assignOp":
      return collectAll(place, [expr.left, expr.right]);
    case "range":
      return collectAll(place, [expr.from, expr.to]);
    case "struct":
      return collectAll(place, [...expr.fields.map((field) => field.value), expr.base]);
    case "block":
    case "unsafe":
    case "constBlock":
    case "async":
    case "try":
    case "gen":
      return collectBlock(place, expr.block);
    case "loop":
      return collectBlock(place, expr.body);
    case "if":
      collectExpr(place, expr.condition);
      collectBlock(place, expr.then);
      return collectAll(place, [expr.else]);
    case "while":
      collectExpr(place, expr.condition);
      return collectBlock(place, expr.body);
    case "for":
      collectExpr(place, expr.iter);
      return collectBlock(place, expr.body);
    case "match":
      collectExpr(place, expr.expr);
      for (const arm of expr.arms) collectAll(place, [arm.guard, arm.body]);
      return;
    case "closure":
      return collectExpr(place, expr.body);
    case "break":
    case "return":
    case "yield":
      return collectAll(place, [expr.value]);
    case "become":
      return collectExpr(place, expr.value);
    case "macro":
      return collectCall(place, expr.call, "expr");
  }
}

function collectAll(place: Place, exprs: readonly (Expr | undefined)[]): void {
  for (const expr of exprs) if (expr !== undefined) collectExpr(place, expr);
}
