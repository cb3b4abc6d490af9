// Token tables that macro expansion makes: rows from many places, each with its text, source position and hygiene mark.

import { codeOf } from "./lex/codes.ts";
import type { T } from "./lex/codes.ts";
import { Columns } from "./lex/table.ts";
import { matchDelimiters } from "./lex/delimiters.ts";
import { FLAG_RAW, FLAG_SPACED, TokenKind } from "./tokens.ts";
import type { Tokens } from "./tokens.ts";

/** What a macro matcher can ask for. */
export type FragmentKind =
  | "expr"
  | "expr_2021"
  | "ty"
  | "pat"
  | "pat_param"
  | "stmt"
  | "block"
  | "item"
  | "path"
  | "meta"
  | "vis"
  | "literal"
  | "ident"
  | "lifetime"
  | "tt";

/** The node of an Interpolated row, with the fragment it was matched as. */
export interface Interpolated {
  readonly fragment: FragmentKind;
  readonly node: unknown;
}

export class TokenBuffer {
  private readonly columns = new Columns(64);
  private readonly texts: string[] = [];
  private readonly contexts: number[] = [];
  private readonly nodes = new Map<number, Interpolated>();

  get count(): number {
    return this.columns.count;
  }

  push(
    kind: TokenKind,
    text: string,
    start: number,
    end: number,
    context: number,
    spaced: boolean,
    raw: boolean,
  ): void {
    const flags = (spaced ? FLAG_SPACED : 0) | (raw ? FLAG_RAW : 0);
    this.columns.push(kind, codeOf(kind, text, raw), flags, start, end);
    this.texts.push(text);
    this.contexts.push(context);
  }

  pushInterpolated(node: Interpolated, start: number, end: number, spaced = true): void {
    this.nodes.set(this.columns.count, node);
    this.push(TokenKind.Interpolated, "", start, end, 0, spaced, false);
  }

  /** Copies one row of another table; `context` undefined keeps its hygiene mark. */
  copy(table: Tokens, row: number, context?: number): void {
    const kind = (table.kinds[row] ?? TokenKind.End) as TokenKind;
    const start = table.starts[row] ?? 0;
    const end = table.ends[row] ?? 0;
    if (kind === TokenKind.Interpolated) {
      this.pushInterpolated(table.node(row) as Interpolated, start, end, table.spaced(row));
      return;
    }
    // The code follows the edition of the file that the token comes from.
    this.columns.push(kind, (table.codes[row] ?? 0) as T, table.flags[row] ?? 0, start, end);
    this.texts.push(table.text(row));
    this.contexts.push(context ?? table.context(row));
  }

  /** The table. Unmatched delimiters point at themselves. */
  finish(): Tokens {
    const { columns, texts, contexts, nodes } = this;
    const last = columns.count;
    const end = columns.ends[last - 1] ?? 0;
    columns.push(TokenKind.End, codeOf(TokenKind.End, "", false), 0, end, end);
    const { kinds, codes, flags, starts, ends } = columns;
    return {
      count: last,
      kinds,
      codes,
      flags,
      starts,
      ends,
      partners: matchDelimiters(columns) ?? selfPartners(columns.count),
      text: (row) => texts[row] ?? "",
      context: (row) => contexts[row] ?? 0,
      spaced: (row) => ((flags[row] ?? 0) & FLAG_SPACED) !== 0,
      isRaw: (row) => ((flags[row] ?? 0) & FLAG_RAW) !== 0,
      node: (row) => nodes.get(row),
    };
  }
}

function selfPartners(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}
