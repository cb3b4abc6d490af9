// Which delimiters belong together where they do not match, told by layout as a reader tells it:
//   - an item keyword at the start of a line closes every block whose line is indented as much or more;
//   - a `}` at the start of a line closes the block whose line has the same indentation, and with it all deeper ones;
//     where no block has that indentation, the `}` is the stray one;
//   - a block that is closed so ends before the first line that is not indented more than its own;
//   - a function's header is balanced for itself (headers.ts).

import { FLAG_LINE, TokenKind } from "../tokens.ts";
import { T } from "./codes.ts";
import { repairHeader } from "./headers.ts";
import { startsItemAt } from "./itemLines.ts";
import type { Repairs } from "./repairs.ts";
import type { Columns } from "./table.ts";

interface OpenEntry {
  /** Row of the delimiter; of the row behind it where it is an inserted one. */
  readonly row: number;
  readonly code: T;
  /** Of the line it stands on. */
  readonly indent: number;
  readonly line: number;
  /** The first row of that line. */
  readonly lineRow: number;
  readonly virtual?: boolean;
}

/** How many open delimiters are looked at for the one that is closed. */
const MAX_LOOK = 100;

/** How many rows may be looked at for better places of closing delimiters, for all of them together. */
const SEARCH_BUDGET = 300_000;

export class Layout {
  readonly columns: Columns;
  readonly repairs: Repairs;
  indent = 0;
  line = 0;
  private lineRow = 0;
  readonly stack: OpenEntry[] = [];
  private readonly text: string;
  private readonly base: number;
  private readonly partners: Uint32Array;
  private budget = SEARCH_BUDGET;

  constructor(columns: Columns, text: string, base: number, repairs: Repairs) {
    this.columns = columns;
    this.repairs = repairs;
    this.text = text;
    this.base = base;
    this.partners = new Uint32Array(columns.count);
  }

  /** Balances rows [from, to). */
  balance(from: number, to: number): void {
    const { columns } = this;
    for (let row = from; row < to; row += 1) {
      const first = this.isFirst(row) || row === from;
      if (first) {
        this.indent = this.indentOf(row);
        this.line += 1;
        this.lineRow = row;
        if (startsItemAt(columns, row)) {
          this.closeDeeper(row, this.indent);
          const behind = repairHeader(this, row, to);
          if (behind > row) {
            row = behind - 1;
            continue;
          }
        }
      }
      const kind = columns.kinds[row];
      const code = columns.codes[row] as T;
      if (code === T.Fn && !first) {
        const behind = repairHeader(this, row, to);
        if (behind > row) {
          row = behind - 1;
          continue;
        }
      }
      if (kind === TokenKind.Open) this.open(row, code);
      else if (kind === TokenKind.Close) this.close(row, code - 1, first);
    }
    while (this.stack.length > 0) this.popUnclosed(to);
  }

  open(row: number, code: T, virtual = false): void {
    const { indent, line, lineRow } = this;
    this.stack.push(
      virtual
        ? { row, code, indent, line, lineRow, virtual }
        : { row, code, indent, line, lineRow },
    );
  }

  pair(open: number, close: number): void {
    this.partners[open] = close;
    this.partners[close] = open;
  }

  isFirst(row: number): boolean {
    return ((this.columns.flags[row] ?? 0) & FLAG_LINE) !== 0;
  }

