// Paths, generic arguments, and `<T as Trait>::`.

import type {
  Expr,
  GenericArg,
  GenericArgs,
  Ident,
  Path,
  PathSegment,
  QSelf,
  Type,
} from "../ast.ts";
import { T, isLiteral } from "../lex/codes.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";

/** How a path takes generic arguments: not at all, after the name, or only behind `::`. */
type PathStyle = "mod" | "type" | "expr";

interface QPath {
  readonly qself?: QSelf;
  readonly path: Path;
}

export function parseModPath(p: Parser): Path {
  return parsePath(p, "mod");
}

export function parsePath(p: Parser, style: PathStyle): Path {
  const spliced = splicedPath(p);
  if (spliced !== undefined && p.code !== T.PathSep) return spliced;
  const start = spliced?.start ?? p.start;
  const segments: PathSegment[] = spliced === undefined ? [] : [...spliced.segments];
  const global = spliced?.global ?? p.code === T.PathSep;
  // `$p::*` and `$p::{…}`: all of the path is spliced in.
  if (spliced !== undefined && endsInUseTree(p, style)) return spliced;
  if (p.code === T.PathSep) p.bump();
  parseSegments(p, style, segments);
  return { start, end: p.prevEnd, global, segments };
}

/** `$p:path`, or the path of a `$t:ty`. */
function splicedPath(p: Parser): Path | undefined {
  const spliced = p.interpolated();
  if (spliced?.fragment !== "path" && spliced?.fragment !== "ty") return undefined;
  const type = spliced.node as Type;
  if (type.kind !== "path" || type.qself !== undefined) return undefined;
  p.bump();
  return type.path;
}

export function isPathStart(p: Parser): boolean {
  switch (p.code) {
    case T.PathSep:
    case T.Lt:
    case T.Shl:
    case T.LArrow:
    case T.SelfValue:
    case T.SelfType:
    case T.Super:
    case T.Crate:
      return true;
    case T.Interpolated: {
      const fragment = p.interpolated()?.fragment;
      return fragment === "path" || fragment === "ty";
    }
    default:
      return p.isIdent();
  }
}

export function isQPathStart(p: Parser): boolean {
  return p.code === T.Lt || p.code === T.Shl || p.code === T.LArrow;
}

/** A path that may begin with `<T as Trait>::`. */
export function parseQPath(p: Parser, style: PathStyle): QPath {
  if (!isQPathStart(p)) return { path: parsePath(p, style) };
  const { start } = p;
  p.eatSplit(T.Lt);
  const type = p.grammar.type(p);
  const segments: PathSegment[] = [];
  let global = false;
  if (p.eat(T.As)) {
    const trait = parsePath(p, "type");
    segments.push(...trait.segments);
    global = trait.global;
  }
  p.expectSplit(T.Gt);
  const qself: QSelf = { start, end: p.prevEnd, type, position: segments.length };
  if (p.expect(T.PathSep)) parseSegments(p, style, segments);
  return { qself, path: { start, end: p.prevEnd, global, segments } };
}

function parseSegments(p: Parser, style: PathStyle, segments: PathSegment[]): void {
  for (;;) {
    segments.push(parseSegment(p, style));
    // `::*` and `::{` belong to a use tree.
    if (p.code !== T.PathSep) {
      p.want(T.PathSep);
      return;
    }
    if (endsInUseTree(p, style)) return;
    p.bump();
  }
}

function endsInUseTree(p: Parser, style: PathStyle): boolean {
  const next = p.peek(1);
  return style === "mod" && (next === T.Star || next === T.OpenBrace);
}

export function parseSegment(p: Parser, style: PathStyle): PathSegment {
  const { start } = p;
  const ident = segmentName(p);
  const args = style === "mod" ? undefined : segmentArgs(p, style);
  return { start, end: p.prevEnd, ident, args: opt(args) };
}

function segmentName(p: Parser): Ident {
  if (p.isIdent() || p.isPathKeyword()) return p.takeIdent();
  p.unexpectedIdent();
  return p.missingIdent();
}

function segmentArgs(p: Parser, style: PathStyle): GenericArgs | undefined {
  if (style === "type" && startsArgs(p.code)) return parseGenericArgs(p, false);
  if (style === "type") {
    p.want(T.Lt);
    p.want(T.OpenParen);
  }
  if (p.code === T.PathSep && startsArgs(p.peek(1))) {
    p.bump();
    return parseGenericArgs(p, true);
  }
  p.want(T.PathSep);
  return undefined;
}

function startsArgs(code: T): boolean {
  return code === T.Lt || code === T.Shl || code === T.LArrow || code === T.OpenParen;
}

function parseGenericArgs(p: Parser, turbofish: boolean): GenericArgs {
  const { start } = p;
  if (p.eatSplit(T.Lt)) {
    const args = parseAngleArgs(p);
    return { kind: "angle", start, end: p.prevEnd, args, turbofish };
  }
  if (p.peek(1) === T.DotDot && p.peek(2) === T.CloseParen) {
    p.jump(p.row + 3);
    return { kind: "returnType", start, end: p.prevEnd };
  }
  const inputs = parseParenTypes(p);
  const output = p.eat(T.RArrow) ? p.grammar.typeNoBounds(p) : undefined;
  return { kind: "paren", start, end: p.prevEnd, inputs, output: opt(output) };
}

