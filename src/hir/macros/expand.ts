// Expanding one macro call: match its rules in order, write out the first that fits, parse the result.

import type { Edition } from "../../base/edition.ts";
import type { Span } from "../../base/span.ts";
import type { Expr, Item, MacroCall, Pat, Stmt, TokenRange, Type } from "../../syntax/ast.ts";
import {
  parseExprTokens,
  parseItemsTokens,
  parsePatTokens,
  parseStatementsTokens,
  parseTypeTokens,
} from "../../syntax/fragments.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import type { Tokens } from "../../syntax/tokens.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import { reportError, reportUnsupported } from "../crate.ts";
import type { Crate, ExpansionResult, MacroDef, MacroFrame } from "../crate.ts";
import { marker } from "../hygiene.ts";
import type { Expansion } from "../hygiene.ts";
import { outerCall, spanIn } from "../spans.ts";
import { expandBuiltin, quote } from "./builtin.ts";
import type { CallSite } from "./callSite.ts";
import { matchRule } from "./matcher.ts";
import { parseMacroDef, parseRules } from "./rules.ts";
import type { Rule } from "./rules.ts";
import { transcribe } from "./transcribe.ts";

export const RECURSION_LIMIT = 128;

export type ExpansionPlace = ExpansionResult["kind"];

/** The tokens that a call stands for; undefined after an error. */
export function expandTokens(crate: Crate, macro: MacroDef, site: CallSite): Tokens | undefined {
  const { call } = site;
  const depth = site.frame === undefined ? 0 : site.frame.depth;
  const span = outerCall(site.frame, call);
  if (depth > RECURSION_LIMIT) {
    reportError(crate, {
      code: undefined,
      message: `recursion limit reached while expanding \`${macro.name}!\``,
      span: call.start <= call.end ? { start: call.start, end: call.end } : span,
      help: `consider increasing the recursion limit by adding a \`#![recursion_limit = "256"]\` attribute to your crate`,
    });
    return undefined;
  }
  const expansion: Expansion = {
    macro,
    callSpan: span,
    callContext: call.path.segments[0]?.ident.context ?? 0,
    depth: depth + 1,
    crateIsStd: macro.fromStd,
  };
  const mark = marker(crate.hygiene, expansion);
  if (macro.builtin !== undefined) return expandBuiltin(crate, macro, site, mark);
  return expandRules(crate, macro, call, span, mark);
}

function expandRules(
  crate: Crate,
  macro: MacroDef,
  call: MacroCall,
  span: Span,
  mark: (context: number) => number,
): Tokens | undefined {
  const input = withoutDocComments(call.tokens);
  let furthest = -1;
  for (const rule of rulesOf(macro)) {
    const result = matchRule(rule.matcher, input, editionFor(crate, macro));
    if (result.kind === "success") {
      const written = transcribe(rule.body, result.matches, mark);
      if ("tokens" in written) return written.tokens;
      reportError(crate, { code: undefined, message: written.message, span: written.span });
      return undefined;
    }
    if (result.kind === "error") {
      reportError(crate, {
        code: undefined,
        message: mismatch(input, result),
        span: result.span ?? rowSpan(call, input, result.row),
      });
      return undefined;
    }
    furthest = Math.max(furthest, result.row);
  }
  crate.macroFailed = true;
  reportNoRule(crate, call, input, furthest, span);
  return undefined;
}

export function rulesOf(macro: MacroDef): readonly Rule[] {
  macro.rules ??= macro.isMacroDef ? parseMacroDef(macro.body) : parseRules(macro.body);
  return macro.rules;
}

function mismatch(
  range: TokenRange,
  error: { readonly row: number; readonly message: string },
): string {
  const isPlain = error.message.startsWith("expected ") && !error.message.includes(", found");
  if (!isPlain) return error.message.replace("found end of file", "found end of macro arguments");
  if (error.row >= range.to) return `${error.message}, found end of macro arguments`;
  return `${error.message}, found ${tokenNoun(range.table, error.row)}`;
}

function reportNoRule(
  crate: Crate,
  call: MacroCall,
  input: TokenRange,
  row: number,
  span: Span,
): void {
  const { table, from, to } = input;
  if (row < 0 || row >= to) {
    // rustc points behind the last token, or at the whole call where there is none.
    const end = to > from ? (table.ends[to - 1] ?? span.end) : 0;
    const at = to > from ? { start: end, end } : { start: call.start, end: call.end };
    reportError(crate, {
      code: undefined,
      message: "unexpected end of macro invocation",
      span: at,
    });
    return;
  }
  const message = `no rules expected ${tokenNoun(table, row)}`;
  reportError(crate, { code: undefined, message, span: rowSpan(call, input, row) });
}

const RESERVED =
  /^(as|break|const|continue|crate|else|enum|extern|false|fn|for|if|impl|in|let|loop|match|mod|move|mut|pub|ref|return|self|Self|static|struct|super|trait|true|type|unsafe|use|where|while|async|await|dyn)$/;

function tokenNoun(table: Tokens, row: number): string {
  const kind = table.kinds[row];
  if (kind === TokenKind.Interpolated) {
    const node = table.node(row) as { fragment?: string } | undefined;
    return `\`${node?.fragment ?? "expr"}\` metavariable`;
  }
  const text = table.text(row);
  if (text === "_") return "reserved identifier `_`";
  if (kind === TokenKind.Ident && !table.isRaw(row) && RESERVED.test(text))
    return `keyword \`${text}\``;
  return `\`${text}\``;
}

