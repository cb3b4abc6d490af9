// The longest operator at a place.

import { T } from "./codes.ts";

const ONE = 1 << 8;
const TWO = 2 << 8;
const THREE = 3 << 8;

/** Code of the longest operator at the given three units, with its length above bit 8. */
export function punctCode(a: number, b: number, c: number): number {
  const eq = b === 61;
  switch (a) {
    case 46:
      if (b !== 46) return ONE | T.Dot;
      return c === 46 ? THREE | T.DotDotDot : c === 61 ? THREE | T.DotDotEq : TWO | T.DotDot;
    case 44:
      return ONE | T.Comma;
    case 59:
      return ONE | T.Semi;
    case 58:
      return b === 58 ? TWO | T.PathSep : ONE | T.Colon;
    case 38:
      return b === 38 ? TWO | T.AndAnd : eq ? TWO | T.AndEq : ONE | T.And;
    case 124:
      return b === 124 ? TWO | T.OrOr : eq ? TWO | T.OrEq : ONE | T.Or;
    case 61:
      return eq ? TWO | T.EqEq : b === 62 ? TWO | T.FatArrow : ONE | T.Eq;
    case 60:
      if (b === 60) return c === 61 ? THREE | T.ShlEq : TWO | T.Shl;
      return eq ? TWO | T.Le : b === 45 ? TWO | T.LArrow : ONE | T.Lt;
    case 62:
      if (b === 62) return c === 61 ? THREE | T.ShrEq : TWO | T.Shr;
      return eq ? TWO | T.Ge : ONE | T.Gt;
    case 45:
      return b === 62 ? TWO | T.RArrow : eq ? TWO | T.MinusEq : ONE | T.Minus;
    case 43:
      return eq ? TWO | T.PlusEq : ONE | T.Plus;
    case 42:
      return eq ? TWO | T.StarEq : ONE | T.Star;
    case 37:
      return eq ? TWO | T.PercentEq : ONE | T.Percent;
    case 94:
      return eq ? TWO | T.CaretEq : ONE | T.Caret;
    case 33:
      return eq ? TWO | T.Ne : ONE | T.Bang;
    case 35:
      return ONE | T.Pound;
    case 36:
      return ONE | T.Dollar;
    case 63:
      return ONE | T.Question;
    case 64:
      return ONE | T.At;
    default:
      return ONE | T.Tilde;
  }
}
