// The growing columns of a token table, and the table over a source text.

import { FLAG_RAW, FLAG_SPACED, type TokenKind } from "../tokens.ts";
import type { Tokens } from "../tokens.ts";
import { type T, fixedText } from "./codes.ts";

/** Columns while they are filled. Positions are global. All share one buffer: macro expansion makes many small tables. */
export class Columns {
  count = 0;
  kinds!: Uint8Array;
  codes!: Uint8Array;
  flags!: Uint8Array;
  starts!: Uint32Array;
  ends!: Uint32Array;

  constructor(capacity: number) {
    this.allocate(capacity);
  }

  private allocate(capacity: number): void {
    const buffer = new ArrayBuffer(capacity * 11);
    this.starts = new Uint32Array(buffer, 0, capacity);
    this.ends = new Uint32Array(buffer, capacity * 4, capacity);
    this.kinds = new Uint8Array(buffer, capacity * 8, capacity);
    this.codes = new Uint8Array(buffer, capacity * 9, capacity);
    this.flags = new Uint8Array(buffer, capacity * 10, capacity);
  }

  push(kind: TokenKind, code: T, flags: number, start: number, end: number): void {
    const row = this.count;
    if (row === this.kinds.length) this.grow();
    this.kinds[row] = kind;
    this.codes[row] = code;
    this.flags[row] = flags;
    this.starts[row] = start;
    this.ends[row] = end;
    this.count = row + 1;
  }

  private grow(): void {
    const { kinds, codes, flags, starts, ends } = this;
    this.allocate(kinds.length * 2 + 16);
    this.kinds.set(kinds);
    this.codes.set(codes);
    this.flags.set(flags);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/**
 * The table over `text`. The columns must end with an End row, which `count` does not include; `partners` is as long.
 */
export function tableOverText(
  columns: Columns,
  partners: Uint32Array,
  text: string,
  base: number,
): Tokens {
  const { kinds, codes, flags, starts, ends } = columns;
  return {
    count: columns.count - 1,
    kinds,
    codes,
    flags,
    starts,
    ends,
    partners,
    text(row) {
      const start = (starts[row] ?? 0) - base;
      const end = (ends[row] ?? 0) - base;
      if (start === end) return fixedText(codes[row] as T) ?? "";
      const raw = ((flags[row] ?? 0) & FLAG_RAW) !== 0;
      if (!raw) return text.slice(start, end);
      return text.charCodeAt(start) === 39
        ? `'${text.slice(start + 3, end)}`
        : text.slice(start + 2, end);
    },
    context: () => 0,
    spaced: (row) => ((flags[row] ?? 0) & FLAG_SPACED) !== 0,
    isRaw: (row) => ((flags[row] ?? 0) & FLAG_RAW) !== 0,
    node: () => undefined,
  };
}
