// Balancing unbalanced delimiters, so that the parser only ever sees matched ones.
//
// Closing delimiters that close nothing are dropped; opening ones that are never closed get a closing one of no width.
// Only the top-level items that are unbalanced themselves are touched; within them layout decides (see layout.ts).

import { TokenKind } from "../tokens.ts";
import { balancedBetween } from "./delimiters.ts";
import type { T } from "./codes.ts";
import { startsItemAt } from "./itemLines.ts";
import { Layout } from "./layout.ts";
import { Repairs } from "./repairs.ts";
import { Columns } from "./table.ts";

export function repairDelimiters(columns: Columns, text: string, base: number): Columns {
  const repairs = new Repairs(columns.count);
  const layout = new Layout(columns, text, base, repairs);
  const bounds = topLevelBounds(columns, layout);
  for (let at = 0; at + 1 < bounds.length;) {
    const from = bounds[at] ?? 0;
    const span = balancedSpan(columns, bounds, at);
    if (span === 0) layout.balance(from, bounds[at + 1] ?? columns.count - 1);
    at += Math.max(span, 1);
  }
  const balanced = applied(columns, repairs);
  return balancedBetween(balanced, 0, balanced.count) ? balanced : plainlyBalanced(columns);
}

/** How many items in a row may be balanced only together, as where a module's content is not indented. */
const MAX_TOGETHER = 6;

/** Number of top-level items from `at` on that are balanced together; 0 where none are. */
function balancedSpan(columns: Columns, bounds: readonly number[], at: number): number {
  const from = bounds[at] ?? 0;
  const last = Math.min(at + MAX_TOGETHER, bounds.length - 1);
  for (let to = at + 1; to <= last; to += 1) {
    if (balancedBetween(columns, from, bounds[to] ?? from)) return to - at;
  }
  return 0;
}

/** Rows where an item begins in the first column, with both ends of the file. */
function topLevelBounds(columns: Columns, layout: Layout): number[] {
  const last = columns.count - 1;
  const bounds = [0];
  for (let row = 1; row < last; row += 1) {
    if (layout.isFirst(row) && layout.indentOf(row) === 0 && startsItemAt(columns, row))
      bounds.push(row);
  }
  bounds.push(last);
  return bounds;
}

function applied(columns: Columns, repairs: Repairs): Columns {
  const { kinds, codes, flags, starts, ends, count } = columns;
  const made = new Columns(count + 16);
  for (let row = 0; row < count; row += 1) {
    const place = row > 0 ? (ends[row - 1] ?? 0) : (starts[row] ?? 0);
    for (const code of repairs.insertedBefore(row)) {
      made.push(repairs.isOpening(code) ? TokenKind.Open : TokenKind.Close, code, 0, place, place);
    }
    if (repairs.isDropped(row)) continue;
    const code = repairs.replacement(row) ?? (codes[row] as T);
    const kind = repairs.isOpening(code) ? TokenKind.Open : ((kinds[row] ?? 0) as TokenKind);
    made.push(kind, code, flags[row] ?? 0, starts[row] ?? 0, ends[row] ?? 0);
  }
  return made;
}

/** Without regard to layout: what does not match the innermost open delimiter closes those that do not match it. */
function plainlyBalanced(columns: Columns): Columns {
  const { codes, kinds, count } = columns;
  const repairs = new Repairs(count);
  const open: number[] = [];
  const openOf = new Uint32Array(256);
  for (let row = 0; row < count; row += 1) {
    const code = codes[row] ?? 0;
    if (kinds[row] === TokenKind.Open) {
      open.push(row);
      openOf[code] = (openOf[code] ?? 0) + 1;
    } else if (kinds[row] === TokenKind.Close) {
      if ((openOf[code - 1] ?? 0) === 0) repairs.drop(row);
      else closeUpTo(columns, repairs, open, openOf, row);
    }
  }
  for (const row of open) repairs.closeBefore(count - 1, (codes[row] ?? 0) + 1, row);
  return applied(columns, repairs);
}

/** Ends the open delimiters above the one that `row` closes, and that one. */
function closeUpTo(
  columns: Columns,
  repairs: Repairs,
  open: number[],
  openOf: Uint32Array,
  row: number,
): void {
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const code = columns.codes[top] ?? 0;
    openOf[code] = (openOf[code] ?? 1) - 1;
    if (code + 1 === columns.codes[row]) return;
    repairs.closeBefore(row, code + 1, top);
  }
}