/** `(A, B)` */
function parseParenTypes(p: Parser): Type[] {
  const close = p.closing();
  p.expect(T.OpenParen);
  const types: Type[] = [];
  while (!p.check(T.CloseParen) && !p.atClose()) {
    types.push(p.grammar.type(p));
    if (!p.eat(T.Comma)) break;
  }
  closeGroup(p, T.CloseParen, close);
  return types;
}

/** Expects the end of a delimited group; whatever is left in it is skipped. */
export function closeGroup(p: Parser, code: T, close: number): void {
  if (!p.expect(code)) {
    if (close > p.row && close <= p.limit) p.jump(close);
    else p.skipToClose();
    p.eat(code);
  }
  p.recovered();
}

/** Arguments behind `<`, up to and with the `>`. */
function parseAngleArgs(p: Parser): GenericArg[] {
  const args: GenericArg[] = [];
  while (!p.checkSplit(T.Gt)) {
    const before = p.row;
    const arg = parseGenericArg(p);
    if (arg === undefined) break;
    args.push(arg);
    if (!p.eat(T.Comma)) break;
    if (p.row === before) break;
  }
  if (!p.expectSplit(T.Gt)) skipToAngleEnd(p);
  return args;
}

/** After an error between angle brackets: to the `>` of this line, if there is one before the statement goes on. */
function skipToAngleEnd(p: Parser): void {
  const mark = p.mark();
  for (let n = 0; n < 32; n += 1) {
    if (p.eatSplit(T.Gt)) {
      p.recovered();
      return;
    }
    if (
      p.atClose() ||
      p.atLineStart ||
      p.at(T.Semi) ||
      p.at(T.Eq) ||
      p.at(T.OpenBrace) ||
      p.at(T.OpenParen)
    )
      break;
    p.skipTree();
  }
  p.reset(mark);
}

function parseGenericArg(p: Parser): GenericArg | undefined {
  if (p.code === T.Lifetime && p.peek(1) !== T.Plus)
    return { kind: "lifetime", lifetime: p.lifetime() };
  p.want(T.XLifetime);
  if (startsConstArg(p)) return { kind: "const", value: parseConstArg(p) };
  p.want(T.XConst);
  p.want(T.XType);
  if (!startsType(p)) return undefined;
  const type = p.grammar.type(p);
  if (p.check(T.Eq) || p.check(T.Colon)) {
    const head = constraintHead(type);
    if (head !== undefined) return parseConstraint(p, head.ident, head.args);
  }
  return { kind: "type", type };
}

function constraintHead(type: Type): PathSegment | undefined {
  if (type.kind !== "path" || type.qself !== undefined || type.path.global) return undefined;
  return type.path.segments.length === 1 ? type.path.segments[0] : undefined;
}

function parseConstraint(p: Parser, name: Ident, args: GenericArgs | undefined): GenericArg {
  if (p.eat(T.Colon))
    return { kind: "assocBound", name, args: opt(args), bounds: p.grammar.bounds(p) };
  p.bump();
  if (startsConstArg(p))
    return { kind: "assocConst", name, args: opt(args), value: parseConstArg(p) };
  return { kind: "assocType", name, args: opt(args), type: p.grammar.type(p) };
}

function startsConstArg(p: Parser): boolean {
  const { code } = p;
  // A block here ends with the argument; otherwise a `>` is missing and this is the body of something.
  if (code === T.OpenBrace) return endsArgument(p.table.codes[p.closing() + 1] as T);
  if (isLiteral(code) || code === T.True || code === T.False) return true;
  if (code === T.Const) return p.peek(1) === T.OpenBrace;
  if (code === T.Minus) return isLiteral(p.peek(1));
  const fragment = p.interpolated()?.fragment;
  return (
    fragment === "expr" ||
    fragment === "expr_2021" ||
    fragment === "literal" ||
    fragment === "block"
  );
}

function endsArgument(code: T): boolean {
  return code === T.Comma || code === T.Gt || code === T.Shr || code === T.Ge || code === T.ShrEq;
}

function parseConstArg(p: Parser): Expr {
  return p.grammar.exprRes(p, Res.Const);
}

/** Tokens a type can begin with. */
export function startsType(p: Parser): boolean {
  switch (p.code) {
    case T.OpenParen:
    case T.OpenBracket:
    case T.Bang:
    case T.Star:
    case T.And:
    case T.AndAnd:
    case T.Question:
    case T.Lifetime:
    case T.Lt:
    case T.Shl:
    case T.PathSep:
    case T.Underscore:
    case T.For:
    case T.Impl:
    case T.Dyn:
    case T.Fn:
    case T.Unsafe:
    case T.Extern:
    case T.Typeof:
    case T.Async:
    case T.Const:
    case T.Tilde:
    case T.DotDotDot:
      return true;
    default:
      return isPathStart(p);
  }
}
