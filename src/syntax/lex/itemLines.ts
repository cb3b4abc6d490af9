// Lines that begin an item, told by their first tokens.

import { FLAG_LINE, TokenKind } from "../tokens.ts";
import { T, mayBeName } from "./codes.ts";
import type { Columns } from "./table.ts";

/** Whether the line that begins at `row` begins an item. */
export function startsItemAt(columns: Columns, row: number): boolean {
  const { codes } = columns;
  for (let at = row; at < row + 8; at += 1) {
    switch (codes[at] as T) {
      case T.Fn:
      case T.Struct:
      case T.Enum:
      case T.Impl:
      case T.Trait:
      case T.Mod:
      case T.Use:
      case T.MacroRules:
      case T.Pub:
        return true;
      case T.Const:
        if (mayBeName(codes[at + 1] as T) && codes[at + 2] === T.Colon) return true;
        break;
      case T.Async:
      case T.Unsafe:
      case T.Extern:
      case T.Str:
        break;
      case T.Static:
      case T.Type:
        return mayBeName(codes[at + 1] as T) || codes[at + 1] === T.Mut;
      default:
        return isStrayOpening(columns, at) || (at < row + 2 && hasFn(columns, row));
    }
  }
  return false;
}

/** `fn name` a few tokens on in the same line: something stands before it that should not. */
function hasFn(columns: Columns, row: number): boolean {
  for (let at = row + 1; at < row + 5; at += 1) {
    if (((columns.flags[at] ?? 0) & FLAG_LINE) !== 0) return false;
    if (columns.codes[at] === T.Fn) return mayBeName(columns.codes[at + 1] as T);
  }
  return false;
}

/** `( name(…) {`: an opening delimiter in place of `fn`. */
export function isStrayOpening(columns: Columns, row: number): boolean {
  const { codes, kinds } = columns;
  if (kinds[row] !== TokenKind.Open || !mayBeName(codes[row + 1] as T)) return false;
  if (codes[row + 2] !== T.OpenParen && codes[row + 2] !== T.Lt) return false;
  for (let at = row + 2; at < row + 64; at += 1) {
    if (codes[at] === T.Semi || codes[at] === T.OpenBrace || codes[at] === T.CloseBrace)
      return false;
    if (codes[at] !== T.CloseParen) continue;
    const next = codes[at + 1] as T;
    if (next === T.RArrow || next === T.OpenBrace || next === T.Where) return true;
  }
  return false;
}
