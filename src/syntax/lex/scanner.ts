// Text to token columns. Comments and white space vanish, except doc comments.
//
// Follows rustc_lexer; where rustc gives up (an unterminated string, say) the scanner reports the same message and
// goes on, so that the rest of the file keeps its tokens.

import type { Edition } from "../../base/edition.ts";
import type { SyntaxError } from "../ast.ts";
import { FLAG_LINE, FLAG_RAW, FLAG_SPACED, TokenKind } from "../tokens.ts";
import {
  Class,
  classOf,
  codePointLength,
  identStartAt,
  isDigit,
  isPictograph,
  isWideSpace,
  skipIdentContinue,
} from "./chars.ts";
import { T, wordCode } from "./codes.ts";
import { blockCommentEnd, characterEnd } from "./ends.ts";
import { syntaxError } from "./errorCodes.ts";
import { numberEnd } from "./numbers.ts";
import { punctCode } from "./operators.ts";
import { Columns } from "./table.ts";

interface ScanOptions {
  readonly edition: Edition;
  readonly cut?: Cut;
}

/** A guess about a quote (or `/*`): its text ends with its line, or it is itself a stray character. */
export interface Cut {
  readonly offset: number;
  readonly how: "line" | "stray";
}

interface Scan {
  readonly columns: Columns;
  readonly errors: readonly SyntaxError[];
  /** Offsets of the opening quotes of strings (and block comments) that run over a line end. */
  readonly multiline: readonly number[];
}

export function scanText(text: string, base: number, options: ScanOptions): Scan {
  const scanner = new Scanner(text, base, options);
  scanner.run();
  return scanner;
}

class Scanner implements Scan {
  readonly columns: Columns;
  readonly errors: SyntaxError[] = [];
  readonly multiline: number[] = [];
  private readonly text: string;
  private readonly base: number;
  private readonly edition: Edition;
  private readonly cut: Cut | undefined;
  private at = 0;
  private flags = FLAG_LINE;

  constructor(text: string, base: number, options: ScanOptions) {
    this.text = text;
    this.base = base;
    this.edition = options.edition;
    this.cut = options.cut;
    this.columns = new Columns((text.length >> 3) + 64);
  }

  run(): void {
    this.skipFileStart();
    const { text } = this;
    while (this.at < text.length) {
      const unit = text.charCodeAt(this.at);
      switch (classOf(unit)) {
        case Class.Space:
          this.at += 1;
          this.flags |= FLAG_SPACED;
          break;
        case Class.Newline:
          this.at += 1;
          this.flags |= FLAG_SPACED | FLAG_LINE;
          break;
        case Class.Word:
          this.word();
          break;
        case Class.Digit:
          this.number();
          break;
        case Class.Punct:
          this.punct(unit);
          break;
        case Class.DoubleQuote:
          this.quoted(this.at, 1, TokenKind.Str, T.Str);
          break;
        case Class.SingleQuote:
          this.singleQuote();
          break;
        case Class.Slash:
          this.slash();
          break;
        case Class.Open:
          this.push(
            TokenKind.Open,
            unit === 40 ? T.OpenParen : unit === 91 ? T.OpenBracket : T.OpenBrace,
            this.at + 1,
          );
          break;
        case Class.Close:
          this.push(
            TokenKind.Close,
            unit === 41 ? T.CloseParen : unit === 93 ? T.CloseBracket : T.CloseBrace,
            this.at + 1,
          );
          break;
        case Class.Other:
          this.other(unit);
          break;
      }
    }
    this.push(TokenKind.End, T.Eof, text.length);
  }

  private push(kind: TokenKind, code: T, end: number): void {
    this.columns.push(kind, code, this.flags, this.base + this.at, this.base + end);
    this.at = end;
    this.flags = 0;
  }

  private error(start: number, end: number, message: string): void {
    this.errors.push(syntaxError(message, this.base + start, this.base + end));
  }

