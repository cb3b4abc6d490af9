// Fragment specifiers: which token may begin one, and how to read one (rustc's `parse_nonterminal`).

import type { Span } from "../../base/span.ts";
import type { Edition } from "../../base/edition.ts";
import type { TokenRange } from "../../syntax/ast.ts";
import {
  parseExprTokens,
  parseFragment,
  parseItemsTokens,
  parsePatTokens,
  parseTypeTokens,
} from "../../syntax/fragments.ts";
import type { FragmentKind, Interpolated } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { Tokens } from "../../syntax/tokens.ts";

/** What a macro variable stands for. */
export type Matched =
  /** `tt`, `ident`, `lifetime`: spliced as the tokens they are. */
  | { readonly kind: "tokens"; readonly range: TokenRange }
  | {
      readonly kind: "node";
      readonly fragment: FragmentKind;
      readonly node: unknown;
      readonly range: TokenRange;
    };

/** The node of an interpolated row, with the tokens it was read from (for `stringify!`). */
export interface InterpolatedNode extends Interpolated {
  readonly range: TokenRange;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const STRICT_KEYWORDS = words(
  "as break const continue crate else enum extern false fn for if impl in let loop " +
    "match mod move mut pub ref return self Self static struct super trait true type " +
    "unsafe use where while abstract become box do final macro override priv typeof " +
    "unsized virtual yield async await dyn try",
);

const EXPR_KEYWORDS = words(
  "async do box break continue false for if let loop match move return true try " +
    "unsafe while yield static self Self super crate $crate",
);

/** What an `expr` may begin with since edition 2024. */
const EXPR_2024 = words("const _");

const TYPE_KEYWORDS = words("for impl fn unsafe extern typeof dyn self Self super crate $crate _");

const EXPR_PUNCT = words("! - * | || & && .. ... ..= < << :: #");

const TYPE_PUNCT = words("! * & && < << :: ?");

const PAT_PUNCT = words("& && - .. ... ..= :: < << _");

function isLiteral(kind: TokenKind): boolean {
  return kind >= TokenKind.Int && kind <= TokenKind.RawCStr;
}

function fragmentOf(table: Tokens, row: number): string {
  const node = table.node(row) as { fragment?: string } | undefined;
  return node?.fragment ?? "";
}

/** Whether the token at `row` may begin the fragment; if not, the matcher does not try it. */
export function canBegin(
  table: Tokens,
  row: number,
  to: number,
  fragment: string,
  edition: Edition,
): boolean {
  if (row >= to) return fragment === "vis";
  const kind = table.kinds[row] as TokenKind;
  const text = kind === TokenKind.Interpolated ? "" : table.text(row);
  const inner = kind === TokenKind.Interpolated ? fragmentOf(table, row) : "";
  switch (fragment) {
    case "tt":
    case "item":
    case "stmt":
      return kind !== TokenKind.Close;
    case "ident":
      return kind === TokenKind.Ident && text !== "_";
    case "lifetime":
      return kind === TokenKind.Lifetime;
    case "literal":
      return (
        isLiteral(kind) ||
        inner === "literal" ||
        (inner === "expr" && isLiteralNode(table, row)) ||
        (kind === TokenKind.Ident && (text === "true" || text === "false")) ||
        text === "-"
      );
    case "block":
      return text === "{" || inner === "block";
    case "vis":
      return (
        text === "," ||
        kind === TokenKind.Ident ||
        inner !== "" ||
        canBeginType(table, row, kind, text, inner)
      );
    case "expr":
      return edition >= 2024 && kind === TokenKind.Ident && EXPR_2024.has(text)
        ? true
        : canBeginExpr(table, row, kind, text, inner);
    case "expr_2021":
      return canBeginExpr(table, row, kind, text, inner);
    case "ty":
      return canBeginType(table, row, kind, text, inner);
    case "pat":
    case "pat_param":
      if (text === "|") return fragment === "pat";
      return (
        kind === TokenKind.Ident ||
        isLiteral(kind) ||
        text === "(" ||
        text === "[" ||
        PAT_PUNCT.has(text) ||
        ["pat", "pat_param", "path", "literal", "expr", "block"].includes(inner)
      );
    case "path":
    case "meta":
      return (
        kind === TokenKind.Ident ||
        text === "::" ||
        inner === "path" ||
        inner === "meta" ||
        (fragment === "path" && (text === "<" || text === "<<" || inner === "ty"))
      );
    default:
      return true;
  }
}

function isLiteralNode(table: Tokens, row: number): boolean {
  const node = table.node(row) as { node?: { kind?: string } } | undefined;
  return node?.node?.kind === "lit";
}

function canBeginExpr(
  table: Tokens,
  row: number,
  kind: TokenKind,
  text: string,
  inner: string,
): boolean {
  if (inner !== "") return ["expr", "expr_2021", "literal", "path", "block"].includes(inner);
  if (isLiteral(kind) || kind === TokenKind.Lifetime || kind === TokenKind.Open) return true;
  if (kind === TokenKind.Punct) return EXPR_PUNCT.has(text);
  if (kind !== TokenKind.Ident) return false;
  if (table.isRaw(row)) return true;
  if (text === "let" || text === "const" || text === "_") return false;
  return !STRICT_KEYWORDS.has(text) || EXPR_KEYWORDS.has(text);
}

function canBeginType(
  table: Tokens,
  row: number,
  kind: TokenKind,
  text: string,
  inner: string,
): boolean {
  if (inner !== "") return inner === "ty" || inner === "path";
  if (kind === TokenKind.Open) return text !== "{";
  if (kind === TokenKind.Lifetime) return true;
  if (kind === TokenKind.Punct) return TYPE_PUNCT.has(text) || text === "_";
  if (kind !== TokenKind.Ident) return false;
  return table.isRaw(row) || !STRICT_KEYWORDS.has(text) || TYPE_KEYWORDS.has(text);
}

export type FragmentResult =
  | { readonly ok: true; readonly matched: Matched; readonly end: number }
  | { readonly ok: false; readonly message: string; readonly row: number; readonly span?: Span };

/** Reads one fragment at `row`. */
export function readFragment(
  table: Tokens,
  row: number,
  to: number,
  fragment: string,
  edition: Edition,
): FragmentResult {
  if (fragment === "tt") {
    const end =
      table.kinds[row] === TokenKind.Open ? Math.max(table.partners[row] ?? row, row) + 1 : row + 1;
    return { ok: true, matched: { kind: "tokens", range: { table, from: row, to: end } }, end };
  }
  if (fragment === "ident" || fragment === "lifetime") {
    return {
      ok: true,
      matched: { kind: "tokens", range: { table, from: row, to: row + 1 } },
      end: row + 1,
    };
  }
  if (
    table.kinds[row] === TokenKind.Interpolated &&
    row < to &&
    passesThrough(fragment, fragmentOf(table, row))
  ) {
    const inner = table.node(row) as { fragment: FragmentKind; node: unknown };
    const range = { table, from: row, to: row + 1 };
    return {
      ok: true,
      matched: { kind: "node", fragment: inner.fragment, node: inner.node, range },
      end: row + 1,
    };
  }
  const kind = fragment as FragmentKind;
  const parsed = parseFragment(kind, { table, from: row, to }, edition);
  if (parsed === undefined) return faultOf(fragment, { table, from: row, to }, edition);
  const range = { table, from: row, to: parsed.next };
  return {
    ok: true,
    matched: { kind: "node", fragment: kind, node: parsed.node, range },
    end: parsed.next,
  };
}

/** What the parser has to say about a fragment that it does not take. */
function faultOf(
  fragment: string,
  range: TokenRange,
  edition: Edition,
): FragmentResult & { readonly ok: false } {
  const plain = fragment.replace(/_(2021|param)$/, "");
  const parse = {
    expr: parseExprTokens,
    ty: parseTypeTokens,
    pat: parsePatTokens,
    item: parseItemsTokens,
  }[plain];
  const error = parse?.(range, edition).errors[0];
  const row = range.from;
  if (error === undefined) return { ok: false, message: `expected ${nounOf(fragment)}`, row };
  const { message } = error;
  const end = range.table.ends[range.to - 1] ?? error.end;
  if (error.start < end) {
    return { ok: false, message, row, span: { start: error.start, end: error.end } };
  }
  // rustc points at the last token for `<eof>`, behind it for the end of the arguments.
  const start = message.includes("`<eof>`") ? (range.table.starts[range.to - 1] ?? end) : end;
  return { ok: false, message, row, span: { start, end } };
}

function nounOf(fragment: string): string {
  if (fragment.startsWith("expr")) return "expression";
  if (fragment.startsWith("pat")) return "pattern";
  const nouns: Readonly<Record<string, string>> = {
    ty: "type",
    stmt: "a statement",
    path: "identifier",
    item: "an item keyword",
  };
  return nouns[fragment] ?? fragment;
}

/** A variable handed on under the same kind of fragment stays the node it is. */
function passesThrough(wanted: string, has: string): boolean {
  const plain = (name: string): string => name.replace(/_(2021|param)$/, "");
  return plain(wanted) === plain(has) && wanted !== "expr" && wanted !== "path" && wanted !== "ty";
}