  indentOf(row: number): number {
    let width = 0;
    for (let at = (this.columns.starts[row] ?? 0) - this.base - 1; at >= 0; at -= 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === 10) break;
      width += unit === 9 ? 4 : 1;
    }
    return width;
  }

  /** Ends every open delimiter whose line is indented by `indent` or more. */
  private closeDeeper(row: number, indent: number): void {
    let top = this.stack.at(-1);
    while (top !== undefined && top.indent >= indent) {
      this.popUnclosed(row);
      top = this.stack.at(-1);
    }
  }

  private close(row: number, opening: T, first: boolean): void {
    if (first && this.closeWrongKind(row, opening)) return;
    const index =
      opening !== T.OpenBrace
        ? this.nearest(opening, first)
        : first
          ? this.braceByLayout()
          : this.braceOfLine();
    if (index < 0) {
      this.repairs.drop(row);
      return;
    }
    while (this.stack.length > index + 1) this.popUnclosed(row);
    const entry = this.stack.pop();
    if (entry !== undefined && entry.virtual !== true) this.pair(entry.row, row);
  }

  /** A line of nothing but one closing delimiter, at the indentation of a block of another kind. */
  private closeWrongKind(row: number, opening: T): boolean {
    const top = this.stack.at(-1);
    if (
      top === undefined ||
      top.code === opening ||
      top.indent !== this.indent ||
      top.virtual === true
    )
      return false;
    if (!this.isFirst(row + 1) || !this.isFirst(top.row + 1)) return false;
    if (
      this.stack
        .slice(-MAX_LOOK)
        .some((entry) => entry.code === opening && entry.indent === this.indent)
    )
      return false;
    // The brace is right: blocks of braces are what is indented most.
    if (opening === T.OpenBrace) this.repairs.replace(top.row, T.OpenBrace);
    else this.repairs.replace(row, top.code + 1);
    this.stack.pop();
    this.pair(top.row, row);
    return true;
  }

  /** The open brace that a `}` at the start of a line closes. */
  private braceByLayout(): number {
    const { stack, indent } = this;
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - MAX_LOOK); at -= 1) {
      const entry = stack[at];
      if (entry === undefined || entry.code !== T.OpenBrace) continue;
      if (entry.indent === indent) return at;
      if (entry.indent < indent) break;
    }
    // Not laid out as usual: the only brace that is open.
    const only = stack.length === 1 ? stack[0] : undefined;
    return only?.code === T.OpenBrace && only.indent > indent ? 0 : -1;
  }

  /** A `}` behind something on its line: it closes a brace of this line, or of the line that a group here began on. */
  private braceOfLine(): number {
    const { stack } = this;
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - MAX_LOOK); at -= 1) {
      const entry = stack[at];
      if (entry === undefined) break;
      if (entry.code === T.OpenBrace)
        return entry.line === this.line || entry.indent >= this.indent ? at : -1;
    }
    return -1;
  }

  /** The innermost open delimiter of that kind; it reaches across an open brace only on equal indentation. */
  private nearest(opening: T, first: boolean): number {
    const { stack } = this;
    let crossed = false;
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - MAX_LOOK); at -= 1) {
      const entry = stack[at];
      if (entry === undefined) break;
      if (entry.code === opening) {
        if (!crossed || entry.line === this.line || (first && entry.indent === this.indent))
          return at;
        if (entry.indent < this.indent) return -1;
      }
      if (entry.code === T.OpenBrace) {
        if (entry.line !== this.line && !first) return -1;
        crossed = true;
      }
    }
    return -1;
  }

  private popUnclosed(row: number): void {
    const entry = this.stack.pop();
    if (entry === undefined) return;
    const at = entry.code === T.OpenBrace ? this.blockEnd(entry, row) : this.groupEnd(entry, row);
    this.repairs.closeBefore(at, entry.code + 1, entry.row);
    // From outside, what it holds is one group from now on.
    if (entry.virtual !== true && at > entry.row) this.partners[entry.row] = at - 1;
  }

  /** Before the first line not indented more than the block's own. */
  private blockEnd(entry: OpenEntry, limit: number): number {
    const from = entry.virtual === true ? entry.row : entry.row + 1;
    for (let row = from; row < limit && this.budget > 0; row = this.behind(row)) {
      this.budget -= 1;
      if (this.isFirst(row) && this.indentOf(row) <= entry.indent) return row;
    }
    return limit;
  }

  /** Before the first `;`, a line that is not indented more than the group's own, or the block of the line's head. */
  private groupEnd(entry: OpenEntry, limit: number): number {
    const head = this.isHead(entry.lineRow);
    let firstLine = true;
    for (let row = entry.row + 1; row < limit && this.budget > 0; row = this.behind(row)) {
      this.budget -= 1;
      const code = this.columns.codes[row] as T;
      if (code === T.Semi) return row;
      if (this.isFirst(row)) {
        if (this.indentOf(row) <= entry.indent) return row;
        firstLine = false;
      }
      if (code === T.OpenBrace && head && firstLine && this.isFirst(row + 1)) return row;
    }
    return limit;
  }

  /** Whether a line begins with a keyword whose block follows at the end of the line. */
  private isHead(lineRow: number): boolean {
    switch (this.columns.codes[lineRow] as T) {
      case T.If:
      case T.While:
      case T.For:
      case T.Match:
      case T.CloseBrace:
      case T.Impl:
      case T.Trait:
      case T.Struct:
      case T.Enum:
        return true;
      default:
        return false;
    }
  }

  private behind(row: number): number {
    const partner = this.partners[row] ?? 0;
    return (partner > row ? partner : row) + 1;
  }
}
