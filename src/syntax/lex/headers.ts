// Function headers with unbalanced delimiters: whatever is wrong between `fn name` and the body stays there.

import { FLAG_LINE, TokenKind } from "../tokens.ts";
import { T, mayBeName } from "./codes.ts";
import { isStrayOpening, startsItemAt } from "./itemLines.ts";
import type { Repairs } from "./repairs.ts";
import type { Columns } from "./table.ts";

/** What is known where a header is met: the tokens, and the line that it begins in. */
interface HeaderPlace {
  readonly columns: Columns;
  readonly repairs: Repairs;
  /** Indentation of the line. */
  readonly indent: number;
  isFirst(row: number): boolean;
  indentOf(row: number): number;
  open(row: number, code: T, virtual?: boolean): void;
  pair(open: number, close: number): void;
}

/**
 * Balances the header of a function in the line that begins at `row`, and opens its body. Gives the row behind what it
 * dealt with, or `row` where there is no function.
 */
export function repairHeader(place: HeaderPlace, row: number, limit: number): number {
  const name = nameRow(place, row, limit);
  if (name < 0) return row;
  const end = headerEnd(place, name, limit);
  pairWithin(place, row, place.columns.codes[name - 1] === T.Fn ? name - 1 : name);
  pairWithin(place, name + 1, end.row);
  if (end.kind === "none") return end.row;
  if (end.kind === "missing") {
    place.repairs.openBefore(end.row, T.OpenBrace);
    place.open(end.row, T.OpenBrace, true);
    return end.row;
  }
  if (end.kind === "wrong") place.repairs.replace(end.row, T.OpenBrace);
  place.open(end.row, T.OpenBrace);
  return end.row + 1;
}

/** Row of the function's name; -1 where the line has none. */
function nameRow(place: HeaderPlace, row: number, limit: number): number {
  const { codes } = place.columns;
  for (let at = row; at < Math.min(row + 16, limit); at += 1) {
    if (at > row && place.isFirst(at)) return -1;
    if (codes[at] === T.Fn) return mayBeName(codes[at + 1] as T) ? at + 1 : -1;
    if (isStrayOpening(place.columns, at)) return at + 1;
    // What stands in a block of this line has its own turn.
    if (codes[at] === T.OpenBrace) return -1;
  }
  return -1;
}

/** What follows a header: its body's brace, another delimiter in its place, a place where it should be, or nothing. */
interface HeaderEnd {
  readonly kind: "body" | "wrong" | "missing" | "none";
  readonly row: number;
}

function headerEnd(place: HeaderPlace, name: number, limit: number): HeaderEnd {
  return balancedEnd(place, name, limit) ?? brokenEnd(place, name, limit);
}

/** The end of a header whose own delimiters match. */
function balancedEnd(place: HeaderPlace, name: number, limit: number): HeaderEnd | undefined {
  const { codes, kinds } = place.columns;
  const open: number[] = [];
  let semicolon = 0;
  for (let row = name + 1; row < limit; row += 1) {
    if (leavesHeader(place, row)) return undefined;
    const code = codes[row] as T;
    if (open.length === 0 && startsBody(place, name, row)) return undefined;
    if (open.length === 0 && code === T.Semi && semicolon === 0) semicolon = row;
    if (open.length === 0 && code === T.OpenBrace) return braceEnd(place, semicolon, row);
    if (open.length === 0 && code === T.Semi && endsLine(place, row))
      return bodiless(place, row, limit);
    if (kinds[row] === TokenKind.Open) {
      if (
        open.length === 0 &&
        code !== T.OpenBrace &&
        endsLine(place, row) &&
        isBehindParams(place, name, row)
      )
        return { kind: "wrong", row };
      open.push(code);
    } else if (kinds[row] === TokenKind.Close && open.pop() !== code - 1) return undefined;
  }
  return undefined;
}

/** The body's brace, or one of a statement behind a `;` that stands in its place. */
function braceEnd(place: HeaderPlace, semicolon: number, row: number): HeaderEnd {
  switch (place.columns.codes[semicolon + 1] as T) {
    case T.If:
    case T.Let:
    case T.Match:
    case T.For:
    case T.While:
    case T.Loop:
    case T.Return:
      if (semicolon > 0) return { kind: "missing", row: semicolon + 1 };
      break;
  }
  return { kind: "body", row };
}

/** The end of a header whose delimiters do not match: the first brace, or the end of its lines. */
function brokenEnd(place: HeaderPlace, name: number, limit: number): HeaderEnd {
  const { codes } = place.columns;
  let row = name + 1;
  let semicolon = 0;
  for (; row < limit && !leavesHeader(place, row); row += 1) {
    const code = codes[row] as T;
    if (code === T.OpenBrace) return braceEnd(place, semicolon, row);
    if (code === T.CloseBrace) return { kind: "missing", row: semicolon > 0 ? semicolon + 1 : row };
    if (code === T.Semi && semicolon === 0 && isBehindParams(place, name, row)) semicolon = row;
    if (code === T.Semi && endsLine(place, row)) return bodiless(place, row, limit);
    if (startsBody(place, name, row)) break;
  }
  const body = isLoneToken(place, row) ? row + 1 : row;
  if (body < limit && place.isFirst(body) && closesLater(place, body, limit))
    return { kind: "missing", row: body };
  return { kind: "none", row };
}

/** Something else on the line where the brace should stand. */
function isLoneToken(place: HeaderPlace, row: number): boolean {
  const kind = place.columns.kinds[row];
  if (
    kind === TokenKind.Close ||
    kind === TokenKind.End ||
    !place.isFirst(row) ||
    place.indentOf(row) !== place.indent
  )
    return false;
  return place.isFirst(row + 1) && place.indentOf(row + 1) > place.indent;
}

