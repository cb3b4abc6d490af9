// Generic parameters, bounds and where clauses.

import type { Attribute, Bound, GenericParam, Generics, Lifetime, WherePredicate } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isPathStart, parsePath, startsType } from "./paths.ts";

const NO_PARAMS: readonly GenericParam[] = [];
const NO_PREDICATES: readonly WherePredicate[] = [];

/** `<…>` before parameters or a body; the where clause comes later, see `withWhere`. */
export function parseGenerics(p: Parser): Generics {
  const { start } = p;
  if (!p.eatSplit(T.Lt)) return { start, end: start, params: NO_PARAMS, where: NO_PREDICATES };
  const params = parseParams(p);
  p.expectSplit(T.Gt);
  return { start, end: p.prevEnd, params, where: NO_PREDICATES };
}

export function withWhere(p: Parser, generics: Generics): Generics {
  const where = parseWhere(p);
  if (where.length === 0) return generics;
  return { ...generics, where: [...generics.where, ...where] };
}

/** `for<'a>` */
export function parseForLifetimes(p: Parser): readonly GenericParam[] {
  if (p.code !== T.For || !(p.peek(1) === T.Lt || p.peek(1) === T.Shl)) {
    p.want(T.For);
    return NO_PARAMS;
  }
  p.bump();
  p.eatSplit(T.Lt);
  const params = parseParams(p);
  p.expectSplit(T.Gt);
  return params;
}

function parseParams(p: Parser): GenericParam[] {
  const params: GenericParam[] = [];
  while (!p.checkSplit(T.Gt)) {
    const attrs = outerAttributes(p);
    const param = parseParam(p, attrs);
    if (param === undefined) break;
    params.push(param);
    if (!p.eat(T.Comma)) break;
  }
  return params;
}

function parseParam(p: Parser, attrs: readonly Attribute[]): GenericParam | undefined {
  const { start } = p;
  if (p.code === T.Lifetime) {
    const lifetime = p.lifetime();
    const bounds = p.eat(T.Colon) ? parseLifetimeBounds(p) : [];
    return { kind: "lifetime", start, end: p.prevEnd, attrs, lifetime, bounds };
  }
  p.want(T.XLifetime);
  if (p.eat(T.Const)) {
    const name = p.ident();
    p.expect(T.Colon);
    const type = p.grammar.type(p);
    const value = p.eat(T.Eq) ? p.grammar.exprRes(p, Res.Const) : undefined;
    return { kind: "const", start, end: p.prevEnd, attrs, name, type, default: opt(value) };
  }
  p.want(T.XIdent);
  if (!p.isIdent()) return undefined;
  const name = p.takeIdent();
  const bounds = p.eat(T.Colon) ? parseBounds(p) : [];
  const type = p.eat(T.Eq) ? p.grammar.type(p) : undefined;
  return { kind: "type", start, end: p.prevEnd, attrs, name, bounds, default: opt(type) };
}

function parseLifetimeBounds(p: Parser): Lifetime[] {
  const bounds: Lifetime[] = [];
  while (p.code === T.Lifetime) {
    bounds.push(p.lifetime());
    if (!p.eatSplit(T.Plus)) break;
  }
  return bounds;
}

// ---- bounds

/** `A + 'a + ?Sized`, possibly empty. */
export function parseBounds(p: Parser): Bound[] {
  const bounds: Bound[] = [];
  while (startsBound(p)) {
    bounds.push(parseBound(p));
    if (!p.eatSplit(T.Plus)) break;
  }
  return bounds;
}

export function startsBound(p: Parser): boolean {
  switch (p.code) {
    case T.Lifetime:
    case T.Question:
    case T.Tilde:
    case T.Bang:
    case T.For:
    case T.OpenParen:
    case T.Const:
    case T.Async:
    case T.Use:
      return true;
    case T.OpenBracket:
      return p.peek(1) === T.Const && p.peek(2) === T.CloseBracket;
    default:
      return isPathStart(p) && p.code !== T.Lt && p.code !== T.Shl;
  }
}

