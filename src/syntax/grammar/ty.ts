// Types.

import type { Bound, Expr, GenericParam, Ident, Type } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { unescapeString } from "../lex/unescape.ts";
import { outerAttributes } from "./attributes.ts";
import {
  parseBound,
  parseBounds,
  parseForLifetimes,
  parseTraitBound,
  startsBound,
} from "./generics.ts";
import { parseMacroCall } from "./macros.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isPathStart, parseQPath } from "./paths.ts";

/** A type; `A + B` without `dyn` is taken as one, as in edition 2015. */
export function parseType(p: Parser): Type {
  return nested(p, true);
}

/** A type where `+` belongs to what stands around it: behind `&`, `->`, `as`. */
export function parseTypeNoBounds(p: Parser): Type {
  return nested(p, false);
}

function nested(p: Parser, plus: boolean): Type {
  if (!p.enter()) {
    p.leave();
    return errorType(p);
  }
  const type = parseTypeKind(p, plus);
  p.leave();
  return type;
}

function errorType(p: Parser): Type {
  return { kind: "error", start: p.start, end: p.start };
}

function parseTypeKind(p: Parser, plus: boolean): Type {
  const { start } = p;
  switch (p.code) {
    case T.OpenParen:
      return parseParenType(p, plus);
    case T.Bang:
      p.bump();
      return { kind: "never", start, end: p.prevEnd };
    case T.Star:
      return parsePointer(p);
    case T.OpenBracket:
      return parseArrayType(p);
    case T.And:
    case T.AndAnd:
      return parseReference(p, plus);
    case T.Underscore:
      p.bump();
      return { kind: "infer", start, end: p.prevEnd };
    case T.Typeof:
      return parseTypeof(p);
    case T.Impl:
      p.bump();
      return boundsType(p, start, "impl", plus);
    case T.For:
      return parseForType(p, plus);
    case T.Fn:
    case T.Extern:
      return parseFnPointer(p, []);
    case T.Unsafe:
      return p.peek(1) === T.Lt ? parseUnsafeBinder(p) : parseFnPointer(p, []);
    case T.Dyn:
      if (startsDyn(p)) {
        p.bump();
        if (p.at(T.Star)) p.bump();
        return boundsType(p, start, "dyn", plus);
      }
      break;
    case T.Lifetime:
    case T.Question:
    case T.Tilde:
      return bareBounds(p, start, [], plus);
    case T.DotDotDot:
      p.bump();
      return errorOf(p, start, "C-variadic type `...` may not be nested inside another type");
    case T.Interpolated: {
      const spliced = p.interpolated();
      if (spliced?.fragment === "ty") return splicedType(p, spliced.node as Type, plus);
      break;
    }
  }
  if (p.code === T.Const || (p.code === T.Async && !p.isIdent())) {
    if (p.peek(1) === T.Fn || p.peek(1) === T.Unsafe || p.peek(1) === T.Extern)
      return parseFnPointer(p, []);
    return bareBounds(p, start, [], plus);
  }
  if (isPathStart(p)) return parsePathType(p, plus);
  p.error(`expected type, found ${p.found()}`);
  return errorType(p);
}

function errorOf(p: Parser, start: number, message: string): Type {
  p.complain(message, start, p.prevEnd);
  return { kind: "error", start, end: p.prevEnd };
}

/** `$t:ty`, alone or as the beginning of a path. */
function splicedType(p: Parser, type: Type, plus: boolean): Type {
  if (p.peek(1) === T.PathSep && type.kind === "path") return parsePathType(p, plus);
  p.bump();
  return type;
}

function parseParenType(p: Parser, plus: boolean): Type {
  const { start } = p;
  const close = p.closing();
  p.bump();
  const types: Type[] = [];
  let comma = false;
  while (!p.check(T.CloseParen) && !p.atClose()) {
    types.push(parseType(p));
    comma = p.eat(T.Comma);
    if (!comma) break;
  }
  closeGroup(p, T.CloseParen, close);
  const only = types.length === 1 && !comma ? types[0] : undefined;
  if (only === undefined) return { kind: "tuple", start, end: p.prevEnd, types };
  if (plus && p.code === T.Plus) {
    // `(A) + B`: the parentheses belong to the first bound.
    const first = asBound(only);
    if (first !== undefined)
      return bareBounds(p, start, [{ ...first, start, end: p.prevEnd }], plus);
  }
  return { kind: "paren", start, end: p.prevEnd, type: only };
}

