// The parser's context: where it stands in a token table, what it would have accepted there, and what went wrong.
//
// Nothing throws. After an error the parser stays quiet (`failed`) until it is in step again: behind the next closing
// delimiter, statement, item or match arm. Errors therefore come one per mistake, as from rustc, while the tree
// keeps as much as can be read. Productions in other files are plain functions of this context; those that would
// make files import each other in a circle go through `grammar`.

import type { Edition } from "../../base/edition.ts";
import type {
  Attribute,
  Block,
  Bound,
  Expr,
  Ident,
  Item,
  Lifetime,
  Pat,
  SyntaxError,
  TokenRange,
  Type,
} from "../ast.ts";
import type { Interpolated } from "../tokenBuffer.ts";
import { FLAG_LINE } from "../tokens.ts";
import type { Tokens } from "../tokens.ts";
import { T, isKeyword, lastIdentCode, splitOf } from "../lex/codes.ts";
import { syntaxError } from "../lex/errorCodes.ts";
import { describeToken, expectedMessage } from "./messages.ts";

/** Productions reached from files that come before them. */
export interface Grammar {
  expr(p: Parser): Expr;
  exprRes(p: Parser, restrictions: number): Expr;
  /** The right side of `let` in a condition. */
  scrutinee(p: Parser): Expr;
  type(p: Parser): Type;
  typeNoBounds(p: Parser): Type;
  bounds(p: Parser): Bound[];
  pat(p: Parser): Pat;
  block(p: Parser): Block;
  /** The body of a function, at its `{`. */
  fnBody(p: Parser): Block;
  /** An item in a function body, behind its attributes; undefined, with nothing consumed, where none begins here. */
  item(p: Parser, attrs: readonly Attribute[]): Item | undefined;
}

/** Where an expression stands decides what it may be. */
export const enum Res {
  None = 0,
  /** Block-like expressions end the statement. */
  Stmt = 1,
  /** `{` is no struct literal. */
  NoStruct = 2,
  /** `>` ends a generic argument. */
  Const = 4,
  /** `let` is allowed. */
  Let = 8,
}

/** Levels of nesting that are followed; deeper text is skipped with an error. */
const MAX_DEPTH = 500;

/** Length of chains such as `a + b + …` and `a.b().c()…`, whose trees are as deep as they are long. */
export const MAX_CHAIN = 1000;

export interface Mark {
  readonly row: number;
  readonly part: number;
  readonly prevEnd: number;
  readonly errors: number;
  readonly failed: boolean;
}

export class Parser {
  readonly table: Tokens;
  readonly edition: Edition;
  readonly grammar: Grammar;
  readonly errors: SyntaxError[] = [];
  /** Rows from here on are not seen. */
  limit: number;
  row: number;
  code: T = T.Eof;
  start = 0;
  prevEnd: number;
  restrictions = Res.None;
  /** An error was reported and the parser is not yet in step again. */
  failed = false;
  depth = 0;
  /** Looking ahead: what is read now is read again. Nothing that can be long may be tried within. */
  guessing = false;
  /** Units of the current row that are consumed already: `>` of `>>`. */
  private part = 0;
  private readonly lastIdent: T;
  private readonly wanted = new Uint8Array(64);
  private wantedCount = 0;

  constructor(range: TokenRange, edition: Edition, grammar: Grammar) {
    this.table = range.table;
    this.edition = edition;
    this.grammar = grammar;
    this.limit = range.to;
    this.row = range.from;
    this.lastIdent = lastIdentCode(edition);
    this.prevEnd = this.table.starts[range.from] ?? 0;
    this.load();
  }

  // ---- moving

  bump(): void {
    if (this.row >= this.limit) return;
    this.prevEnd = this.table.ends[this.row] ?? 0;
    this.row += 1;
    this.part = 0;
    this.wantedCount = 0;
    this.load();
  }

