// Attributes and doc comments.

import type { Attribute, Path } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { docText } from "../lex/docs.ts";
import type { Parser } from "./parser.ts";
import { opt } from "./parser.ts";
import { parseModPath } from "./paths.ts";

const NO_ATTRS: readonly Attribute[] = [];

/** `#[…]` and `///` before something. */
export function outerAttributes(p: Parser): readonly Attribute[] {
  if (p.code !== T.Pound && p.code !== T.OuterDoc && p.code !== T.InnerDoc) return NO_ATTRS;
  const attrs: Attribute[] = [];
  for (;;) {
    if (p.code === T.OuterDoc) attrs.push(docAttribute(p, false));
    else if (p.code === T.InnerDoc) {
      p.complain("expected outer doc comment");
      attrs.push(docAttribute(p, true));
    } else if (p.code === T.Pound && (p.peek(1) === T.OpenBracket || p.peek(1) === T.Bang)) {
      if (p.peek(1) === T.Bang) {
        if (p.peek(2) !== T.OpenBracket) return attrs;
        p.complain("an inner attribute is not permitted in this context");
      }
      attrs.push(bracketed(p));
    } else {
      if (p.code === T.Pound) loneHash(p);
      return attrs;
    }
  }
}

function loneHash(p: Parser): void {
  p.bump();
  p.want(T.Bang);
  p.want(T.OpenBracket);
  p.unexpected();
}

/** `#![…]` and `//!` at the start of a file or block. */
export function innerAttributes(p: Parser): readonly Attribute[] {
  if (p.code !== T.Pound && p.code !== T.InnerDoc) return NO_ATTRS;
  const attrs: Attribute[] = [];
  for (;;) {
    if (p.code === T.InnerDoc) attrs.push(docAttribute(p, true));
    else if (p.code === T.Pound && p.peek(1) === T.Bang && p.peek(2) === T.OpenBracket)
      attrs.push(bracketed(p));
    else return attrs;
  }
}

/** The part between the brackets, as the `meta` fragment has it. */
export function attributeContent(p: Parser, start: number, inner: boolean): Attribute {
  const spliced = p.eatInterpolated<Attribute>("meta");
  if (spliced !== undefined) return { ...spliced, inner };
  if (p.code === T.Unsafe && p.peek(1) === T.OpenParen) {
    p.bump();
    p.bump();
    const attr = plainContent(p, start, inner, true);
    p.expect(T.CloseParen);
    return { ...attr, end: p.prevEnd };
  }
  return plainContent(p, start, inner, false);
}

function plainContent(p: Parser, start: number, inner: boolean, unsafe: boolean): Attribute {
  const path = parseModPath(p);
  const from = p.row;
  if (p.check(T.OpenParen) || p.check(T.OpenBracket) || p.check(T.OpenBrace)) p.skipTree();
  else if (p.eat(T.Eq)) p.grammar.expr(p);
  const tokens = { table: p.table, from, to: p.row };
  return { start, end: p.prevEnd, inner, path, doc: opt<string>(undefined), tokens, unsafe };
}

function bracketed(p: Parser): Attribute {
  const { start } = p;
  p.bump();
  const inner = p.eat(T.Bang);
  const close = p.closing();
  p.bump();
  const attr = attributeContent(p, start, inner);
  if (!p.expect(T.CloseBracket)) {
    p.jump(Math.min(close, p.limit));
    p.eat(T.CloseBracket);
  }
  p.recovered();
  return { ...attr, start, end: p.prevEnd };
}

function docAttribute(p: Parser, inner: boolean): Attribute {
  const { start, end, row } = p;
  const doc = docText(p.text());
  p.bump();
  return {
    start,
    end,
    inner,
    path: docPath(start, end),
    doc,
    tokens: { table: p.table, from: row, to: p.row },
    unsafe: false,
  };
}

function docPath(start: number, end: number): Path {
  return {
    start,
    end,
    global: false,
    segments: [{ start, end, ident: { start, end, name: "doc", context: 0 } }],
  };
}