/** A line that is not indented more than the header's first ends it, unless it looks like the rest of a header. */
function leavesHeader(place: HeaderPlace, row: number): boolean {
  if (!place.isFirst(row) || place.indentOf(row) > place.indent) return false;
  switch (place.columns.codes[row] as T) {
    case T.Where:
      return false;
    case T.CloseBrace:
      return true;
    case T.Pound:
      return place.columns.codes[row + 1] === T.OpenBracket;
    default:
      // `)`, `->` or `{`, or what stands in their place.
      return (place.columns.codes[row] ?? 0) < T.OpenParen;
  }
}

/** A header that ends in `;`; parameters or a body may follow all the same. */
function bodiless(place: HeaderPlace, row: number, limit: number): HeaderEnd {
  const next = row + 1;
  if (place.columns.codes[next] === T.CloseBrace && place.indentOf(next) === place.indent)
    return { kind: "missing", row: next };
  if (next >= limit || place.indentOf(next) <= place.indent) return { kind: "none", row };
  const brace = braceBehindParams(place, next, limit);
  if (brace >= 0) {
    place.repairs.replace(row, T.OpenParen);
    place.columns.kinds[row] = TokenKind.Open;
    place.columns.codes[row] = T.OpenParen;
    return { kind: "body", row: brace };
  }
  return closesLater(place, next, limit) ? { kind: "missing", row: next } : { kind: "none", row };
}

/** The `{` of a line that begins with the `)` of a parameter list; -1 where no such line is next. */
function braceBehindParams(place: HeaderPlace, from: number, limit: number): number {
  let row = from;
  while (row < limit && !(place.isFirst(row) && place.indentOf(row) <= place.indent)) row += 1;
  const { codes } = place.columns;
  if (codes[row] !== T.CloseParen || place.indentOf(row) !== place.indent) return -1;
  for (let at = row + 1; at < limit && !place.isFirst(at); at += 1)
    if (codes[at] === T.OpenBrace) return at;
  return -1;
}

/** A deeper line that the one before it does not lead to. */
function startsBody(place: HeaderPlace, name: number, row: number): boolean {
  if (!place.isFirst(row) || place.indentOf(row) <= place.indent) return false;
  const { codes } = place.columns;
  if (codes[row] === T.Where || codes[row] === T.RArrow) return false;
  const last = codes[row - 1] as T;
  if (last === T.Lt) return !mayBeName(codes[row - 2] as T);
  if (last === T.Comma) return isBehindParams(place, name, row) && isOutside(place, name, row);
  return !goesOn(last);
}

/** A comma at the end of a line before `row` belongs to no parameter list and no where clause. */
function isOutside(place: HeaderPlace, name: number, row: number): boolean {
  const { codes, kinds } = place.columns;
  let depth = 0;
  for (let at = name; at < row; at += 1) {
    if (codes[at] === T.Where) return false;
    if (kinds[at] === TokenKind.Open) depth += 1;
    else if (kinds[at] === TokenKind.Close) depth -= 1;
  }
  return depth <= 0;
}

/** A line that ends so goes on in the next. */
function goesOn(code: T): boolean {
  return (
    code === T.OpenParen ||
    code === T.Lt ||
    code === T.Plus ||
    code === T.RArrow ||
    code === T.Where ||
    code === T.OpenBracket
  );
}

/** A `}` closes what the header should have opened: one with nothing to close before the next line of its level. */
function closesLater(place: HeaderPlace, from: number, limit: number): boolean {
  const { codes } = place.columns;
  let depth = 0;
  for (let row = from; row < limit; row += 1) {
    const code = codes[row] as T;
    if (place.isFirst(row) && place.indentOf(row) <= place.indent) {
      if (code === T.CloseBrace && place.indentOf(row) === place.indent) return true;
      if (code === T.CloseBrace || code === T.Pound || startsItemAt(place.columns, row))
        return false;
    }
    if (code === T.OpenBrace) depth += 1;
    else if (code === T.CloseBrace) depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

function isBehindParams(place: HeaderPlace, name: number, row: number): boolean {
  for (let at = name + 1; at < row; at += 1)
    if (place.columns.codes[at] === T.CloseParen) return true;
  return false;
}

function endsLine(place: HeaderPlace, row: number): boolean {
  return ((place.columns.flags[row + 1] ?? 0) & FLAG_LINE) !== 0 || row + 2 >= place.columns.count;
}

/** Pairs the delimiters of rows [from, to); what has no partner is dropped or closed before the return type. */
function pairWithin(place: HeaderPlace, from: number, to: number): void {
  const { codes, kinds } = place.columns;
  const open: number[] = [];
  for (let row = from; row < to; row += 1) {
    if (kinds[row] === TokenKind.Open) open.push(row);
    else if (kinds[row] === TokenKind.Close) {
      const at = open.findLastIndex((opened) => (codes[opened] ?? 0) + 1 === codes[row]);
      if (at < 0) place.repairs.drop(row);
      else {
        for (const unclosed of open.splice(at + 1))
          place.repairs.closeBefore(row, (codes[unclosed] ?? 0) + 1, unclosed);
        place.pair(open.pop() ?? row, row);
      }
    }
  }
  for (const unclosed of open)
    place.repairs.closeBefore(
      closingPlace(place, unclosed, to),
      (codes[unclosed] ?? 0) + 1,
      unclosed,
    );
}

/** Before `->` or `where`, unless they stand inside something themselves. */
function closingPlace(place: HeaderPlace, open: number, to: number): number {
  for (let row = open + 1; row < to; row += 1) {
    const code = place.columns.codes[row] as T;
    if (code === T.Where || (code === T.RArrow && place.columns.codes[row - 1] !== T.CloseParen))
      return row;
  }
  return to;
}
