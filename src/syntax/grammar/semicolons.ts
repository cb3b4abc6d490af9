// The `;` at the end of statements and items, and where rustc goes on without it.

import { T } from "../lex/codes.ts";
import { startsOperand } from "./begins.ts";
import type { Parser } from "./parser.ts";

/** Takes the `;`. Where it is missing before a line that can begin something, that alone is reported. */
export function expectSemi(p: Parser): boolean {
  if (p.eat(T.Semi)) return true;
  if (p.failed) return false;
  if (p.atLineStart || p.at(T.Eof)) {
    const wrong = p.code === T.Comma || p.code === T.Colon;
    if (wrong && !p.endsBehind(T.CloseParen) && goesOnBehind(p)) {
      p.complain(`expected \`;\`, found ${p.found()}`);
      p.bump();
      return true;
    }
    if (
      (p.code === T.CloseBrace ||
        p.code === T.Pound ||
        startsOperand(p) ||
        startsItemWord(p.code)) &&
      !p.wants(T.Comma)
    ) {
      p.complain(`expected \`;\`, found ${p.found()}`, p.prevEnd, p.prevEnd);
      return true;
    }
  }
  if (p.code === T.Colon && p.wants(T.XOperator) && p.atLineEnd)
    p.error("statements are terminated with a semicolon");
  p.unexpected();
  return false;
}

function goesOnBehind(p: Parser): boolean {
  const next = p.peek(1);
  return (
    next === T.CloseBrace ||
    p.isIdent(next) ||
    p.isPathKeyword(next) ||
    next === T.OpenParen ||
    next === T.Str ||
    next === T.Int
  );
}

function startsItemWord(code: T): boolean {
  switch (code) {
    case T.Enum:
    case T.Extern:
    case T.Fn:
    case T.Impl:
    case T.Mod:
    case T.Pub:
    case T.Struct:
    case T.Trait:
    case T.Type:
    case T.Use:
      return true;
    default:
      return false;
  }
}
