// What an expression can begin with.

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
