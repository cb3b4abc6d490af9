// Functions: headers, parameters, `self`.

import type { Attribute, Block, FnHeader, FnItem, Ident, Param, SelfParam } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { FLAG_LINE, TokenKind } from "../tokens.ts";
import { outerAttributes } from "./attributes.ts";
import { looksLikeFn } from "./begins.ts";
import { parseGenerics, withWhere } from "./generics.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup } from "./paths.ts";
import { parseParamPat } from "./patterns.ts";
import { parseAbi, parseType } from "./ty.ts";
import { skipToComma } from "./primary.ts";

/** `const async unsafe extern "C" fn`, from here. */
export function startsFn(p: Parser): boolean {
  for (let n = 0; n < 8; n += 1) {
    const code = p.peek(n);
    switch (code) {
      case T.Fn:
        return true;
      case T.Const:
      case T.Unsafe:
        break;
      case T.Async:
      case T.Gen:
      case T.Safe:
        // They can be names; the next word decides.
        break;
      case T.Extern:
        if (p.peek(n + 1) === T.Str || p.peek(n + 1) === T.Interpolated) n += 1;
        break;
      default:
        return n > 0 && looksLikeFn(p, n);
    }
  }
  return false;
}

export function parseFnHeader(p: Parser): FnHeader {
  const header = {
    const: false,
    async: false,
    unsafe: false,
    safe: false,
    gen: false,
    abi: opt<string>(undefined),
  };
  for (;;) {
    switch (p.code) {
      case T.Const:
        header.const = true;
        break;
      case T.Async:
        if (p.edition === 2015) p.complain("`async fn` is not permitted in Rust 2015");
        header.async = true;
        break;
      case T.Unsafe:
        header.unsafe = true;
        break;
      case T.Safe:
        header.safe = true;
        break;
      case T.Gen:
        header.gen = true;
        break;
      case T.Extern:
        header.abi = opt(parseAbi(p));
        continue;
      default:
        return header;
    }
    p.bump();
  }
}

interface FnMode {
  /** Parameters may be types without names. */
  readonly unnamed: boolean;
  /** Where the item begins. */
  readonly start: number;
  /** A `;` may stand for the body. A function without a body is an item elsewhere too, but refused later. */
  readonly bodiless: boolean;
}

/** Behind the header: `fn name<T>(a: A) -> R where … { … }`. `fn` itself may be missing. */
export function parseFn(
  p: Parser,
  header: FnHeader,
  mode: FnMode,
): { readonly kind: "fn" } & FnItem {
  if (!p.eat(T.Fn)) missingFn(p, mode.start);
  const name = fnName(p);
  const generics = parseGenerics(p);
  const list = parseParams(p, mode.unnamed);
  const output = eatArrow(p) ? parseType(p) : undefined;
  const whole = withWhere(p, generics);
  const body = parseFnBody(p, mode.bodiless);
  const { self, params, variadic } = list;
  return {
    kind: "fn",
    header,
    name,
    generics: whole,
    self: opt(self),
    params,
    variadic,
    output: opt(output),
    body: opt(body),
  };
}

function missingFn(p: Parser, start: number): void {
  const first = p.peek(2);
  const method =
    p.peek(1) === T.OpenParen &&
    (first === T.SelfValue ||
      (first === T.And && (p.peek(3) === T.SelfValue || p.peek(3) === T.Mut)));
  p.complain(`missing \`fn\` for ${method ? "method" : "function"} definition`, start, p.start);
}

/** `->`, or what is written for it by mistake. */
function eatArrow(p: Parser): boolean {
  if (p.eat(T.RArrow)) return true;
  if ((p.code !== T.Colon && p.code !== T.FatArrow) || p.failed) return false;
  p.error("return types are denoted using `->`");
  const next = p.peek(1);
  if (!p.isIdent(next) && !p.isPathKeyword(next) && next !== T.And && next !== T.OpenParen)
    return false;
  p.bump();
  return true;
}

function fnName(p: Parser): Ident {
  if (p.isIdent()) return p.takeIdent();
  p.unexpectedIdent();
  const next = p.peek(2);
  if (p.isIdent(p.peek(1)) && (next === T.OpenParen || next === T.Lt) && !p.atClose()) {
    p.skipTree();
    return p.takeIdent();
  }
  return p.isReserved() && p.peek(1) === T.OpenParen ? p.takeIdent() : p.missingIdent();
}

