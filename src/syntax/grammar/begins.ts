// What an expression can begin with, and what only a function looks like.

import { T, isLiteral } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";

export function startsOperand(p: Parser): boolean {
  const { code } = p;
  if (isLiteral(code) || p.isIdent() || p.isPathKeyword()) return true;
  switch (code) {
    case T.OpenParen:
    case T.OpenBracket:
    case T.OpenBrace:
    case T.Bang:
    case T.Minus:
    case T.Star:
    case T.Or:
    case T.OrOr:
    case T.And:
    case T.AndAnd:
    case T.DotDot:
    case T.DotDotEq:
    case T.DotDotDot:
    case T.Lt:
    case T.Shl:
    case T.PathSep:
    case T.Lifetime:
    case T.Pound:
    case T.Underscore:
    case T.Async:
    case T.Become:
    case T.Break:
    case T.Const:
    case T.Continue:
    case T.Do:
    case T.False:
    case T.For:
    case T.Gen:
    case T.If:
    case T.Let:
    case T.Loop:
    case T.Match:
    case T.Move:
    case T.Return:
    case T.Static:
    case T.True:
    case T.Try:
    case T.Unsafe:
    case T.While:
    case T.Yield:
      return true;
    case T.Interpolated: {
      const fragment = p.interpolated()?.fragment ?? "";
      return ["expr", "expr_2021", "literal", "path", "ty", "block"].includes(fragment);
    }
    default:
      return false;
  }
}

/** `name(…) {` or `name<T>(…) ->`: only a function whose `fn` is missing looks so. */
export function looksLikeFn(p: Parser, ahead = 0): boolean {
  if (!p.isIdent(p.peek(ahead))) return false;
  const params = p.row + ahead + 1 + (p.peek(ahead + 1) === T.Lt ? anglesLength(p, ahead + 1) : 0);
  const { codes, partners } = p.table;
  if (params >= p.limit || codes[params] !== T.OpenParen) return false;
  const behind = (partners[params] ?? 0) + 1;
  if (behind <= params || behind >= p.limit) return false;
  const next = codes[behind] as T;
  return next === T.OpenBrace || next === T.RArrow || next === T.Where;
}

/** Number of tokens in the angle brackets that begin `ahead`; 0 where they do not end soon. */
function anglesLength(p: Parser, ahead: number): number {
  let depth = 0;
  for (let n = ahead; n < ahead + 64; n += 1) {
    const code = p.peek(n);
    if (code === T.Lt) depth += 1;
    else if (code === T.Gt) depth -= 1;
    else if (code === T.Shr) depth -= 2;
    else if (code === T.Semi || code === T.OpenBrace || code === T.CloseBrace || code === T.Eof)
      return 0;
    if (depth <= 0) return n + 1 - ahead;
  }
  return 0;
}
