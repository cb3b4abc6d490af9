// Structs, unions, enums.

import type { Attribute, FieldDef, Fields, ItemKind, Variant, Visibility } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { parseGenerics, withWhere } from "./generics.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup } from "./paths.ts";
import { skipToComma } from "./primary.ts";
import { parseType } from "./ty.ts";
import { expectSemi } from "./semicolons.ts";
import { parseVisibility } from "./visibility.ts";

/** Behind `struct` or `union`. */
export function parseStruct(p: Parser, kind: "struct" | "union"): ItemKind {
  const name = p.ident();
  const generics = withWhere(p, parseGenerics(p));
  if (p.check(T.OpenBrace)) {
    p.recovered();
    return { kind, name, generics, fields: parseNamedFields(p) };
  }
  if (p.check(T.OpenParen)) {
    const fields = parseTupleFields(p);
    const whole = withWhere(p, generics);
    expectSemi(p);
    return { kind, name, generics: whole, fields };
  }
  const fields: Fields = { kind: "unit", start: p.prevEnd, end: p.prevEnd, fields: [] };
  p.expect(T.Semi);
  return { kind, name, generics, fields };
}

/** Behind `enum`. */
export function parseEnum(p: Parser): ItemKind {
  const name = p.ident();
  const generics = withWhere(p, parseGenerics(p));
  const variants: Variant[] = [];
  const close = p.closing();
  if (!p.expect(T.OpenBrace)) return { kind: "enum", name, generics, variants };
  parseList(p, T.CloseBrace, () => {
    const attrs = outerAttributes(p);
    if (p.atClose()) return dangling(p, attrs);
    variants.push(parseVariant(p, attrs));
  });
  closeGroup(p, T.CloseBrace, close);
  return { kind: "enum", name, generics, variants };
}

function parseVariant(p: Parser, attrs: readonly Attribute[]): Variant {
  const visibility = parseVisibility(p);
  const { start } = p;
  if (p.code === T.Ident && p.peek(1) === T.Bang) return macroVariant(p, attrs, visibility);
  const name = p.ident();
  const fields = parseVariantFields(p);
  const discriminant = p.eat(T.Eq) ? p.grammar.expr(p) : undefined;
  const end = p.prevEnd;
  return { start, end, attrs, visibility, name, fields, discriminant: opt(discriminant) };
}

function macroVariant(p: Parser, attrs: readonly Attribute[], visibility: Visibility): Variant {
  const { start } = p;
  p.error(`expected one of \`(\`, \`,\`, \`=\`, \`{\`, or \`}\`, found \`!\``);
  const name = p.takeIdent();
  return {
    start,
    end: p.prevEnd,
    attrs,
    visibility,
    name,
    fields: { kind: "unit", start, end: start, fields: [] },
  };
}

function parseVariantFields(p: Parser): Fields {
  if (p.check(T.OpenBrace)) return parseNamedFields(p);
  if (p.check(T.OpenParen)) return parseTupleFields(p);
  return { kind: "unit", start: p.prevEnd, end: p.prevEnd, fields: [] };
}

function parseNamedFields(p: Parser): Fields {
  const { start } = p;
  const close = p.closing();
  p.bump();
  const fields: FieldDef[] = [];
  parseList(p, T.CloseBrace, () => {
    const attrs = outerAttributes(p);
    if (p.atClose()) return dangling(p, attrs);
    const from = p.start;
    const visibility = parseVisibility(p);
    if (p.code === T.Unsafe) p.bump();
    const name = p.ident();
    if (p.code === T.Bang) return;
    p.expect(T.Colon);
    const type = parseType(p);
    const value = p.eat(T.Eq) ? p.grammar.expr(p) : undefined;
    fields.push({
      start: from,
      end: p.prevEnd,
      attrs,
      visibility,
      name,
      type,
      default: opt(value),
    });
    return checkSeparator(p);
  });
  closeGroup(p, T.CloseBrace, close);
  return { kind: "named", start, end: p.prevEnd, fields };
}

/** Attributes at the end of a list. */
function dangling(p: Parser, attrs: readonly Attribute[]): void {
  const last = attrs.at(-1);
  if (last?.doc === undefined) p.unexpectedIdent();
  else
    p.error("found a documentation comment that doesn't document anything", last.start, last.end);
}

/** What rustc says where two fields are not divided by a comma; true where the next one can be read all the same. */
function checkSeparator(p: Parser): boolean {
  if (p.failed || p.code === T.Comma || p.code === T.CloseBrace) return false;
  if (p.code === T.Semi) {
    p.complain("struct fields are separated by `,`");
    p.bump();
    return true;
  }
  const message = `expected \`,\`, or \`}\`, found ${p.found()}`;
  const goesOn = p.code === T.Pub || p.code === T.Pound || (p.isIdent() && p.peek(1) === T.Colon);
  if (goesOn) p.complain(message, p.prevEnd, p.prevEnd);
  else p.error(message, p.prevEnd, p.prevEnd);
  return goesOn;
}

function parseTupleFields(p: Parser): Fields {
  const { start } = p;
  const close = p.closing();
  p.bump();
  const fields: FieldDef[] = [];
  parseList(p, T.CloseParen, () => {
    const attrs = outerAttributes(p);
    if (p.atClose()) return;
    const from = p.start;
    const visibility: Visibility = parseVisibility(p, true);
    const type = parseType(p);
    const value = p.at(T.Eq) && p.eat(T.Eq) ? p.grammar.expr(p) : undefined;
    const name = { start: from, end: from, name: String(fields.length), context: 0 };
    fields.push({
      start: from,
      end: p.prevEnd,
      attrs,
      visibility,
      name,
      type,
      default: opt(value),
    });
  });
  closeGroup(p, T.CloseParen, close);
  return { kind: "tuple", start, end: p.prevEnd, fields };
}

/** Elements divided by commas, unless one says that the next can follow at once; errors end with the next comma. */
function parseList(p: Parser, closing: T, element: () => boolean | void): void {
  while (!p.check(closing) && !p.atClose()) {
    const { row } = p;
    if (element() === true && p.row > row) continue;
    if (p.eat(T.Comma)) {
      p.recovered();
      continue;
    }
    if (p.check(closing) || p.atClose()) return;
    p.unexpected();
    skipToComma(p);
    p.eat(T.Comma);
    if (p.row === row) return;
    p.recovered();
  }
}
