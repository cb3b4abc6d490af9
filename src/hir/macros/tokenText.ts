// Tokens as text, as `stringify!` shows them (rustc's `print_tts`): white space of the source shrinks to one blank,
// and goes where Rust never has any.

import type { TokenRange } from "../../syntax/ast.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import type { InterpolatedNode } from "./fragments.ts";

/** Interpolated nodes are written as the tokens they were read from. */
export function tokenText(range: TokenRange): string {
  const { table, from, to } = flatten(range);
  let out = "";
  for (let row = from; row < to; row += 1) {
    if (row > from && table.spaced(row) && spaceBetween(table, row - 1, row)) out += " ";
    out += shown(table, row);
  }
  return out;
}

function shown(table: Tokens, row: number): string {
  const text = table.text(row);
  if (!table.isRaw(row)) return text;
  return text.startsWith("'") ? `'r#${text.slice(1)}` : `r#${text}`;
}

const CALL_WORDS: ReadonlySet<string> = new Set(["fn", "Self", "pub"]);
const RESERVED =
  /^(as|break|const|continue|crate|else|enum|extern|false|for|if|impl|in|let|loop|match|mod|move|mut|ref|return|self|static|struct|super|trait|true|type|unsafe|use|where|while|async|await|dyn|_)$/;

function isPunct(table: Tokens, row: number): boolean {
  return table.kinds[row] === TokenKind.Punct;
}

/** rustc's `space_between`, for tokens with white space between them. */
function spaceBetween(table: Tokens, before: number, after: number): boolean {
  const a = table.text(before);
  const b = table.text(after);
  const kindA = table.kinds[before];
  const kindB = table.kinds[after];
  if (kindA === TokenKind.Open) return a === "{" && kindB !== TokenKind.Close;
  if (kindB === TokenKind.Close) return b === "}";
  if (kindA === TokenKind.Punct && a === "$" && kindB === TokenKind.Ident) return false;
  if (kindA === TokenKind.Punct && a === "." && !isPunct(table, after)) return false;
  if (kindB === TokenKind.Punct && (b === "," || b === ";" || b === ".") && !isPunct(table, before))
    return false;
  if (kindA === TokenKind.Ident && kindB === TokenKind.Open && b === "(") {
    return !(CALL_WORDS.has(a) || table.isRaw(before) || !RESERVED.test(a));
  }
  return !(a === "#" && b === "[");
}

function flatten(range: TokenRange): TokenRange {
  const { table, from, to } = range;
  let plain = true;
  for (let row = from; row < to && plain; row += 1)
    plain = table.kinds[row] !== TokenKind.Interpolated;
  if (plain) return range;
  const buffer = new TokenBuffer();
  copyFlat(range, buffer);
  const made = buffer.finish();
  return { table: made, from: 0, to: made.count };
}

function copyFlat(range: TokenRange, buffer: TokenBuffer): void {
  const { table, from, to } = range;
  for (let row = from; row < to; row += 1) {
    const node =
      table.kinds[row] === TokenKind.Interpolated
        ? (table.node(row) as Partial<InterpolatedNode>)
        : undefined;
    if (node === undefined) buffer.copy(table, row);
    else if (node.range !== undefined) copyFlat(node.range, buffer);
  }
}

/** Text of the tokens between two source positions, for nodes that are shown as written. */
export function sourceText(range: TokenRange, start: number, end: number): string {
  const { table, from, to } = flatten(range);
  let first = -1;
  let last = -1;
  for (let row = from; row < to; row += 1) {
    if ((table.starts[row] ?? 0) >= start && (table.ends[row] ?? 0) <= end) {
      if (first < 0) first = row;
      last = row;
    }
  }
  return first < 0 ? "" : tokenText({ table, from: first, to: last + 1 });
}
