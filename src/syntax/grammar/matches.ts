// `match` and its arms.

import type { Arm, Attribute, Expr } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { innerAttributes, outerAttributes } from "./attributes.ts";
import { endsWithoutSemicolon } from "./classify.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup } from "./paths.ts";
import { parsePat } from "./patterns.ts";

export function parseMatch(p: Parser): Expr {
  const { start } = p;
  p.bump();
  const expr = p.grammar.exprRes(p, Res.NoStruct);
  const close = p.closing();
  if (!p.expect(T.OpenBrace)) return { kind: "match", start, end: p.prevEnd, expr, arms: [] };
  innerAttributes(p);
  const arms: Arm[] = [];
  while (p.code !== T.CloseBrace && !p.atClose()) {
    const before = p.row;
    const arm = parseArm(p, outerAttributes(p));
    arms.push(arm);
    if (p.row === before) p.skipTree();
    p.recovered();
  }
  closeGroup(p, T.CloseBrace, close);
  return { kind: "match", start, end: p.prevEnd, expr, arms };
}

function parseArm(p: Parser, attrs: readonly Attribute[]): Arm {
  const { start } = p;
  const pat = parsePat(p);
  p.want(T.Or);
  const guard = p.eat(T.If) ? parseGuard(p) : undefined;
  if (!p.failed && (p.at(T.CloseBrace) || (p.at(T.Comma) && p.atLineEnd))) {
    // Arms of never patterns have no body; of others rustc refuses that after parsing.
    p.complain("`match` arm with no body", start, p.prevEnd);
    p.eat(T.Comma);
    return {
      start,
      end: p.prevEnd,
      attrs,
      pat,
      guard: opt(guard),
      body: { kind: "error", start: p.prevEnd, end: p.prevEnd },
    };
  }
  if (!p.eat(T.FatArrow)) {
    if (p.code === T.Comma) p.error("unexpected `,` in pattern");
    p.unexpected();
    skipBrokenArm(p);
    return {
      start,
      end: p.prevEnd,
      attrs,
      pat,
      guard: opt(guard),
      body: { kind: "error", start: p.prevEnd, end: p.prevEnd },
    };
  }
  const body = p.grammar.exprRes(p, Res.Stmt);
  endArm(p, body);
  return { start, end: body.end, attrs, pat, guard: opt(guard), body };
}

function parseGuard(p: Parser): Expr {
  return p.grammar.exprRes(p, Res.Let);
}

function endArm(p: Parser, body: Expr): void {
  if (p.eat(T.Comma) || p.code === T.CloseBrace || endsWithoutSemicolon(body)) return;
  p.want(T.CloseBrace);
  const message = p.unexpectedMessage();
  if (!p.failed && startsNextArm(p)) {
    p.complain("expected `,` following `match` arm", p.prevEnd, p.prevEnd);
    return;
  }
  if (p.code === T.Semi) p.error("`match` arm body without braces", body.start, body.end);
  p.error(message);
  skipBrokenArm(p);
}

/** A pattern and `=>`: only the comma before it is missing. */
function startsNextArm(p: Parser): boolean {
  if (p.guessing) return false;
  const mark = p.mark();
  p.guessing = true;
  parsePat(p);
  p.guessing = false;
  const found = !p.failed && (p.at(T.FatArrow) || p.at(T.If));
  p.reset(mark);
  return found;
}

/** After an error: behind the arm's comma or block, or to the line of the next arm. */
function skipBrokenArm(p: Parser): void {
  for (;;) {
    if (p.atClose()) return;
    if (p.code === T.Comma) {
      p.bump();
      return;
    }
    const block = p.code === T.OpenBrace;
    p.skipTree();
    if (block && p.atLineStart) return;
    if (p.atLineStart && lineHasArrow(p)) return;
  }
}

function lineHasArrow(p: Parser): boolean {
  for (let n = 0; n < 64; n += 1) {
    const code = p.peek(n);
    if (code === T.FatArrow) return true;
    if (code === T.Semi || code === T.Eof || code === T.CloseBrace) return false;
  }
  return false;
}