function parsePointer(p: Parser): Type {
  const { start } = p;
  p.bump();
  const mutable = p.eat(T.Mut);
  if (!mutable && !p.eat(T.Const)) {
    p.complain(`expected \`mut\` or \`const\` keyword in raw pointer type`);
  }
  const type = parseTypeNoBounds(p);
  return { kind: "ptr", start, end: p.prevEnd, mutable, type };
}

function parseArrayType(p: Parser): Type {
  const { start } = p;
  const close = p.closing();
  p.bump();
  const type = parseType(p);
  const length: Expr | undefined = p.eat(T.Semi) ? p.grammar.expr(p) : undefined;
  if (length === undefined && !p.at(T.CloseBracket))
    p.error(`expected \`;\` or \`]\`, found ${p.found()}`);
  closeGroup(p, T.CloseBracket, close);
  if (length === undefined) return { kind: "slice", start, end: p.prevEnd, type };
  return { kind: "array", start, end: p.prevEnd, type, length };
}

function parseReference(p: Parser, plus: boolean): Type {
  const { start } = p;
  p.eatSplit(T.And);
  const lifetime = p.code === T.Lifetime ? p.lifetime() : undefined;
  if (p.code === T.Pin && (p.peek(1) === T.Mut || p.peek(1) === T.Const)) p.bump();
  const mutable = p.eat(T.Mut);
  if (!mutable && p.code === T.Const && p.peek(1) !== T.Fn) p.bump();
  const ampersand = p.prevEnd;
  const dyn = p.code === T.Dyn && startsDyn(p);
  const type = parseTypeNoBounds(p);
  if (p.code === T.Plus && dyn) ambiguousPlus(p, ampersand);
  else if (plus && p.code === T.Plus && type.kind === "path" && p.peek(1) !== T.Eq)
    p.complain("expected a path on the left-hand side of `+`", start, p.prevEnd);
  return { kind: "ref", start, end: p.prevEnd, lifetime: opt(lifetime), mutable, type };
}

/** `&dyn A + B` needs parentheses. */
function ambiguousPlus(p: Parser, start: number): void {
  while (p.eatSplit(T.Plus)) {
    if (startsBound(p)) parseBound(p);
  }
  p.complain("ambiguous `+` in a type", start, p.prevEnd);
}

function parseTypeof(p: Parser): Type {
  const { start } = p;
  p.bump();
  const close = p.closing();
  p.expect(T.OpenParen);
  const expr = p.grammar.expr(p);
  closeGroup(p, T.CloseParen, close);
  return { kind: "typeof", start, end: p.prevEnd, expr };
}

/** `unsafe<'a> T` */
function parseUnsafeBinder(p: Parser): Type {
  p.bump();
  p.eatSplit(T.Lt);
  while (!p.checkSplit(T.Gt) && !p.atClose()) p.bump();
  p.expectSplit(T.Gt);
  return parseType(p);
}

/** Behind `for<'a>`: a function pointer or bounds. */
function parseForType(p: Parser, plus: boolean): Type {
  const { start } = p;
  const params = parseForLifetimes(p);
  switch (p.code) {
    case T.Fn:
    case T.Unsafe:
    case T.Extern:
      return { ...parseFnPointer(p, params), start };
    case T.Dyn:
      p.bump();
      return boundsType(p, start, "dyn", plus);
    case T.Impl:
      p.bump();
      return boundsType(p, start, "impl", plus);
  }
  return bareBounds(p, start, [parseTraitBound(p, start, params)], plus);
}

/** Whether `dyn` is the keyword here: it is a name in edition 2015 unless bounds follow. */
function startsDyn(p: Parser): boolean {
  if (!p.isIdent()) return true;
  const next = p.peek(1);
  if (next === T.Lifetime || next === T.Question || next === T.For || next === T.OpenParen)
    return true;
  return (
    next !== T.Lt &&
    next !== T.PathSep &&
    (p.isIdent(next) || p.isPathKeyword(next)) &&
    next !== T.As
  );
}

function boundsType(p: Parser, start: number, kind: "dyn" | "impl", plus: boolean): Type {
  const bounds: Bound[] = [];
  while (startsBound(p)) {
    bounds.push(parseBound(p));
    if (!plus || !p.eatSplit(T.Plus)) break;
  }
  if (kind === "impl") return { kind, start, end: p.prevEnd, bounds };
  return { kind, start, end: p.prevEnd, bounds, bare: false };
}

