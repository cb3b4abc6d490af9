// Text to syntax tree.
//
// A text that does not read as Rust is tried a second time where a quote or comment that runs over a line end may be
// to blame: the reading with the fewest errors wins (see `repaired`).

import type { Edition } from "../base/edition.ts";
import type { Block, EvenReading, Item, Snippet, SourceFile, Stmt, SyntaxError } from "./ast.ts";
import { innerAttributes } from "./grammar/attributes.ts";
import { parseItems } from "./grammar/items.ts";
import { rustParser } from "./grammar/rust.ts";
import type { Bodies } from "./grammar/rust.ts";
import { parseBlock, parseStatements } from "./grammar/statements.ts";
import { T, mayBeName } from "./lex/codes.ts";
import { lex } from "./lexer.ts";
import type { LexedTokens } from "./lexer.ts";
import type { Attribute } from "./ast.ts";

export function parseFile(text: string, base: number, edition: Edition): SourceFile {
  return reading(text, base, edition, readFile).node;
}

/** For std: bodies of functions are parsed when somebody looks at them, and their errors are not reported. */
export function parseLibraryFile(text: string, base: number, edition: Edition): SourceFile {
  const lexed = lex(text, base, edition);
  const { attrs, items, errors } = parseTop(lexed, edition, "later");
  return {
    start: base,
    end: base + text.length,
    edition,
    attrs,
    items,
    tokens: lexed.tokens,
    errors: shownErrors(lexed, errors),
  };
}

/** A fragment of a program: items and statements in any order at the top. */
export function parseSnippet(text: string, base: number, edition: Edition): Snippet {
  return reading(text, base, edition, readSnippet).node;
}

interface Reading<N> {
  readonly node: N;
  /** How much was wrong, cascades included. */
  readonly badness: number;
  readonly firstError: number;
  readonly lexed: LexedTokens;
}

type Read<N> = (lexed: LexedTokens, text: string, base: number, edition: Edition) => Reading<N>;

/** Multi-line strings and comments that are tried as the culprit. */
const MAX_SUSPECTS = 6;

function reading<N>(text: string, base: number, edition: Edition, read: Read<N>): Reading<N> {
  const first = read(lex(text, base, edition), text, base, edition);
  if (first.badness === 0 || first.lexed.multiline.length === 0) return first;
  return repaired(first, text, base, edition, read);
}

function repaired<N>(
  first: Reading<N>,
  text: string,
  base: number,
  edition: Edition,
  read: Read<N>,
): Reading<N> {
  const leastFunctions = countFunctions(first);
  let best = { reading: first, badness: first.badness, functions: leastFunctions };
  for (const offset of suspects(first, base)) {
    for (const how of ["line", "stray"] as const) {
      const other = read(lex(text, base, edition, { offset, how }), text, base, edition);
      const functions = countFunctions(other);
      // A reading with fewer errors because it takes code for text is no better.
      if (functions < leastFunctions) continue;
      const badness = other.badness - (how === "stray" && codeFollows(text, offset) ? 1.5 : 0);
      const gained = first.lexed.fatal
        ? Math.min(functions - best.functions, 1) * FUNCTION_WORTH
        : 0;
      if (badness < best.badness + gained) best = { reading: other, badness, functions };
    }
  }
  return best.reading;
}

/** How many errors more a reading may have that finds more functions, where a quote is certainly wrong. */
const FUNCTION_WORTH = 4;

function countFunctions<N>(reading: Reading<N>): number {
  const { codes, count } = reading.lexed.tokens;
  let functions = 0;
  for (let row = 0; row < count; row += 1) {
    if (codes[row] === T.Fn && mayBeName(codes[row + 1] as T)) functions += 1;
  }
  return functions;
}

