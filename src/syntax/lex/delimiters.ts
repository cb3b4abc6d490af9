// Matching delimiters, and rustc's complaints where they do not match.

import type { SyntaxError } from "../ast.ts";
import { TokenKind } from "../tokens.ts";
import { T, fixedText } from "./codes.ts";
import { syntaxError } from "./errorCodes.ts";
import type { Columns } from "./table.ts";

/** Partners of all rows, or undefined where some delimiter has none. */
export function matchDelimiters(columns: Columns): Uint32Array | undefined {
  const { codes, kinds, count } = columns;
  const partners = new Uint32Array(count);
  const open: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const kind = kinds[row];
    if (kind === TokenKind.Open) open.push(row);
    else if (kind === TokenKind.Close) {
      const from = open.pop();
      // A closing delimiter's code follows that of its opening one.
      if (from === undefined || codes[row] !== (codes[from] ?? 0) + 1) return undefined;
      partners[row] = from;
      partners[from] = row;
    }
  }
  return open.length === 0 ? partners : undefined;
}

/** Whether rows [from, to) are balanced for themselves. */
export function balancedBetween(columns: Columns, from: number, to: number): boolean {
  const { codes, kinds } = columns;
  const open: number[] = [];
  for (let row = from; row < to; row += 1) {
    const kind = kinds[row];
    if (kind === TokenKind.Open) open.push(codes[row] ?? 0);
    else if (kind === TokenKind.Close && open.pop() !== (codes[row] ?? 0) - 1) return false;
  }
  return open.length === 0;
}

interface Mismatch {
  readonly error: SyntaxError;
  readonly found: T;
}

/** The errors of rustc's token tree reader: mismatches first (at the unclosed opener), then what ended the file. */
export function delimiterErrors(columns: Columns, text: string): SyntaxError[] {
  const { codes, kinds, starts, ends, count } = columns;
  const mismatches: Mismatch[] = [];
  const open: number[] = [];
  const openOf = new Uint32Array(256);
  const at = (row: number, message: string): SyntaxError =>
    syntaxError(message, starts[row] ?? 0, ends[row] ?? 0);
  let complained = -1;
  for (let row = 0; row < count; row += 1) {
    const code = (codes[row] ?? 0) as T;
    if (kinds[row] === TokenKind.Open) {
      open.push(row);
      openOf[code] = (openOf[code] ?? 0) + 1;
    } else if (kinds[row] === TokenKind.Close) {
      const top = open.pop();
      if (top === undefined)
        return withUnexpected(
          mismatches,
          at(row, `unexpected closing delimiter: \`${fixedText(code)}\``),
        );
      const topCode = codes[top] ?? 0;
      openOf[topCode] = (openOf[topCode] ?? 0) - 1;
      if (topCode + 1 === code) continue;
      if (complained !== row)
        mismatches.push({
          error: at(top, `mismatched closing delimiter: \`${fixedText(code)}\``),
          found: code,
        });
      complained = row;
      // Where it closes an earlier delimiter, it is looked at again.
      if ((openOf[code - 1] ?? 0) > 0) row -= 1;
    }
  }
  const errors = mismatches.map(({ error }) => error);
  return open.length > 0 ? [...errors, endOfFile(starts[count - 1] ?? 0, text)] : errors;
}

/** One closing delimiter too many explains those `)` and `]` that matched nothing. */
function withUnexpected(mismatches: readonly Mismatch[], unexpected: SyntaxError): SyntaxError[] {
  const rest = mismatches.filter(({ found }) => found === T.CloseBrace);
  return [...rest.map(({ error }) => error), unexpected];
}

/** rustc shows the end of a file on its last line, not behind it. */
function endOfFile(end: number, text: string): SyntaxError {
  const at = text.endsWith("\n") ? end - 1 : end;
  return syntaxError("this file contains an unclosed delimiter", at, at);
}
