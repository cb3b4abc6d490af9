// Blocks and statements, and getting back in step after an error in one.

import type { Attribute, Block, Expr, Stmt } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { innerAttributes, outerAttributes } from "./attributes.ts";
import { looksLikeFn } from "./begins.ts";
import { endsWithBrace, endsWithoutSemicolon } from "./classify.ts";
import { parseBody } from "./control.ts";
import { parseAssocRest, withAttrs } from "./exprs.ts";
import { parseMacroCall } from "./macros.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isQPathStart, parsePath } from "./paths.ts";
import { parsePat } from "./patterns.ts";
import { parsePostfix } from "./postfix.ts";
import { afterPath } from "./primary.ts";
import { expectSemi } from "./semicolons.ts";
import { opensGroup, parseType } from "./ty.ts";

export function parseBlock(p: Parser): Block {
  const spliced = p.eatInterpolated<Block>("block");
  if (spliced !== undefined) return spliced;
  const { start } = p;
  if (p.code !== T.OpenBrace || !p.enter()) return noBlock(p);
  const close = p.closing();
  p.bump();
  const outer = p.restrictions;
  p.restrictions = Res.None;
  const attrs = innerAttributes(p);
  const { statements, tail } = parseStatements(p);
  p.restrictions = outer;
  closeGroup(p, T.CloseBrace, close);
  p.leave();
  return { start, end: p.prevEnd, attrs, statements, tail: opt(tail) };
}

function noBlock(p: Parser): Block {
  if (p.code === T.OpenBrace) p.leave();
  p.want(T.OpenBrace);
  p.unexpected();
  return { start: p.prevEnd, end: p.prevEnd, attrs: [], statements: [] };
}

export interface Statements {
  readonly statements: readonly Stmt[];
  readonly tail?: Expr;
}

/** Statements up to the end of the group. */
export function parseStatements(p: Parser): Statements {
  const statements: Stmt[] = [];
  while (!p.atClose()) {
    const { row } = p;
    const statement = parseStatement(p);
    if (statement !== undefined) statements.push(statement);
    if (p.failed) resynchronise(p);
    if (p.row === row && !p.atClose()) p.bump();
  }
  return withTail(statements);
}

function withTail(statements: Stmt[]): Statements {
  const last = statements.at(-1);
  if (last?.kind !== "expr" || last.semicolon) return { statements };
  statements.pop();
  return { statements, tail: last.expr };
}

/** Skips to where the next statement begins: behind a `;`, or at a line that looks like one. */
function resynchronise(p: Parser): void {
  while (!p.atClose()) {
    if (p.code === T.Semi) {
      p.bump();
      break;
    }
    if (p.atLineStart && startsLine(p)) break;
    if ((p.code === T.Fn && p.isIdent(p.peek(1))) || looksLikeFn(p)) break;
    const block = p.code === T.OpenBrace;
    p.skipTree();
    if (block && p.atLineStart && p.code !== T.Dot && p.code !== T.Question) break;
  }
  p.recovered();
}

/** A first token of a line that begins a statement and hardly ever goes on with one. */
function startsLine(p: Parser): boolean {
  switch (p.code) {
    case T.Let:
    case T.If:
    case T.For:
    case T.While:
    case T.Loop:
    case T.Match:
    case T.Return:
    case T.Break:
    case T.Continue:
    case T.Fn:
    case T.Use:
    case T.Struct:
    case T.Enum:
    case T.Impl:
    case T.Unsafe:
    case T.Pub:
    case T.Const:
    case T.Static:
    case T.Type:
    case T.Pound:
    case T.Lifetime:
    case T.SelfValue:
    case T.Star:
      return true;
    default:
      return p.isIdent();
  }
}

/** One statement, with its semicolon; undefined where nothing could be read. */
function parseStatement(p: Parser): Stmt | undefined {
  if (p.code === T.Semi) {
    const { start } = p;
    p.bump();
    return { kind: "empty", start, end: p.prevEnd };
  }
  const { start } = p;
  const spliced = p.eatInterpolated<Stmt>("stmt");
  if (spliced !== undefined) return endSpliced(p, spliced);
  const attrs = outerAttributes(p);
  if (p.atClose() || (attrs.length > 0 && p.at(T.Semi))) {
    if (attrs.length > 0) dangling(p, attrs);
    return undefined;
  }
  const statement = parseStatementKind(p, attrs, start);
  return endStatement(p, statement);
}

function dangling(p: Parser, attrs: readonly Attribute[]): void {
  const last = attrs.at(-1);
  const doc = last?.doc !== undefined;
  p.error(
    doc
      ? "found a documentation comment that doesn't document anything"
      : "expected statement after outer attribute",
    last?.start,
    last?.end,
  );
}

/** A statement without its semicolon, as `$s:stmt` matches it. */
export function parseBareStatement(p: Parser): Stmt {
  const { start } = p;
  return parseStatementKind(p, outerAttributes(p), start);
}

function parseStatementKind(p: Parser, attrs: readonly Attribute[], start: number): Stmt {
  const local = parseLetWords(p);
  if (local >= 0) return parseLocal(p, attrs, local);
  if (isPrefix(p.code) && looksLikeFn(p, 1)) {
    // `& name() {`: something else in place of `fn`.
    p.complain(`expected expression, found ${p.found()}`);
    p.bump();
  }
  if (p.code !== T.Ident || looksLikeFn(p)) {
    const item = p.grammar.item(p, attrs);
    if (item !== undefined) return { kind: "item", start: item.start, end: item.end, item };
  }
  if ((p.isIdent() || p.isPathKeyword() || p.code === T.PathSep) && !isQPathStart(p))
    return pathStatement(p, attrs, start);
  const expr = withAttrs(p.grammar.exprRes(p, Res.Stmt), attrs);
  return { kind: "expr", start: expr.start, end: expr.end, expr, semicolon: false };
}