  private load(): void {
    const { row, table } = this;
    this.start = table.starts[row] ?? this.prevEnd;
    this.code = row < this.limit ? (table.codes[row] as T) : T.Eof;
  }

  /** Code of the n-th token from here. */
  peek(n: number): T {
    const row = this.row + n;
    return row < this.limit ? (this.table.codes[row] as T) : T.Eof;
  }

  get end(): number {
    return this.table.ends[this.row] ?? this.start;
  }

  /** The current token is the first of its line. */
  get atLineStart(): boolean {
    return ((this.table.flags[this.row] ?? 0) & FLAG_LINE) !== 0;
  }

  /** The current token is the last of its line. */
  get atLineEnd(): boolean {
    return ((this.table.flags[this.row + 1] ?? FLAG_LINE) & FLAG_LINE) !== 0;
  }

  text(): string {
    return this.table.text(this.row);
  }

  /** Row of the delimiter that closes the open one at the current row. */
  closing(): number {
    return Math.max(this.table.partners[this.row] ?? 0, this.row);
  }

  /** Steps over one token, or over a whole delimited group. */
  skipTree(): void {
    if (this.code === T.OpenParen || this.code === T.OpenBracket || this.code === T.OpenBrace) {
      const close = this.closing();
      if (close > this.row) this.jump(Math.min(close, this.limit));
    }
    this.bump();
  }

  /** Moves on to a row. */
  jump(row: number): void {
    if (row > this.row) this.prevEnd = this.table.ends[row - 1] ?? this.prevEnd;
    this.row = row;
    this.part = 0;
    this.wantedCount = 0;
    this.load();
  }

  /** Skips to the delimiter that ends the enclosing group. */
  skipToClose(): void {
    while (!this.atClose()) this.skipTree();
  }

  atClose(): boolean {
    const { code } = this;
    return (
      code === T.CloseParen || code === T.CloseBracket || code === T.CloseBrace || code === T.Eof
    );
  }

  mark(): Mark {
    const { row, part, prevEnd, failed } = this;
    return { row, part, prevEnd, errors: this.errors.length, failed };
  }

  reset(mark: Mark): void {
    this.row = mark.row;
    this.part = 0;
    this.load();
    for (let n = 0; n < mark.part; n += 1) this.split();
    this.prevEnd = mark.prevEnd;
    this.failed = mark.failed;
    this.errors.length = mark.errors;
    this.wantedCount = 0;
  }

  /** Runs `parse` on rows [from, to) and comes back. Gives undefined where that left an error. */
  inside<R>(from: number, to: number, parse: () => R): R | undefined {
    const mark = this.mark();
    const { limit, restrictions } = this;
    this.limit = to;
    this.failed = false;
    this.restrictions = Res.None;
    this.jump(from);
    const result = parse();
    const clean = this.errors.length === mark.errors;
    this.limit = limit;
    this.restrictions = restrictions;
    this.reset(mark);
    return clean ? result : undefined;
  }

  // ---- asking

  at(code: T): boolean {
    return this.code === code;
  }

  /** Like `at`, and remembers what would have been welcome here. */
  check(code: T): boolean {
    if (this.code === code) return true;
    this.want(code);
    return false;
  }

  want(code: T): void {
    if (this.wantedCount < 64) {
      this.wanted[this.wantedCount] = code;
      this.wantedCount += 1;
    }
  }

  wants(code: T): boolean {
    return this.wanted.subarray(0, this.wantedCount).includes(code);
  }

  /** The token before this one has that code. */
  endsBehind(code: T): boolean {
    return this.row > 0 && (this.table.codes[this.row - 1] as T) === code;
  }

  eat(code: T): boolean {
    if (this.code === code) {
      this.bump();
      return true;
    }
    this.want(code);
    return false;
  }

  /** Takes `code`, also from the front of a longer operator (`>` of `>>=`). */
  eatSplit(code: T): boolean {
    if (this.eat(code)) return true;
    if (splitOf(this.code)?.[0] !== code) return false;
    this.split();
    return true;
  }

