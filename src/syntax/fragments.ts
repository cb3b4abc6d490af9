// Parsing ranges of tokens: what macro matchers ask for, and what expansions turn into.

import type { Edition } from "../base/edition.ts";
import type {
  Attribute,
  Block,
  Expr,
  Item,
  Pat,
  SyntaxError,
  TokenRange,
  Type,
  Visibility,
} from "./ast.ts";
import { startsOperand } from "./grammar/begins.ts";
import { attributeContent } from "./grammar/attributes.ts";
import { parseItem, parseItems } from "./grammar/items.ts";
import { outerAttributes } from "./grammar/attributes.ts";
import { parseSignedLiteral, startsLiteral } from "./grammar/literals.ts";
import type { Parser } from "./grammar/parser.ts";
import { isPathStart, parseQPath, startsType } from "./grammar/paths.ts";
import { parsePat, parsePatNoTop } from "./grammar/patterns.ts";
import { rustParser } from "./grammar/rust.ts";
import type { Bodies } from "./grammar/rust.ts";
import { parseBareStatement, parseStatements } from "./grammar/statements.ts";
import { parseVisibility } from "./grammar/visibility.ts";
import { T } from "./lex/codes.ts";
import type { FragmentKind } from "./tokenBuffer.ts";

export type { FragmentKind, Interpolated } from "./tokenBuffer.ts";

export interface Parsed<N> {
  readonly node: N;
  readonly errors: readonly SyntaxError[];
  /** The first row that is not part of the node. */
  readonly next: number;
}

export function parseExprTokens(range: TokenRange, edition: Edition): Parsed<Expr> {
  return parsed(range, edition, (p) => p.grammar.expr(p));
}

export function parseTypeTokens(range: TokenRange, edition: Edition): Parsed<Type> {
  return parsed(range, edition, (p) => p.grammar.type(p));
}

export function parsePatTokens(range: TokenRange, edition: Edition): Parsed<Pat> {
  return parsed(range, edition, parsePat);
}

export function parseItemsTokens(
  range: TokenRange,
  edition: Edition,
  bodies: Bodies = "now",
): Parsed<readonly Item[]> {
  return parsed(range, edition, (p) => parseItems(p, "file"), bodies);
}

/** Statements with their tail, as between the braces of a block. */
export function parseStatementsTokens(range: TokenRange, edition: Edition): Parsed<Block> {
  return parsed(range, edition, (p) => {
    const { start } = p;
    const { statements, tail } = parseStatements(p);
    const block = { start, end: p.prevEnd, attrs: [], statements };
    return tail === undefined ? block : { ...block, tail };
  });
}

function parsed<N>(
  range: TokenRange,
  edition: Edition,
  parse: (p: Parser) => N,
  bodies: Bodies = "now",
): Parsed<N> {
  const p = rustParser(range, edition, bodies);
  const node = parse(p);
  return { node, errors: p.errors, next: p.row };
}

/** The longest `kind` at the start of the range; undefined where there is none. */
export function parseFragment(
  kind: FragmentKind,
  range: TokenRange,
  edition: Edition,
): { node: unknown; next: number } | undefined {
  const p = rustParser(range, edition);
  const node = PARSERS[kind](p);
  if (node === undefined || p.errors.length > 0 || p.failed) return undefined;
  return { node, next: p.row };
}

const PARSERS: { readonly [kind in FragmentKind]: (p: Parser) => unknown } = {
  expr: (p) => (startsOperand(p) && p.code !== T.Let ? p.grammar.expr(p) : undefined),
  expr_2021: (p) =>
    startsOperand(p) && p.code !== T.Let && p.code !== T.Underscore && !isConstBlock(p)
      ? p.grammar.expr(p)
      : undefined,
  ty: (p): Type | undefined => (startsType(p) ? p.grammar.type(p) : undefined),
  pat: parsePat,
  pat_param: parsePatNoTop,
  stmt: (p) => (p.code === T.Eof || p.code === T.Semi ? undefined : parseBareStatement(p)),
  block: (p) =>
    p.code === T.OpenBrace || p.interpolated()?.fragment === "block"
      ? p.grammar.block(p)
      : undefined,
  item: (p) => parseItem(p, outerAttributes(p), "file"),
  path: parsePathFragment,
  meta: (p): Attribute => attributeContent(p, p.start, false),
  vis: (p): Visibility => parseVisibility(p),
  literal: (p) =>
    startsLiteral(p) ||
    p.code === T.Minus ||
    ["literal", "expr", "expr_2021"].includes(p.interpolated()?.fragment ?? "")
      ? parseSignedLiteral(p)
      : undefined,
  ident: (p) =>
    p.isIdent() || p.isReserved() ? (p.code === T.Underscore ? undefined : taken(p)) : undefined,
  lifetime: (p) => (p.code === T.Lifetime ? taken(p) : undefined),
  tt: (p) => (p.atClose() ? undefined : taken(p)),
};

function isConstBlock(p: Parser): boolean {
  return p.code === T.Const && p.peek(1) === T.OpenBrace;
}

function parsePathFragment(p: Parser): Type | undefined {
  if (!isPathStart(p)) return undefined;
  const { start } = p;
  const { qself, path } = parseQPath(p, "type");
  const type: Type = { kind: "path", start, end: p.prevEnd, path };
  return qself === undefined ? type : { ...type, qself };
}

/** One token tree, as the range of its rows. */
function taken(p: Parser): TokenRange {
  const from = p.row;
  p.skipTree();
  return { table: p.table, from, to: p.row };
}