function parseFnBody(p: Parser, bodiless: boolean): Block | undefined {
  if (p.check(T.OpenBrace) || p.interpolated()?.fragment === "block") {
    p.recovered();
    return p.grammar.fnBody(p);
  }
  if (bodiless) p.want(T.Semi);
  if (p.at(T.Semi) && !bodyFollows(p)) {
    p.bump();
    return undefined;
  }
  p.unexpected();
  // The header broke off: its body is the next block before another item.
  let semicolon = false;
  while (!p.atClose() && p.code !== T.OpenBrace) {
    if (startsOther(p)) break;
    if (p.atLineStart && semicolon) break;
    semicolon = p.at(T.Semi);
    p.skipTree();
  }
  p.recovered();
  return p.at(T.OpenBrace) && !(semicolon && p.atLineStart) ? p.grammar.block(p) : undefined;
}

/** Behind a `;`, a `{` in the same line (or a `where`), with nothing between that begins something else. */
function bodyFollows(p: Parser): boolean {
  const { codes, flags, kinds, partners } = p.table;
  for (let row = p.row + 1; row < p.limit; row += 1) {
    const code = codes[row] as T;
    if (((flags[row] ?? 0) & FLAG_LINE) !== 0)
      return code === T.Where || code === T.RArrow || (code === T.OpenBrace && row > p.row + 1);
    if (code === T.OpenBrace) return true;
    if (code === T.Semi || code === T.CloseBrace || code === T.Pound) return false;
    if (code === T.Bang && p.isIdent(codes[row - 1] as T) && kinds[row + 1] === TokenKind.Open)
      return false;
    if (NOT_IN_HEADERS.has(code) && !(code === T.Fn && codes[row + 1] === T.OpenParen))
      return false;
    if (code === T.OpenParen) row = Math.max(row, partners[row] ?? 0);
  }
  return false;
}

const NOT_IN_HEADERS: ReadonlySet<T> = new Set([
  T.Fn,
  T.Pub,
  T.Struct,
  T.Enum,
  T.Trait,
  T.Mod,
  T.Use,
  T.Type,
  T.Const,
  T.Static,
  T.Extern,
  T.Unsafe,
  T.Let,
  T.MacroRules,
]);

/** What begins another item or a statement, but not the rest of a function's header. */
function startsOther(p: Parser): boolean {
  switch (p.code) {
    case T.Fn:
      return p.isIdent(p.peek(1)) && (p.peek(2) === T.OpenParen || p.peek(2) === T.Lt);
    case T.Pub:
    case T.Struct:
    case T.Enum:
    case T.Trait:
    case T.Mod:
      return true;
    case T.Impl:
    case T.Use:
    case T.Const:
    case T.Static:
    case T.Type:
    case T.Async:
    case T.Unsafe:
    case T.Extern:
    case T.OuterDoc:
      return p.atLineStart;
    case T.Pound:
      return p.atLineStart && p.peek(1) === T.OpenBracket;
    case T.Let:
      return p.atLineStart && (p.isIdent(p.peek(1)) || p.peek(1) === T.Mut);
    case T.For:
      return p.atLineStart && p.peek(1) !== T.Lt;
    case T.While:
    case T.Loop:
    case T.If:
    case T.Match:
    case T.Return:
      return p.atLineStart;
    default:
      return false;
  }
}

interface ParamList {
  readonly self?: SelfParam;
  readonly params: Param[];
  readonly variadic: boolean;
}

function parseParams(p: Parser, unnamed: boolean): ParamList {
  const params: Param[] = [];
  let self: SelfParam | undefined;
  let variadic = false;
  if (p.code !== T.OpenParen) {
    p.error("missing parameters for function definition", p.prevEnd, p.prevEnd);
    skipToHeaderEnd(p);
    if (!p.at(T.OpenParen)) return { params, variadic };
  }
  const close = p.closing();
  const unclosed = close <= p.row || p.table.starts[close] === p.table.ends[close];
  p.bump();
  for (let first = true; !p.check(T.CloseParen) && !p.atClose(); first = false) {
    if (unclosed && p.atLineStart && !mayStartParam(p)) break;
    const attrs = outerAttributes(p);
    const receiver = startsSelf(p) ? parseSelf(p, attrs) : undefined;
    if (receiver !== undefined) {
      if (!first)
        p.complain("unexpected `self` parameter in function", receiver.start, receiver.end);
      self ??= receiver;
    } else if (p.eat(T.DotDotDot)) variadic = true;
    else variadic = parseParam(p, attrs, unnamed, params) || variadic;
    if (p.eat(T.Comma)) continue;
    if (p.check(T.CloseParen)) break;
    p.unexpected();
    if (unclosed) break;
    skipToComma(p);
    if (!p.eat(T.Comma)) break;
  }
  // Without its `)`, the list ends where something else begins: what follows was there before.
  if (unclosed) p.recovered();
  else closeGroup(p, T.CloseParen, close);
  return { self: opt(self), params, variadic };
}