/** What stands behind a quote on its line is no text but the head of an item. */
function codeFollows(text: string, quote: number): boolean {
  const line = text.slice(quote + 1, quote + 160);
  return /^\s*(?:pub|fn|unsafe|const|async|extern|impl|struct|enum|trait|mod|use|let)\b|^\s*(?:->|\{|\()|^\s*\w+\([^;"]*\)[^;"]*\{/.test(
    line,
  );
}

/** A stray quote turns the strings behind it inside out: those begun last before the first error are likeliest. */
function suspects<N>(first: Reading<N>, base: number): readonly number[] {
  const { multiline } = first.lexed;
  const behind = multiline.findIndex((offset) => offset + base > first.firstError);
  const end = behind < 0 ? multiline.length : behind + 1;
  return multiline.slice(Math.max(0, end - MAX_SUSPECTS), end);
}

/** A function's body by itself, braces included; undefined where what stands behind it could be read otherwise. */
export function parseBody(text: string, base: number, edition: Edition): Body | undefined {
  const lexed = lex(text, base, edition);
  const evenly = evenReading(lexed, base);
  if (evenly === undefined) return undefined;
  const { tokens } = lexed;
  const p = rustParser({ table: tokens, from: 0, to: tokens.count }, edition);
  const block = parseBlock(p);
  const whole = p.row === tokens.count && block.end === base + text.length && !p.failed;
  return whole ? { block, errors: p.errors, ...evenly } : undefined;
}

export interface Body extends EvenReading {
  readonly block: Block;
  readonly errors: readonly SyntaxError[];
}

function evenReading(lexed: LexedTokens, base: number): EvenReading | undefined {
  if (lexed.cut || lexed.fatal || lexed.errors.length > 0) return undefined;
  return { multiline: lexed.multiline.map((offset) => base + offset) };
}

function readFile(
  lexed: LexedTokens,
  text: string,
  base: number,
  edition: Edition,
): Reading<SourceFile> {
  const { attrs, items, errors } = parseTop(lexed, edition);
  const evenly = evenReading(lexed, base);
  return finished(lexed, errors, {
    start: base,
    end: base + text.length,
    edition,
    attrs,
    items,
    tokens: lexed.tokens,
    errors: shownErrors(lexed, errors),
    ...guessedErrors(lexed, errors),
    ...(evenly === undefined ? {} : { evenly }),
  });
}

function parseTop(
  lexed: LexedTokens,
  edition: Edition,
  bodies: Bodies = "now",
): { attrs: readonly Attribute[]; items: Item[]; errors: SyntaxError[] } {
  const { tokens } = lexed;
  const p = rustParser({ table: tokens, from: 0, to: tokens.count }, edition, bodies);
  const attrs = innerAttributes(p);
  const items = parseItems(p, "file");
  return { attrs, items, errors: p.errors };
}

function readSnippet(
  lexed: LexedTokens,
  text: string,
  base: number,
  edition: Edition,
): Reading<Snippet> {
  const { tokens } = lexed;
  const p = rustParser({ table: tokens, from: 0, to: tokens.count }, edition);
  const attrs = innerAttributes(p);
  const all = parseStatements(p);
  const items: Item[] = [];
  const statements: Stmt[] = [];
  for (const statement of all.statements) {
    if (statement.kind === "item") items.push(statement.item);
    else statements.push(statement);
  }
  const { tail } = all;
  if (tail !== undefined)
    statements.push({
      kind: "expr",
      start: tail.start,
      end: tail.end,
      expr: tail,
      semicolon: false,
    });
  return finished(lexed, p.errors, {
    start: base,
    end: base + text.length,
    edition,
    attrs,
    items,
    tokens,
    errors: shownErrors(lexed, p.errors),
    ...guessedErrors(lexed, p.errors),
    statements,
  });
}

/** What the parser found wrong behind tokens that rustc does not get past. */
function guessedErrors(
  lexed: LexedTokens,
  errors: readonly SyntaxError[],
): { readonly guessed?: readonly SyntaxError[] } {
  return lexed.fatal && errors.length > 0 ? { guessed: errors } : {};
}

function finished<N>(lexed: LexedTokens, errors: readonly SyntaxError[], node: N): Reading<N> {
  let firstError = Infinity;
  for (const list of [errors, lexed.errors])
    for (const { start } of list) firstError = Math.min(firstError, start);
  return { node, badness: errors.length + lexed.errors.length, firstError, lexed };
}

/** rustc reads all tokens first; it does not parse what it could not divide into tokens and groups. */
function shownErrors(lexed: LexedTokens, errors: readonly SyntaxError[]): readonly SyntaxError[] {
  if (lexed.fatal) return lexed.errors;
  return [...lexed.errors, ...[...errors].sort((a, b) => a.start - b.start)];
}