  /** A byte order mark and a `#!` line, unless that begins an inner attribute. */
  private skipFileStart(): void {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    if (!this.text.startsWith("#!", this.at)) return;
    const next = /^(?:\s|\/\/(?![/!]).*|\/\/\/\/.*|\/\*(?![*!])[^]*?\*\/)*(.)?/u.exec(
      this.text.slice(this.at + 2),
    );
    if (next?.[1] === "[") return;
    this.at = this.lineEnd(this.at);
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? this.text.length : end;
  }

  // ---- words

  private word(): void {
    const { text, at: start } = this;
    const end = skipIdentContinue(text, start + 1);
    const next = text.charCodeAt(end);
    if (next === 34 || next === 35 || next === 39) {
      if (this.prefixed(start, end, next)) return;
    }
    this.push(TokenKind.Ident, wordCode(text, start, end), end);
  }

  /** `r"…"`, `b'…'`, `r#name` and reserved prefixes. False where the word is just a word. */
  private prefixed(start: number, end: number, next: number): boolean {
    const word = this.text.slice(start, end);
    if (next === 39) {
      if (word === "b") {
        this.character(start, end, TokenKind.Byte, T.Byte);
        return true;
      }
      if (word.length > 0 && this.edition >= 2021) this.unknownPrefix(start, end, word);
      return false;
    }
    const quote = this.quoteBehindHashes(end);
    switch (word) {
      case "r":
        if (quote >= 0) return this.raw(end, quote, TokenKind.RawStr, T.Str);
        return this.rawIdent(start, end);
      case "br":
        if (quote >= 0) return this.raw(end, quote, TokenKind.RawByteStr, T.ByteStr);
        break;
      case "cr":
        if (quote >= 0 && this.edition >= 2021)
          return this.raw(end, quote, TokenKind.RawCStr, T.CStr);
        break;
      case "b":
        if (next === 34) return this.quoted(start, 2, TokenKind.ByteStr, T.ByteStr);
        break;
      case "c":
        if (next === 34 && this.edition >= 2021)
          return this.quoted(start, 2, TokenKind.CStr, T.CStr);
        break;
    }
    if (this.edition >= 2021) this.unknownPrefix(start, end, word);
    return false;
  }

  private unknownPrefix(start: number, end: number, word: string): void {
    this.error(start, end, `prefix \`${word}\` is unknown`);
  }

  /** Offset of the `"` behind `#`s at `at`, or -1. */
  private quoteBehindHashes(at: number): number {
    let quote = at;
    while (this.text.charCodeAt(quote) === 35) quote += 1;
    return this.text.charCodeAt(quote) === 34 ? quote : -1;
  }

  private rawIdent(start: number, end: number): boolean {
    const { text } = this;
    const length = identStartAt(text, end + 1);
    if (length === 0) {
      if (this.edition >= 2021) this.unknownPrefix(start, end, "r");
      return false;
    }
    const stop = skipIdentContinue(text, end + 1 + length);
    const name = text.slice(end + 1, stop);
    if (
      name === "crate" ||
      name === "self" ||
      name === "super" ||
      name === "Self" ||
      name === "_"
    ) {
      this.error(start, stop, `\`${name}\` cannot be a raw identifier`);
    }
    this.flags |= FLAG_RAW;
    this.push(TokenKind.Ident, T.Ident, stop);
    return true;
  }

  // ---- literals

  private number(): void {
    const { end, float, problem } = numberEnd(this.text, this.at);
    if (problem !== undefined) this.error(this.at, end, problem);
    const stop = identStartAt(this.text, end) > 0 ? skipIdentContinue(this.text, end) : end;
    this.push(float ? TokenKind.Float : TokenKind.Int, float ? T.Float : T.Int, stop);
  }