/** Bounds without `dyn`; `first` are those read already. */
function bareBounds(p: Parser, start: number, first: readonly Bound[], plus: boolean): Type {
  const bounds = [...first];
  if (first.length === 0 && startsBound(p)) bounds.push(parseBound(p));
  if (plus && p.eatSplit(T.Plus)) bounds.push(...parseBounds(p));
  return { kind: "dyn", start, end: p.prevEnd, bounds, bare: true };
}

function asBound(type: Type): Bound | undefined {
  if (type.kind === "path" && type.qself === undefined) {
    return {
      kind: "trait",
      start: type.start,
      end: type.end,
      modifier: "",
      forLifetimes: [],
      path: type.path,
    };
  }
  return type.kind === "dyn" && type.bare && type.bounds.length === 1 ? type.bounds[0] : undefined;
}

function parsePathType(p: Parser, plus: boolean): Type {
  const { start } = p;
  const { qself, path } = parseQPath(p, "type");
  if (p.check(T.Bang) && qself === undefined && opensGroup(p.peek(1))) {
    const call = parseMacroCall(p, path);
    return { kind: "macro", start, end: p.prevEnd, call };
  }
  if (plus && p.check(T.Plus) && qself === undefined) {
    const first: Bound = {
      kind: "trait",
      start,
      end: p.prevEnd,
      modifier: "",
      forLifetimes: [],
      path,
    };
    return bareBounds(p, start, [first], plus);
  }
  return { kind: "path", start, end: p.prevEnd, qself: opt(qself), path };
}

export function opensGroup(code: T): boolean {
  return code === T.OpenParen || code === T.OpenBracket || code === T.OpenBrace;
}

// ---- function pointers

function parseFnPointer(p: Parser, forLifetimes: readonly GenericParam[]): Type {
  const { start } = p;
  if (p.code === T.Const || p.code === T.Async) {
    p.complain(`an \`fn\` pointer type cannot be \`${p.text()}\``);
    p.bump();
  }
  const unsafe = p.eat(T.Unsafe);
  const abi = parseAbi(p);
  p.expect(T.Fn);
  const { params, variadic } = parseFnPointerParams(p);
  const output = p.eat(T.RArrow) ? parseTypeNoBounds(p) : undefined;
  return {
    kind: "fnPtr",
    start,
    end: p.prevEnd,
    unsafe,
    abi: opt(abi),
    forLifetimes,
    params,
    variadic,
    output: opt(output),
  };
}

/** `extern "C"`; undefined without `extern`. */
export function parseAbi(p: Parser): string | undefined {
  if (!p.eat(T.Extern)) return undefined;
  if (p.code !== T.Str) {
    const literal = p.eatInterpolated<Expr>("literal", "expr", "expr_2021");
    return literal?.kind === "lit" && literal.lit.kind === "str" ? literal.lit.value : "C";
  }
  const abi = unescapeString(p.text()).value;
  p.bump();
  return abi;
}

interface FnPointerParams {
  readonly params: readonly { readonly name?: Ident; readonly type: Type }[];
  readonly variadic: boolean;
}

function parseFnPointerParams(p: Parser): FnPointerParams {
  const close = p.closing();
  if (!p.expect(T.OpenParen)) return { params: [], variadic: false };
  const params: { readonly name?: Ident; readonly type: Type }[] = [];
  let variadic = false;
  while (!p.check(T.CloseParen) && !p.atClose()) {
    outerAttributes(p);
    if (p.at(T.Mut) && p.peek(1) === T.SelfValue) p.bump();
    if (isParamName(p)) {
      // A pattern here is refused after parsing.
      if (!p.eat(T.Mut) && !p.eat(T.And)) p.eat(T.AndAnd);
      const name = p.takeIdent();
      p.bump();
      if (p.eat(T.DotDotDot)) variadic = true;
      else params.push({ name, type: parseType(p) });
    } else if (p.eat(T.DotDotDot)) variadic = true;
    else params.push({ type: parseType(p) });
    if (!p.eat(T.Comma)) break;
  }
  closeGroup(p, T.CloseParen, close);
  return { params, variadic };
}

function isParamName(p: Parser): boolean {
  if (p.code === T.Mut || p.code === T.And || p.code === T.AndAnd)
    return p.isIdent(p.peek(1)) && p.peek(2) === T.Colon;
  return (
    (p.isIdent() || p.code === T.Underscore || p.code === T.SelfValue) && p.peek(1) === T.Colon
  );
}
