// `macro_rules!` definitions: matchers and right-hand sides as trees (rustc's `mbe::quoted`).

import type { FragmentKind } from "../../syntax/tokenBuffer.ts";
import type { Span } from "../../base/span.ts";
import type { TokenRange } from "../../syntax/ast.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";

export type Kleene = "*" | "+" | "?";

export interface TokenRef {
  readonly table: Tokens;
  readonly row: number;
}

export type Tree =
  | ({ readonly kind: "token" } & TokenRef)
  /** `open` and `close` are rows of `table`. */
  | {
      readonly kind: "delimited";
      readonly table: Tokens;
      readonly open: number;
      readonly close: number;
      readonly trees: readonly Tree[];
    }
  | {
      readonly kind: "sequence";
      readonly trees: readonly Tree[];
      readonly separator: TokenRef | undefined;
      readonly op: Kleene;
      readonly span: Span;
    }
  /** `$name` or, in a matcher, `$name:fragment`. `ref` is the row of the name. */
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly fragment: string;
      readonly ref: TokenRef;
      readonly dollar: number;
      readonly span: Span;
    }
  /** `$crate`; `ref` is the row of the word. */
  | { readonly kind: "crate"; readonly ref: TokenRef };

export interface Rule {
  readonly matcher: readonly Tree[];
  readonly body: readonly Tree[];
  readonly span: Span;
}

/** Rules `(matcher) => { body };`. A definition that does not parse gives the rules before the fault. */
export function parseRules(range: TokenRange): Rule[] {
  const { table, to } = range;
  const rules: Rule[] = [];
  let row = range.from;
  while (row < to) {
    if (table.kinds[row] !== TokenKind.Open) return rules;
    const close = table.partners[row] ?? row;
    const arrow = close + 1;
    if (close <= row || arrow >= to || table.text(arrow) !== "=>") return rules;
    const open = arrow + 1;
    const end = table.partners[open] ?? open;
    if (open >= to || table.kinds[open] !== TokenKind.Open || end <= open) return rules;
    rules.push({
      matcher: parseTrees(table, row + 1, close, true),
      body: parseTrees(table, open + 1, end, false),
      span: { start: table.starts[row] ?? 0, end: table.ends[close] ?? 0 },
    });
    row = end + 1;
    if (row < to && table.text(row) === ";") row += 1;
  }
  return rules;
}

/** A `macro name($a:expr) { body }` has one rule; `macro name { rules }` several. */
export function parseMacroDef(range: TokenRange): Rule[] {
  const { table, from, to } = range;
  if (from >= to || table.kinds[from] !== TokenKind.Open) return [];
  const close = table.partners[from] ?? from;
  if (table.text(from) === "{") return parseRules({ table, from: from + 1, to: close });
  const open = close + 1;
  const end = open < to ? (table.partners[open] ?? open) : open;
  if (end <= open) return [];
  return [
    {
      matcher: parseTrees(table, from + 1, close, true),
      body: parseTrees(table, open + 1, end, false),
      span: { start: table.starts[from] ?? 0, end: table.ends[close] ?? 0 },
    },
  ];
}

function parseTrees(table: Tokens, from: number, to: number, matcher: boolean): Tree[] {
  const out: Tree[] = [];
  let row = from;
  while (row < to) {
    const kind = table.kinds[row];
    if (kind === TokenKind.Open) {
      const close = Math.min(Math.max(table.partners[row] ?? row, row), to);
      out.push({
        kind: "delimited",
        table,
        open: row,
        close,
        trees: parseTrees(table, row + 1, close, matcher),
      });
      row = close + 1;
    } else if (kind === TokenKind.Punct && table.text(row) === "$" && row + 1 < to) {
      row = parseDollar(table, row, to, matcher, out);
    } else if (matcher && (kind === TokenKind.OuterDoc || kind === TokenKind.InnerDoc)) {
      row += 1;
    } else {
      out.push({ kind: "token", table, row });
      row += 1;
    }
  }
  return out;
}

const FRAGMENTS: ReadonlySet<string> = new Set<FragmentKind>([
  "expr",
  "expr_2021",
  "ty",
  "pat",
  "pat_param",
  "stmt",
  "block",
  "item",
  "path",
  "meta",
  "vis",
  "literal",
  "ident",
  "lifetime",
  "tt",
]);

/** `$crate`, `$name`, `$name:fragment` or `$( … ) sep op`; returns the row behind it. */
function parseDollar(
  table: Tokens,
  row: number,
  to: number,
  matcher: boolean,
  out: Tree[],
): number {
  const next = row + 1;
  if (table.kinds[next] === TokenKind.Open && table.text(next) === "(") {
    return parseSequence(table, row, to, matcher, out);
  }
  if (table.kinds[next] !== TokenKind.Ident) {
    out.push({ kind: "token", table, row });
    return next;
  }
  const name = table.text(next);
  const ref = { table, row: next };
  if (name === "crate" && !table.isRaw(next)) {
    out.push({ kind: "crate", ref });
    return next + 1;
  }
  const start = table.starts[row] ?? 0;
  if (!matcher) {
    const span = { start, end: table.ends[next] ?? start };
    out.push({ kind: "variable", name, fragment: "", ref, dollar: row, span });
    return next + 1;
  }
  const hasFragment =
    next + 2 < to && table.text(next + 1) === ":" && table.kinds[next + 2] === TokenKind.Ident;
  const written = hasFragment ? table.text(next + 2) : "";
  // As rustc goes on behind a specifier that it rejects.
  const fragment = FRAGMENTS.has(written) ? written : "tt";
  const last = hasFragment ? next + 2 : next;
  const span = { start, end: table.ends[last] ?? start };
  out.push({ kind: "variable", name, fragment, ref, dollar: row, span });
  return last + 1;
}

function parseSequence(
  table: Tokens,
  row: number,
  to: number,
  matcher: boolean,
  out: Tree[],
): number {
  const open = row + 1;
  const close = Math.min(Math.max(table.partners[open] ?? open, open), to);
  const trees = parseTrees(table, open + 1, close, matcher);
  let at = close + 1;
  let separator: TokenRef | undefined;
  let op = at < to ? kleeneAt(table, at) : undefined;
  const after = at + 1 < to ? kleeneAt(table, at + 1) : undefined;
  // `$(…)?+` and the like: a Kleene operator can be the separator of another.
  if (op === undefined || (op !== "*" && after !== undefined && adjoins(table, at))) {
    if (after !== undefined) {
      separator = { table, row: at };
      op = after;
      at += 1;
    }
  }
  const span = { start: table.starts[open] ?? 0, end: table.ends[close] ?? 0 };
  out.push({ kind: "sequence", trees, separator, op: op ?? "*", span });
  return op === undefined ? close + 1 : at + 1;
}

function adjoins(table: Tokens, row: number): boolean {
  return table.text(row) !== "?" && !table.spaced(row + 1);
}

function kleeneAt(table: Tokens, row: number): Kleene | undefined {
  if (table.kinds[row] !== TokenKind.Punct) return undefined;
  const text = table.text(row);
  return text === "*" || text === "+" || text === "?" ? text : undefined;
}

/** Names of the variables below some trees. */
export function variablesOf(trees: readonly Tree[], into: Set<string> = new Set()): Set<string> {
  for (const tree of trees) {
    if (tree.kind === "variable") into.add(tree.name);
    else if (tree.kind === "delimited" || tree.kind === "sequence") variablesOf(tree.trees, into);
  }
  return into;
}