  /** A string with escapes whose text begins `lead` units behind `start`. */
  private quoted(start: number, lead: number, kind: TokenKind, code: T): true {
    const { text } = this;
    const how = this.cutAt(start);
    if (how === "stray") return this.strayQuote(start, lead);
    const cut = how === "line" ? this.lineEnd(start) : text.length;
    let at = start + lead;
    let over = false;
    for (; at < cut; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === 34) break;
      if (unit === 92) at += 1;
      else if (unit === 10) over = true;
    }
    if (over) this.multiline.push(start);
    return this.finishString(start, at, cut, kind, code);
  }

  private cutAt(offset: number): Cut["how"] | undefined {
    return this.cut?.offset === offset ? this.cut.how : undefined;
  }

  private strayQuote(start: number, lead: number): true {
    this.error(start, start + lead, "unterminated double quote string");
    this.push(TokenKind.Unknown, T.Unknown, start + lead);
    return true;
  }

  private finishString(start: number, at: number, cut: number, kind: TokenKind, code: T): true {
    if (at < cut) {
      this.suffixed(kind, code, at + 1);
      return true;
    }
    const what =
      code === T.ByteStr
        ? "double quote byte string"
        : code === T.CStr
          ? "C string"
          : "double quote string";
    this.error(start, Math.min(at, this.text.length), `unterminated ${what}`);
    // What stands behind a forgotten quote is more often code than text.
    this.push(kind, code, Math.min(this.stringGuess(start), this.text.length));
    return true;
  }

  /** Where an unterminated string probably ended: its line, less closing punctuation. */
  private stringGuess(start: number): number {
    const end = this.lineEnd(start);
    const line = this.text.slice(start, end);
    const tail = /[)\]};,({\s]*$/.exec(line);
    return Math.max(end - (tail?.[0].length ?? 0), Math.min(start + 1, end));
  }

  private raw(hashes: number, quote: number, kind: TokenKind, code: T): true {
    const { text, at: start } = this;
    if (quote - hashes > 255)
      this.error(
        start,
        quote,
        "too many `#` symbols: raw strings may be delimited by up to 255 `#` symbols, but found " +
          String(quote - hashes),
      );
    const close = `"${"#".repeat(quote - hashes)}`;
    const at = text.indexOf(close, quote + 1);
    const end = at < 0 || this.cutAt(start) !== undefined ? -1 : at;
    if (end < 0) {
      this.error(start, quote + 1, "unterminated raw string");
      this.push(kind, code, this.lineEnd(start));
      return true;
    }
    if (text.slice(start, end).includes("\n")) this.multiline.push(start);
    this.suffixed(kind, code, end + close.length);
    return true;
  }

  private suffixed(kind: TokenKind, code: T, end: number): void {
    const length = identStartAt(this.text, end);
    this.push(kind, code, length > 0 ? skipIdentContinue(this.text, end + length) : end);
  }

  private singleQuote(): void {
    const { text, at: start } = this;
    const first = start + 1;
    const second = first + codePointLength(text, first);
    const word =
      text.charCodeAt(second) === 39
        ? 0
        : identStartAt(text, first) || (isDigit(text.charCodeAt(first)) ? 1 : 0);
    if (word === 0) {
      this.character(start, start, TokenKind.Char, T.Char);
      return;
    }
    const raw =
      this.edition >= 2021 && text.startsWith("r#", first) ? identStartAt(text, first + 2) : 0;
    if (raw > 0) {
      this.flags |= FLAG_RAW;
      this.push(TokenKind.Lifetime, T.Lifetime, skipIdentContinue(text, first + 2 + raw));
      return;
    }
    const end = skipIdentContinue(text, first + word);
    if (text.charCodeAt(end) === 39) {
      this.error(start, end + 1, "character literal may only contain one codepoint");
      this.suffixed(TokenKind.Char, T.Char, end + 1);
      return;
    }
    if (isDigit(text.charCodeAt(first)))
      this.error(start, end, "lifetimes cannot start with a number");
    if (this.edition >= 2021 && text.charCodeAt(end) === 35)
      this.unknownPrefix(start, end, text.slice(start, end));
    this.push(TokenKind.Lifetime, T.Lifetime, end);
  }

  /** A character whose quote is at `quote`. */
  private character(start: number, quote: number, kind: TokenKind, code: T): void {
    const end = characterEnd(this.text, quote);
    if (end >= 0) {
      this.suffixed(kind, code, end);
      return;
    }
    this.error(
      start,
      quote + 1,
      code === T.Byte ? "unterminated byte constant" : "unterminated character literal",
    );
    this.push(TokenKind.Unknown, T.Unknown, quote + 1);
  }

  // ---- comments and operators

  private slash(): void {
    const next = this.text.charCodeAt(this.at + 1);
    if (next === 47) this.lineComment();
    else if (next === 42) this.blockComment();
    else if (next === 61) this.push(TokenKind.Punct, T.SlashEq, this.at + 2);
    else this.push(TokenKind.Punct, T.Slash, this.at + 1);
  }

  private lineComment(): void {
    const { text, at: start } = this;
    let end = this.lineEnd(start);
    if (text.charCodeAt(end - 1) === 13 && end < text.length) end -= 1;
    const third = text.charCodeAt(start + 2);
    if (third === 33) this.push(TokenKind.InnerDoc, T.InnerDoc, end);
    else if (third === 47 && text.charCodeAt(start + 3) !== 47)
      this.push(TokenKind.OuterDoc, T.OuterDoc, end);
    else {
      this.at = end;
      this.flags |= FLAG_SPACED;
    }
  }

  private blockComment(): void {
    const { text, at: start } = this;
    const how = this.cutAt(start);
    const cut = how !== undefined;
    let end = cut ? -1 : blockCommentEnd(text, start);
    const third = text.charCodeAt(start + 2);
    const fourth = text.charCodeAt(start + 3);
    const doc = third === 33 || (third === 42 && fourth !== 42 && fourth !== 47);
    if (end < 0) {
      this.error(
        start,
        cut ? start + 2 : text.length,
        `unterminated block ${doc ? "doc-" : ""}comment`,
      );
      // Of a stray `/*` the rest of the file is more likely code.
      end = how === "stray" ? start + 2 : this.lineEnd(start);
    } else if (text.slice(start, end).includes("\n")) {
      this.multiline.push(start);
    }
    if (doc && third === 33) this.push(TokenKind.InnerDoc, T.InnerDoc, end);
    else if (doc) this.push(TokenKind.OuterDoc, T.OuterDoc, end);
    else {
      this.at = end;
      this.flags |= FLAG_SPACED;
    }
  }

  private punct(unit: number): void {
    const { text, at } = this;
    const b = text.charCodeAt(at + 1);
    const c = text.charCodeAt(at + 2);
    if (unit === 35 && this.edition >= 2024 && (b === 34 || b === 35)) this.reservedHash(b);
    const code = punctCode(unit, b, c);
    this.push(TokenKind.Punct, code & 0xff, at + (code >> 8));
  }

  /** Edition 2024 reserves `#"` and `##`. */
  private reservedHash(next: number): void {
    const message =
      next === 34
        ? "invalid unprefixed guarded string literal"
        : "reserved multi-hash token is forbidden";
    this.error(this.at, this.at + 2, message);
  }

  private other(unit: number): void {
    const { text, at: start } = this;
    if (isWideSpace(unit)) {
      this.at += 1;
      this.flags |= FLAG_SPACED;
      return;
    }
    const length = identStartAt(text, start);
    if (length > 0) {
      const end = skipIdentContinue(text, start + length);
      this.push(TokenKind.Ident, T.Ident, end);
      return;
    }
    this.unknown(start);
  }

  private unknown(start: number): void {
    const { text } = this;
    if (isPictograph(text, start)) {
      let end = start + codePointLength(text, start);
      while (end < text.length && isPictograph(text, end)) end += codePointLength(text, end);
      end = skipIdentContinue(text, end);
      this.error(start, end, `identifiers cannot contain emoji: \`${text.slice(start, end)}\``);
      this.push(TokenKind.Ident, T.Ident, end);
      return;
    }
    const end = start + codePointLength(text, start);
    const shown = isPrintable(text.charCodeAt(start))
      ? text.slice(start, end)
      : `\\u{${(text.codePointAt(start) ?? 0).toString(16)}}`;
    this.error(start, end, `unknown start of token: ${shown}`);
    this.push(TokenKind.Unknown, T.Unknown, end);
  }
}

function isPrintable(unit: number): boolean {
  return unit >= 32 && unit < 127;
}