function rowSpan(call: MacroCall, input: TokenRange, row: number): Span {
  const { table, to } = input;
  if (row >= to) return { start: call.start, end: call.end };
  return { start: table.starts[row] ?? call.start, end: table.ends[row] ?? call.end };
}

/** A doc comment among macro arguments is the attribute `#[doc = "…"]`. */
function withoutDocComments(range: TokenRange): TokenRange {
  const { table, from, to } = range;
  let found = false;
  for (let row = from; row < to && !found; row += 1) found = isDoc(table.kinds[row]);
  if (!found) return range;
  const buffer = new TokenBuffer();
  for (let row = from; row < to; row += 1) {
    if (isDoc(table.kinds[row])) pushDoc(buffer, table, row);
    else buffer.copy(table, row);
  }
  const made = buffer.finish();
  return { table: made, from: 0, to: made.count };
}

function isDoc(kind: number | undefined): boolean {
  return kind === TokenKind.OuterDoc || kind === TokenKind.InnerDoc;
}

function pushDoc(buffer: TokenBuffer, table: Tokens, row: number): void {
  const start = table.starts[row] ?? 0;
  const end = table.ends[row] ?? 0;
  const text = table.text(row);
  const inner = text.startsWith("/*") ? text.slice(3, -2) : text.slice(3);
  const push = (kind: TokenKind, word: string): void =>
    buffer.push(kind, word, start, end, table.context(row), true, false);
  push(TokenKind.Punct, "#");
  if (table.kinds[row] === TokenKind.InnerDoc) push(TokenKind.Punct, "!");
  push(TokenKind.Open, "[");
  push(TokenKind.Ident, "doc");
  push(TokenKind.Punct, "=");
  push(TokenKind.Str, quote(inner));
  push(TokenKind.Close, "]");
}

/** Expands a call and parses what comes out for the place where it stands. */
export function expandCall(
  crate: Crate,
  macro: MacroDef,
  site: CallSite,
  place: ExpansionPlace,
): ExpansionResult | undefined {
  const tokens = expandTokens(crate, macro, site);
  if (tokens === undefined) return undefined;
  const outer = outerCall(site.frame, site.call);
  const frame: MacroFrame = { outer, depth: (site.frame?.depth ?? 0) + 1 };
  return parseExpansion(crate, macro, tokens, frame, place);
}

/** What is a keyword is told by the text that the words come from: arguments of std's macros are the user's. */
function editionFor(crate: Crate, macro: MacroDef): Edition {
  return crate.std === undefined ? macro.edition : crate.edition;
}

function parseExpansion(
  crate: Crate,
  macro: MacroDef,
  table: Tokens,
  frame: MacroFrame,
  place: ExpansionPlace,
): ExpansionResult | undefined {
  const range: TokenRange = { table, from: 0, to: table.count };
  const edition = editionFor(crate, macro);
  switch (place) {
    case "expr": {
      const parsed = parseExprTokens(range, edition);
      checkRest(crate, macro, range, parsed, frame, true);
      return { kind: "expr", expr: parsed.node as Expr | undefined, frame };
    }
    case "pat": {
      const parsed = parsePatTokens(range, edition);
      checkRest(crate, macro, range, parsed, frame, false);
      return { kind: "pat", pat: parsed.node as Pat | undefined, frame };
    }
    case "type": {
      const parsed = parseTypeTokens(range, edition);
      checkRest(crate, macro, range, parsed, frame, false);
      return { kind: "type", type: parsed.node as Type | undefined, frame };
    }
    case "items": {
      const parsed = parseItemsTokens(range, edition, crate.std === undefined ? "later" : "now");
      checkRest(crate, macro, range, parsed, frame, true);
      return { kind: "items", items: (parsed.node ?? []) as readonly Item[], frame };
    }
    case "statements": {
      const parsed = parseStatementsTokens(range, edition);
      checkRest(crate, macro, range, parsed, frame, false);
      const block = parsed.node as { statements: readonly Stmt[]; tail?: Expr } | undefined;
      return { kind: "statements", statements: block?.statements ?? [], tail: block?.tail, frame };
    }
  }
}

interface Parsed {
  readonly errors: readonly {
    readonly message: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly next: number;
}

/** Syntax errors of the expansion, and tokens left over (one trailing `;` is let pass, as rustc does). */
function checkRest(
  crate: Crate,
  macro: MacroDef,
  range: TokenRange,
  parsed: Parsed,
  frame: MacroFrame,
  semicolon: boolean,
): void {
  const [error] = parsed.errors;
  if (error !== undefined) {
    const inside = error.start >= frame.outer.start && error.end <= frame.outer.end;
    const span = inside ? { start: error.start, end: error.end } : frame.outer;
    reportError(crate, { code: undefined, message: error.message, span });
    return;
  }
  const next =
    semicolon && parsed.next < range.to && range.table.text(parsed.next) === ";"
      ? parsed.next + 1
      : parsed.next;
  if (next >= range.to) return;
  const message = `macro expansion ignores ${tokenNoun(range.table, next)} and any tokens following`;
  const span = spanIn(crate, frame, {
    start: range.table.starts[next] ?? 0,
    end: range.table.ends[next] ?? 0,
  });
  reportError(crate, { code: undefined, message, span });
  reportUnsupported(
    crate,
    frame.outer,
    `${macro.name}!`,
    "its expansion does not parse as a whole",
  );
}
