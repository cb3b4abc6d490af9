// Text to token table.
//
// Delimiters always match in the table: what does not match in the text is reported and then balanced by layout
// (lex/repair.ts), so that one missing brace costs one function and not the file.

import type { Edition } from "../base/edition.ts";
import { DEFAULT_EDITION } from "../base/edition.ts";
import type { SyntaxError } from "./ast.ts";
import { delimiterErrors, matchDelimiters } from "./lex/delimiters.ts";
import { repairDelimiters } from "./lex/repair.ts";
import { scanText } from "./lex/scanner.ts";
import type { Cut } from "./lex/scanner.ts";
import { tableOverText } from "./lex/table.ts";
import type { Tokens } from "./tokens.ts";

export interface LexedTokens {
  readonly tokens: Tokens;
  /** Lexical errors and unmatched delimiters, as far as rustc reports them. */
  readonly errors: readonly SyntaxError[];
  /** With the last of them rustc gives up. */
  readonly fatal: boolean;
  /** Where a string or comment that runs over a line end begins. */
  readonly multiline: readonly number[];
  /** Read with one of those cut short. */
  readonly cut: boolean;
}

export function tokenize(text: string, base: number, edition: Edition = DEFAULT_EDITION): Tokens {
  return lex(text, base, edition).tokens;
}

export function lex(text: string, base: number, edition: Edition, cut?: Cut): LexedTokens {
  const scan = scanText(text, base, cut === undefined ? { edition } : { edition, cut });
  const { columns, errors, multiline } = scan;
  const partners = matchDelimiters(columns);
  const fatal = errors.findIndex(isFatal);
  if (partners !== undefined) {
    const shown = fatal < 0 ? errors : errors.slice(0, fatal + 1);
    return {
      tokens: tableOverText(columns, partners, text, base),
      errors: shown,
      fatal: fatal >= 0,
      multiline,
      cut: cut !== undefined,
    };
  }
  const balanced = repairDelimiters(columns, text, base);
  const matched = matchDelimiters(balanced) ?? new Uint32Array(balanced.count);
  const shown =
    fatal < 0 ? [...errors, ...delimiterErrors(columns, text)] : errors.slice(0, fatal + 1);
  return {
    tokens: tableOverText(balanced, matched, text, base),
    errors: shown,
    fatal: true,
    multiline,
    cut: cut !== undefined,
  };
}

/** A literal or comment without an end: rustc reads no further. */
function isFatal(error: SyntaxError): boolean {
  return error.message.startsWith("unterminated");
}
