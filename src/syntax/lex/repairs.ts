// What is to be changed about a token table to balance it.

import { T } from "./codes.ts";

interface Insertion {
  readonly code: T;
  /** Row of the delimiter that it closes; later ones are closed first. */
  readonly open: number;
}

export class Repairs {
  private readonly dropped: Uint8Array;
  private readonly replaced = new Map<number, T>();
  private readonly inserted = new Map<number, Insertion[]>();

  constructor(count: number) {
    this.dropped = new Uint8Array(count);
  }

  drop(row: number): void {
    this.dropped[row] = 1;
  }

  isDropped(row: number): boolean {
    return this.dropped[row] === 1;
  }

  /** Makes a delimiter one of another kind. */
  replace(row: number, code: T): void {
    this.replaced.set(row, code);
  }

  replacement(row: number): T | undefined {
    return this.replaced.get(row);
  }

  /** Closes the delimiter of row `open` before `row`. */
  closeBefore(row: number, code: T, open: number): void {
    this.insert(row, { code, open });
  }

  openBefore(row: number, code: T): void {
    this.insert(row, { code, open: row });
  }

  private insert(row: number, insertion: Insertion): void {
    const here = this.inserted.get(row);
    if (here === undefined) this.inserted.set(row, [insertion]);
    else here.push(insertion);
  }

  /** Closing ones first, innermost first; then those that open. */
  insertedBefore(row: number): readonly T[] {
    const here = this.inserted.get(row);
    if (here === undefined) return [];
    const closing = here
      .filter(({ code }) => !this.isOpening(code))
      .sort((a, b) => b.open - a.open);
    return [...closing, ...here.filter(({ code }) => this.isOpening(code))].map(({ code }) => code);
  }

  isOpening(code: T): boolean {
    return code === T.OpenParen || code === T.OpenBracket || code === T.OpenBrace;
  }
}