function mayStartParam(p: Parser): boolean {
  return p.isIdent() || PARAM_STARTS.has(p.code);
}

const PARAM_STARTS: ReadonlySet<T> = new Set([
  T.And,
  T.AndAnd,
  T.OpenParen,
  T.OpenBracket,
  T.Mut,
  T.Ref,
  T.Underscore,
  T.Pound,
  T.Star,
  T.DotDotDot,
]);

/** A header with something else in place of its `(`: to that, or to what may follow the parameters. */
function skipToHeaderEnd(p: Parser): void {
  while (
    !p.atClose() &&
    p.code !== T.OpenBrace &&
    p.code !== T.OpenParen &&
    p.code !== T.RArrow &&
    p.code !== T.Where
  ) {
    if (startsOther(p) || (p.at(T.Semi) && !bodyFollows(p))) return;
    p.skipTree();
  }
}

/** True for `name: ...`. */
function parseParam(
  p: Parser,
  attrs: readonly Attribute[],
  unnamed: boolean,
  params: Param[],
): boolean {
  const { start } = p;
  if (unnamed && !isNamed(p)) {
    const type = parseType(p);
    params.push({ start, end: p.prevEnd, attrs, type });
    return false;
  }
  const pat = parseParamPat(p);
  if (!p.eat(T.Colon)) {
    p.want(T.At);
    p.want(T.Or);
    p.unexpected();
    params.push({
      start,
      end: p.prevEnd,
      attrs,
      pat,
      type: { kind: "error", start: p.prevEnd, end: p.prevEnd },
    });
    return false;
  }
  if (p.eat(T.DotDotDot)) return true;
  const type = parseType(p);
  if (p.at(T.Eq)) {
    p.complain("parameter defaults are not supported");
    p.bump();
    p.grammar.expr(p);
  }
  params.push({ start, end: p.prevEnd, attrs, pat, type });
  return false;
}

/** Whether a parameter of a trait method of edition 2015 has a name. */
function isNamed(p: Parser): boolean {
  const { code } = p;
  const offset = code === T.And || code === T.AndAnd || code === T.Mut ? 1 : 0;
  const name = p.peek(offset);
  return (p.isIdent(name) || name === T.Underscore) && p.peek(offset + 1) === T.Colon;
}

// ---- self

/** `self`, `mut self`, `&self`, `&'a mut self`. */
function startsSelf(p: Parser): boolean {
  let n = 0;
  if (p.code === T.And) {
    n += 1;
    if (p.peek(n) === T.Lifetime) n += 1;
    if (p.peek(n) === T.Pin && (p.peek(n + 1) === T.Const || p.peek(n + 1) === T.Mut)) {
      n += 1;
      if (p.peek(n) === T.Const) n += 1;
    }
  } else if (p.code === T.Star) {
    n += p.peek(1) === T.Mut || p.peek(1) === T.Const ? 2 : 1;
  }
  if (p.peek(n) === T.Mut) n += 1;
  return p.peek(n) === T.SelfValue && p.peek(n + 1) !== T.PathSep;
}

function parseSelf(p: Parser, attrs: readonly Attribute[]): SelfParam {
  const { start } = p;
  const ref = p.code === T.And;
  if (p.code === T.Star) {
    p.complain("cannot pass `self` by raw pointer");
    p.bump();
    if (p.at(T.Const)) p.bump();
  }
  if (ref) p.bump();
  const lifetime = p.code === T.Lifetime ? p.lifetime() : undefined;
  if (p.code === T.Pin) p.bump();
  if (p.code === T.Const) p.bump();
  const mutable = p.eat(T.Mut);
  p.bump();
  const type = !ref && p.eat(T.Colon) ? parseType(p) : undefined;
  return { start, end: p.prevEnd, attrs, ref, lifetime: opt(lifetime), mutable, type: opt(type) };
}
