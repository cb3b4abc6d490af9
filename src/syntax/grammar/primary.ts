// Operands: literals, paths, struct literals, parentheses, arrays; blocks and control flow are next door.

import type { Expr, FieldExpr, Path, QSelf } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { parseControl } from "./control.ts";
import { parseLiteral, startsLiteral } from "./literals.ts";
import { parseMacroCall } from "./macros.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isPathStart, isQPathStart, parseQPath } from "./paths.ts";
import { opensGroup } from "./ty.ts";

export function parsePrimary(p: Parser): Expr {
  if (startsLiteral(p)) return parseLiteral(p);
  switch (p.code) {
    case T.Ident:
      return parsePathExpr(p);
    case T.OpenParen:
      return parseParens(p);
    case T.OpenBracket:
      return parseArray(p);
    case T.Interpolated:
      return parseSpliced(p);
    case T.Underscore: {
      const { start } = p;
      p.bump();
      return { kind: "underscore", start, end: p.prevEnd };
    }
  }
  const control = parseControl(p);
  if (control !== undefined) return control;
  if (isPathStart(p)) return parsePathExpr(p);
  return noExpression(p);
}

function noExpression(p: Parser): Expr {
  if (p.code === T.Move && !p.failed) {
    p.bump();
    p.want(T.Async);
    p.want(T.Or);
    p.want(T.OrOr);
    p.unexpected();
  }
  if (p.code === T.Async && !p.failed) {
    p.bump();
    for (const code of [T.Move, T.Use, T.OpenBrace, T.Or, T.OrOr] as const) p.want(code);
    p.unexpected();
  }
  p.error(
    p.code === T.Eof
      ? "expected expression, found end of macro arguments"
      : `expected expression, found ${p.found()}`,
  );
  return { kind: "error", start: p.prevEnd, end: p.prevEnd };
}

function parseSpliced(p: Parser): Expr {
  const { start } = p;
  const expr = p.eatInterpolated<Expr>("expr", "expr_2021", "literal");
  if (expr !== undefined) return { kind: "group", start, end: p.prevEnd, expr };
  if (p.interpolated()?.fragment === "block") return parseControl(p) ?? noExpression(p);
  if (isPathStart(p)) return parsePathExpr(p);
  return noExpression(p);
}

// ---- paths and struct literals

function parsePathExpr(p: Parser): Expr {
  const { start } = p;
  const qualified = isQPathStart(p);
  const { qself, path } = parseQPath(p, "expr");
  return afterPath(p, start, qualified ? qself : undefined, path);
}

/** A path in an expression: a macro call, a struct literal, or itself. */
export function afterPath(p: Parser, start: number, qself: QSelf | undefined, path: Path): Expr {
  if (p.check(T.Bang) && qself === undefined && opensGroup(p.peek(1))) {
    const call = parseMacroCall(p, path);
    return { kind: "macro", start, end: p.prevEnd, call };
  }
  if (p.code === T.Bang && qself === undefined) {
    p.bump();
    p.want(T.OpenParen);
    p.want(T.OpenBracket);
    p.want(T.OpenBrace);
    p.unexpected();
  }
  p.want(T.OpenBrace);
  if (
    p.at(T.OpenBrace) &&
    (p.restrictions & Res.NoStruct) === 0 &&
    !p.failed &&
    !looksLikeBlock(p)
  ) {
    return parseStruct(p, start, qself, path);
  }
  return { kind: "path", start, end: p.prevEnd, qself: opt(qself), path };
}

/**
 * A `{` behind a path where a struct literal may stand, but which on its first tokens is a block: the text between
 * was damaged, and the block is worth more than a broken literal.
 */
function looksLikeBlock(p: Parser): boolean {
  const first = p.peek(1);
  if (
    first === T.Let ||
    first === T.Semi ||
    first === T.If ||
    first === T.For ||
    first === T.While ||
    first === T.Match
  )
    return true;
  if (first === T.Return || first === T.Loop || first === T.Use || first === T.Fn) return true;
  const second = p.peek(2);
  if (p.isIdent(first) || first === T.SelfValue) {
    return (
      second === T.Dot ||
      second === T.PathSep ||
      second === T.Bang ||
      second === T.OpenParen ||
      second === T.Semi
    );
  }
  return false;
}