export function parseBound(p: Parser): Bound {
  const { start } = p;
  if (p.code === T.Lifetime) {
    const lifetime = p.lifetime();
    return { kind: "lifetime", start, end: p.prevEnd, lifetime };
  }
  if (p.code === T.Use) return parseUseBound(p);
  if (p.code !== T.OpenParen) return parseTraitBound(p, start);
  const close = p.closing();
  p.bump();
  const bound = p.at(T.Lifetime) ? parseBound(p) : parseTraitBound(p, start);
  closeGroup(p, T.CloseParen, close);
  return { ...bound, start, end: p.prevEnd };
}

/** A trait with what may stand before it; `bound` are the lifetimes of a `for` that is read already. */
export function parseTraitBound(p: Parser, start: number, bound?: readonly GenericParam[]): Bound {
  let forLifetimes = bound ?? parseForLifetimes(p);
  const modifier = parseModifier(p);
  if (forLifetimes.length === 0) forLifetimes = parseForLifetimes(p);
  const path = parsePath(p, "type");
  return { kind: "trait", start, end: p.prevEnd, modifier, forLifetimes, path };
}

type Modifier = Extract<Bound, { kind: "trait" }>["modifier"];

function parseModifier(p: Parser): Modifier {
  let modifier: Modifier = "";
  for (;;) {
    if (p.code === T.OpenBracket) {
      p.skipTree();
      modifier = "~const";
    } else if (p.code === T.Tilde) {
      p.bump();
      p.expect(T.Const);
      modifier = "~const";
    } else if (p.eat(T.Const)) modifier = "const";
    else if (p.code === T.Async && !p.isIdent()) {
      p.bump();
      modifier = "async";
    } else if (p.eat(T.Question)) modifier = "?";
    else if (p.eat(T.Bang)) modifier = "!";
    else return modifier;
  }
}

/** `use<'a, T>` */
function parseUseBound(p: Parser): Bound {
  const { start } = p;
  p.bump();
  const names: string[] = [];
  p.expectSplit(T.Lt);
  while (!p.checkSplit(T.Gt)) {
    if (p.code !== T.Lifetime && p.code !== T.SelfType && !p.isIdent()) break;
    names.push(p.takeIdent().name);
    if (!p.eat(T.Comma)) break;
  }
  p.expectSplit(T.Gt);
  return { kind: "use", start, end: p.prevEnd, names };
}

// ---- where clauses

function parseWhere(p: Parser): readonly WherePredicate[] {
  if (!p.eat(T.Where)) return NO_PREDICATES;
  const predicates: WherePredicate[] = [];
  for (;;) {
    outerAttributes(p);
    const predicate = parsePredicate(p);
    if (predicate === undefined) return predicates;
    predicates.push(predicate);
    if (!p.eat(T.Comma)) return predicates;
  }
}

function parsePredicate(p: Parser): WherePredicate | undefined {
  const { start } = p;
  if (p.code === T.Lifetime && p.peek(1) !== T.Plus) {
    const lifetime = p.lifetime();
    p.expect(T.Colon);
    const bounds = parseLifetimeBounds(p);
    return { kind: "lifetime", start, end: p.prevEnd, lifetime, bounds };
  }
  p.want(T.XLifetime);
  p.want(T.XType);
  if (!startsType(p)) return undefined;
  // `for<'a> fn(&'a T): Trait` binds for the whole predicate.
  const forLifetimes = parseForLifetimes(p);
  const type = p.grammar.type(p);
  if (p.code === T.Eq || p.code === T.EqEq) {
    // `T = U` is read by rustc's parser and refused later.
    p.bump();
    p.grammar.type(p);
    return { kind: "type", start, end: p.prevEnd, forLifetimes, type, bounds: [] };
  }
  p.want(T.Eq);
  p.want(T.EqEq);
  const bounds = p.expect(T.Colon) ? parseBounds(p) : [];
  return { kind: "type", start, end: p.prevEnd, forLifetimes, type, bounds };
}