function isPrefix(code: T): boolean {
  return code >= T.Plus && code !== T.Lt && code !== T.Shl && code !== T.Pound && code !== T.Semi;
}

/** A statement that begins with a path: perhaps a macro call. */
function pathStatement(p: Parser, attrs: readonly Attribute[], from: number): Stmt {
  // These begin expressions of their own although they can be names.
  if (
    p.code === T.Builtin ||
    p.code === T.Async ||
    p.code === T.Try ||
    p.code === T.Gen ||
    p.peek(1) === T.Or
  )
    return exprStatement(p, attrs);
  const { start } = p;
  const path = parsePath(p, "expr");
  if (p.code === T.Bang && opensGroup(p.peek(1))) {
    const call = parseMacroCall(p, path);
    const ends =
      call.delimiter === "{"
        ? !p.at(T.Dot) && !p.at(T.Question)
        : // The end of an expansion: what stands there may become statements, or nothing.
          p.at(T.Semi) || p.at(T.Eof);
    if (ends) return { kind: "macro", start: from, end: p.prevEnd, attrs, call, semicolon: false };
    return restOfExpr(p, attrs, { kind: "macro", start, end: p.prevEnd, call });
  }
  const outer = p.restrictions;
  p.restrictions = Res.Stmt;
  const first = afterPath(p, start, undefined, path);
  p.restrictions = outer;
  return restOfExpr(p, attrs, first);
}

function exprStatement(p: Parser, attrs: readonly Attribute[]): Stmt {
  const expr = withAttrs(p.grammar.exprRes(p, Res.Stmt), attrs);
  return { kind: "expr", start: expr.start, end: expr.end, expr, semicolon: false };
}

function restOfExpr(p: Parser, attrs: readonly Attribute[], first: Expr): Stmt {
  const outer = p.restrictions;
  p.restrictions = Res.Stmt;
  const expr = withAttrs(parseAssocRest(p, 0, parsePostfix(p, first)), attrs);
  p.restrictions = outer;
  return { kind: "expr", start: expr.start, end: expr.end, expr, semicolon: false };
}

// ---- let

/** Steps over `let`, `super let` or a `mut` without it; gives its place, or -1. */
function parseLetWords(p: Parser): number {
  const { start } = p;
  if (p.code === T.Mut && p.isIdent(p.peek(1))) {
    p.complain("invalid variable declaration");
    return start;
  }
  if (p.code === T.Super && p.peek(1) === T.Let) p.bump();
  if (!p.at(T.Let)) return -1;
  p.bump();
  return start;
}

function parseLocal(p: Parser, attrs: readonly Attribute[], start: number): Stmt {
  const pat = parsePat(p);
  if (p.code === T.Dot && !p.failed)
    p.error("expected a pattern, found an expression", pat.start, pat.end);
  if (pat.kind === "or")
    p.complain("`let` bindings require top-level or-patterns in parentheses", pat.start, pat.end);
  const type = p.eat(T.Colon) ? parseType(p) : undefined;
  const init = parseInit(p);
  const otherwise = init !== undefined && p.check(T.Else) ? parseElse(p, init) : undefined;
  return {
    kind: "let",
    start,
    end: p.prevEnd,
    attrs,
    pat,
    type: opt(type),
    init: opt(init),
    else: opt(otherwise),
  };
}

function parseInit(p: Parser): Expr | undefined {
  if (p.eat(T.Eq)) return p.grammar.expr(p);
  if (p.code !== T.EqEq && (p.code < T.PlusEq || p.code > T.OrEq)) return undefined;
  // `let x == 1` and `let x += 1`: the value is plain enough.
  p.complain(p.code === T.EqEq ? "unexpected `==`" : `expected \`=\`, found ${p.found()}`);
  p.bump();
  return p.grammar.expr(p);
}

function parseElse(p: Parser, init: Expr): Block {
  p.bump();
  if (endsWithBrace(init)) {
    p.complain(
      "right curly brace `}` before `else` in a `let...else` statement not allowed",
      init.end - 1,
      init.end,
    );
  }
  return parseBody(p);
}

// ---- the end of a statement

function endSpliced(p: Parser, statement: Stmt): Stmt {
  if (statement.kind === "item" || statement.kind === "empty") return statement;
  return endStatement(p, statement);
}

function endStatement(p: Parser, statement: Stmt): Stmt {
  switch (statement.kind) {
    case "item":
    case "empty":
      return statement;
    case "macro":
      return p.eat(T.Semi) ? { ...statement, end: p.prevEnd, semicolon: true } : statement;
    case "let":
      return endLet(p, statement);
    case "expr":
      return endExpr(p, statement);
  }
}

function endLet(p: Parser, statement: Extract<Stmt, { kind: "let" }>): Stmt {
  expectSemi(p);
  return { ...statement, end: p.prevEnd };
}

function endExpr(p: Parser, statement: Extract<Stmt, { kind: "expr" }>): Stmt {
  const { expr } = statement;
  if (p.eat(T.Semi))
    return { kind: "expr", start: statement.start, end: p.prevEnd, expr, semicolon: true };
  if (endsWithoutSemicolon(expr) || p.check(T.CloseBrace) || p.code === T.Eof) return statement;
  expectSemi(p);
  return { ...statement, semicolon: true };
}