  checkSplit(code: T): boolean {
    return this.check(code) || splitOf(this.code)?.[0] === code;
  }

  private split(): void {
    const halves = splitOf(this.code);
    if (halves === undefined) return;
    this.part += 1;
    this.start += 1;
    this.prevEnd = this.start;
    this.code = halves[1];
    this.wantedCount = 0;
  }

  /** Takes `code` or reports what else was expected. */
  expect(code: T): boolean {
    if (this.eat(code)) return true;
    this.unexpected();
    return false;
  }

  expectSplit(code: T): boolean {
    if (this.eatSplit(code)) return true;
    this.unexpected();
    return false;
  }

  isIdent(code: T = this.code): boolean {
    return code >= T.Ident && code <= this.lastIdent;
  }

  /** A word that is a keyword in this edition. */
  isReserved(code: T = this.code): boolean {
    return isKeyword(code) || (code >= T.Gen && code <= T.Try && !this.isIdent(code));
  }

  /** One of the keywords that paths may begin with. */
  isPathKeyword(code: T = this.code): boolean {
    return code === T.SelfValue || code === T.SelfType || code === T.Super || code === T.Crate;
  }

  interpolated(): Interpolated | undefined {
    return this.code === T.Interpolated ? (this.table.node(this.row) as Interpolated) : undefined;
  }

  /** The node spliced in here, if it is of that fragment; consumes it. */
  eatInterpolated<N>(...fragments: readonly string[]): N | undefined {
    const spliced = this.interpolated();
    if (spliced === undefined || !fragments.includes(spliced.fragment)) return undefined;
    this.bump();
    return spliced.node as N;
  }

  // ---- names

  /** The current token as an identifier, whatever it is. */
  takeIdent(): Ident {
    const { row, table, start } = this;
    const ident = {
      start,
      end: table.ends[row] ?? start,
      name: table.text(row),
      context: table.context(row),
    };
    this.bump();
    return ident;
  }

  ident(): Ident {
    if (this.isIdent()) return this.takeIdent();
    this.unexpectedIdent();
    return this.missingIdent();
  }

  missingIdent(): Ident {
    return { start: this.prevEnd, end: this.prevEnd, name: "", context: 0 };
  }

  lifetime(): Lifetime {
    return this.takeIdent();
  }

  // ---- going wrong

  error(message: string, start: number = this.start, end: number = this.end): void {
    if (!this.failed) this.errors.push(syntaxError(message, start, end));
    this.failed = true;
  }

  /** An error that leaves the parser in step: what follows can be read. */
  complain(message: string, start: number = this.start, end: number = this.end): void {
    if (!this.failed) this.errors.push(syntaxError(message, start, end));
  }

  /** "expected …, found …" from what was asked for here. */
  unexpected(): void {
    if (!this.failed) this.error(this.unexpectedMessage());
  }

  unexpectedMessage(): string {
    return expectedMessage(this.wanted.subarray(0, this.wantedCount), this.found());
  }

  unexpectedIdent(): void {
    this.want(T.XIdent);
    if (!this.failed) this.error(`expected identifier, found ${this.found()}`);
  }

  /** The current token as rustc names it. */
  found(): string {
    return describeToken(this);
  }

  /** In step again. */
  recovered(): void {
    this.failed = false;
  }

  // ---- depth

  /** False, with everything up to the end of the group skipped, where nesting is too deep to follow. */
  enter(): boolean {
    this.depth += 1;
    if (this.depth <= MAX_DEPTH) return true;
    this.tooDeep();
    return false;
  }

  leave(): void {
    this.depth -= 1;
  }

  tooDeep(): void {
    this.error("this is nested too deeply to be analysed");
    this.skipToClose();
  }
}

/**
 * Writes an absent optional field as undefined, so that all nodes of a kind have one shape in memory.
 */
export function opt<V>(value: V | undefined): V {
  return value as V;
}