function parseStruct(p: Parser, start: number, qself: QSelf | undefined, path: Path): Expr {
  const close = p.closing();
  p.bump();
  const fields: FieldExpr[] = [];
  let base: Expr | undefined;
  let rest = false;
  while (!p.check(T.CloseBrace) && !p.atClose()) {
    const before = p.row;
    if (p.eat(T.DotDot)) {
      rest = true;
      if (!p.check(T.CloseBrace)) base = p.grammar.expr(p);
      if (p.code === T.Comma) {
        p.complain("cannot use a comma after the base struct");
        p.bump();
      }
    } else {
      fields.push(parseField(p));
      if (!p.eat(T.Comma)) {
        if (p.check(T.CloseBrace)) break;
        p.unexpected();
        skipToComma(p);
      }
    }
    if (p.row === before) break;
  }
  closeGroup(p, T.CloseBrace, close);
  const onlyRest = rest && base === undefined;
  return {
    kind: "struct",
    start,
    end: p.prevEnd,
    qself: opt(qself),
    path,
    fields,
    base: opt(base),
    rest: onlyRest,
  };
}

function parseField(p: Parser): FieldExpr {
  const attrs = outerAttributes(p);
  const { start } = p;
  if ((p.isIdent() || p.code === T.Int) && p.peek(1) === T.Colon) {
    const name = p.takeIdent();
    p.bump();
    const value = p.grammar.expr(p);
    return { start, end: p.prevEnd, attrs, name, value, shorthand: false };
  }
  const name = p.ident();
  if (p.code === T.Eq || p.code === T.EqEq) {
    p.complain(`expected \`:\`, found ${p.found()}`);
    p.bump();
    const value = p.grammar.expr(p);
    return { start, end: p.prevEnd, attrs, name, value, shorthand: false };
  }
  p.want(T.Colon);
  const segment = { start: name.start, end: name.end, ident: name };
  const path = { start: name.start, end: name.end, global: false, segments: [segment] };
  return {
    start,
    end: p.prevEnd,
    attrs,
    name,
    value: { kind: "path", start: name.start, end: name.end, path },
    shorthand: true,
  };
}

// ---- groups

function parseParens(p: Parser): Expr {
  const { start } = p;
  const close = p.closing();
  p.bump();
  const exprs: Expr[] = [];
  let comma = false;
  while (!p.check(T.CloseParen) && !p.atClose()) {
    const before = p.row;
    exprs.push(p.grammar.expr(p));
    comma = p.eat(T.Comma);
    if (!comma && !p.check(T.CloseParen)) {
      p.unexpected();
      skipToComma(p);
      comma = p.eat(T.Comma);
    }
    if (p.row === before) break;
  }
  closeGroup(p, T.CloseParen, close);
  const only = exprs.length === 1 && !comma ? exprs[0] : undefined;
  if (only === undefined) return { kind: "tuple", start, end: p.prevEnd, exprs };
  return { kind: "paren", start, end: p.prevEnd, expr: only };
}

function parseArray(p: Parser): Expr {
  const { start } = p;
  const close = p.closing();
  p.bump();
  if (p.check(T.CloseBracket)) {
    p.bump();
    return { kind: "array", start, end: p.prevEnd, exprs: [] };
  }
  const first = p.grammar.expr(p);
  if (p.eat(T.Semi)) {
    const count = p.grammar.expr(p);
    closeGroup(p, T.CloseBracket, close);
    return { kind: "repeat", start, end: p.prevEnd, value: first, count };
  }
  const exprs = [first];
  restOfList(p, T.CloseBracket, exprs);
  closeGroup(p, T.CloseBracket, close);
  return { kind: "array", start, end: p.prevEnd, exprs };
}

/** `(a, b)` of a call. */
export function parseExprList(p: Parser, closing: T): Expr[] {
  const close = p.closing();
  p.bump();
  const exprs: Expr[] = [];
  if (!p.check(closing) && !p.atClose()) {
    exprs.push(p.grammar.expr(p));
    restOfList(p, closing, exprs);
  }
  closeGroup(p, closing, close);
  return exprs;
}

/** Behind the first element, up to the closing delimiter. */
function restOfList(p: Parser, closing: T, exprs: Expr[]): void {
  while (!p.check(closing)) {
    if (!p.eat(T.Comma)) {
      p.unexpected();
      skipToComma(p);
      if (!p.eat(T.Comma)) return;
    }
    if (p.check(closing) || p.atClose()) return;
    exprs.push(p.grammar.expr(p));
  }
}

/** After an error in a list: the next `,`, or the end of the group. */
export function skipToComma(p: Parser): void {
  while (p.code !== T.Comma && !p.atClose()) p.skipTree();
}
