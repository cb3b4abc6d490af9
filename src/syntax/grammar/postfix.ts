// What stands behind an operand: `?`, fields, methods, calls, indices.

import type { Expr } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { endsWithoutSemicolon } from "./classify.ts";
import { MAX_CHAIN, Res } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, parseSegment } from "./paths.ts";
import { parseExprList } from "./primary.ts";

/** A block-like expression that is a whole statement. */
export function isComplete(p: Parser, expr: Expr): boolean {
  return (p.restrictions & Res.Stmt) !== 0 && endsWithoutSemicolon(expr);
}

export function parsePostfix(p: Parser, operand: Expr): Expr {
  let expr = operand;
  for (let length = 0; ; length += 1) {
    if (length > MAX_CHAIN) {
      p.tooDeep();
      return expr;
    }
    if (p.eat(T.Question)) {
      expr = { kind: "question", start: expr.start, end: p.prevEnd, expr };
      continue;
    }
    if (p.eat(T.Dot)) {
      expr = parseDotSuffix(p, expr);
      continue;
    }
    if (p.code === T.RArrow) {
      p.complain("`->` is not valid syntax for field accesses and method calls");
      p.bump();
      expr = parseDotSuffix(p, expr);
      continue;
    }
    if (isComplete(p, expr)) return expr;
    if (p.code === T.OpenParen) {
      const args = parseExprList(p, T.CloseParen);
      expr = { kind: "call", start: expr.start, end: p.prevEnd, callee: expr, args };
    } else if (p.code === T.OpenBracket) expr = parseIndex(p, expr);
    else return expr;
  }
}

function parseIndex(p: Parser, expr: Expr): Expr {
  const close = p.closing();
  p.bump();
  const index = p.grammar.expr(p);
  closeGroup(p, T.CloseBracket, close);
  return { kind: "index", start: expr.start, end: p.prevEnd, expr, index };
}

/** Behind the `.`. */
function parseDotSuffix(p: Parser, expr: Expr): Expr {
  if (p.code === T.Await && p.isReserved()) {
    const { start } = p;
    p.bump();
    const awaited: Expr = { kind: "await", start: expr.start, end: p.prevEnd, expr };
    if (p.at(T.OpenParen) && p.peek(1) === T.CloseParen) {
      p.complain("incorrect use of `await`", start, p.prevEnd);
      p.skipTree();
    }
    return awaited;
  }
  if (p.code === T.Int) {
    const name = p.takeIdent();
    return { kind: "field", start: expr.start, end: p.prevEnd, expr, name };
  }
  if (p.code === T.Float) return parseFloatFields(p, expr);
  if (p.code === T.Use) {
    p.bump();
    p.complain("`.use` calls are experimental", p.prevEnd - 3, p.prevEnd);
    return expr;
  }
  if (!p.isIdent() && !p.isPathKeyword()) {
    p.error(
      p.isReserved() ? `expected identifier, found ${p.found()}` : `unexpected token: ${p.found()}`,
    );
    return { kind: "field", start: expr.start, end: p.prevEnd, expr, name: p.missingIdent() };
  }
  return parseNamedSuffix(p, expr);
}

function parseNamedSuffix(p: Parser, expr: Expr): Expr {
  const segment = parseSegment(p, "expr");
  if (p.code === T.OpenParen) {
    const args = parseExprList(p, T.CloseParen);
    return { kind: "methodCall", start: expr.start, end: p.prevEnd, receiver: expr, segment, args };
  }
  p.want(T.OpenParen);
  if (segment.args !== undefined) {
    p.complain(
      "field expressions cannot have generic arguments",
      segment.args.start,
      segment.args.end,
    );
  }
  return { kind: "field", start: expr.start, end: p.prevEnd, expr, name: segment.ident };
}

/** `x.0.1` is lexed as a number with a fraction. */
function parseFloatFields(p: Parser, expr: Expr): Expr {
  const { start, row, table } = p;
  const text = table.text(row);
  const match = /^([0-9]+)\.([0-9]*)$/.exec(text);
  p.bump();
  if (match === null) {
    p.error(`unexpected token: \`${text}\``, start, p.prevEnd);
    return expr;
  }
  const context = table.context(row);
  const dot = start + (match[1]?.length ?? 0);
  const first = { start, end: dot, name: match[1] ?? "", context };
  const outer: Expr = { kind: "field", start: expr.start, end: dot, expr, name: first };
  if (match[2] === "") return parseDotSuffix(p, outer);
  const second = { start: dot + 1, end: p.prevEnd, name: match[2] ?? "", context };
  return { kind: "field", start: expr.start, end: p.prevEnd, expr: outer, name: second };
}
