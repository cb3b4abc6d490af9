// Traits and impls.

import type { Item, ItemKind, Path, Type } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { innerAttributes } from "./attributes.ts";
import { parseBounds, parseGenerics, withWhere } from "./generics.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, startsType } from "./paths.ts";
import { parseType } from "./ty.ts";

type ParseItems = (p: Parser, place: "trait" | "impl") => Item[];

/** `const unsafe auto trait Name<T>: Bounds where … { … }`, or a trait alias. */
export function parseTrait(p: Parser, parseItems: ParseItems): ItemKind {
  if (p.code === T.Const) p.bump();
  const unsafe = p.eat(T.Unsafe);
  const auto = p.eat(T.Auto);
  p.expect(T.Trait);
  const name = p.ident();
  const generics = parseGenerics(p);
  const bounds = p.eat(T.Colon) ? parseBounds(p) : [];
  if (p.eat(T.Eq)) {
    const aliased = parseBounds(p);
    const whole = withWhere(p, generics);
    p.expect(T.Semi);
    return { kind: "traitAlias", name, generics: whole, bounds: aliased };
  }
  const whole = withWhere(p, generics);
  const items = parseMembers(p, "trait", parseItems);
  return { kind: "trait", unsafe, auto, name, generics: whole, bounds, items };
}

/** `unsafe impl<T> const !Trait for Type where … { … }` */
export function parseImpl(p: Parser, parseItems: ParseItems): ItemKind {
  let isConst = p.eat(T.Const);
  const unsafe = p.eat(T.Unsafe);
  p.expect(T.Impl);
  const generics = startsImplGenerics(p) ? parseGenerics(p) : parseNoGenerics(p);
  if (p.eat(T.Const)) isConst = true;
  if (p.code === T.Async && !p.isIdent()) p.bump();
  const negative =
    p.code === T.Bang && p.peek(1) !== T.OpenBrace && p.peek(1) !== T.For && p.eat(T.Bang);
  if (p.code === T.For && p.peek(1) !== T.Lt)
    p.complain("missing trait in a trait impl", p.prevEnd, p.prevEnd);
  const first: Type =
    p.at(T.For) && p.peek(1) !== T.Lt
      ? { kind: "error", start: p.start, end: p.start }
      : parseType(p);
  const target = p.eat(T.For) ? parseTarget(p) : undefined;
  const whole = withWhere(p, generics);
  const trait = target === undefined ? undefined : traitOf(p, first);
  const items = parseMembers(p, "impl", parseItems);
  return {
    kind: "impl",
    unsafe,
    const: isConst,
    negative,
    generics: whole,
    trait: opt(trait),
    self: target ?? first,
    items,
  };
}

/** `impl … for ..` names all types, in old code. */
function parseTarget(p: Parser): Type {
  if (p.code === T.DotDot && !startsType(p)) {
    const { start } = p;
    p.bump();
    return { kind: "error", start, end: p.prevEnd };
  }
  return parseType(p);
}

function traitOf(p: Parser, type: Type): Path {
  if (type.kind === "path" && type.qself === undefined) return type.path;
  p.complain("expected a trait, found type", type.start, type.end);
  return { start: type.start, end: type.end, global: false, segments: [] };
}

function parseNoGenerics(p: Parser): ReturnType<typeof parseGenerics> {
  return { start: p.start, end: p.start, params: [], where: [] };
}

/** `impl <T> X` has generics, `impl <T as Trait>::X` begins with a type. */
function startsImplGenerics(p: Parser): boolean {
  if (p.code !== T.Lt) return false;
  const first = p.peek(1);
  if (first === T.Pound || first === T.Gt || first === T.Const || first === T.OuterDoc) return true;
  if (first !== T.Lifetime && !p.isIdent(first)) return false;
  const second = p.peek(2);
  return (
    second === T.Gt ||
    second === T.Comma ||
    second === T.Colon ||
    second === T.Eq ||
    second === T.Shr ||
    second === T.Ge
  );
}

function parseMembers(p: Parser, place: "trait" | "impl", parseItems: ParseItems): Item[] {
  const close = p.closing();
  if (p.code === T.Semi && place === "impl") {
    p.complain("expected `{}`, found `;`");
    p.bump();
    return [];
  }
  if (!p.check(T.OpenBrace)) {
    p.unexpected();
    return [];
  }
  p.recovered();
  if (!p.enter()) {
    p.leave();
    return [];
  }
  p.bump();
  innerAttributes(p);
  const items = parseItems(p, place);
  closeGroup(p, T.CloseBrace, close);
  p.leave();
  return items;
}
