// Literals.

import type { Expr, Lit } from "../ast.ts";
import { T, isLiteral } from "../lex/codes.ts";
import { unescapeBytes, unescapeChar, unescapeString } from "../lex/unescape.ts";
import type { Unescaped } from "../lex/unescape.ts";
import type { Parser } from "./parser.ts";

export function startsLiteral(p: Parser, code: T = p.code): boolean {
  return isLiteral(code) || code === T.True || code === T.False;
}

/** The literal at the current token. */
export function parseLiteral(p: Parser): Expr {
  const { start } = p;
  const lit = literalValue(p);
  p.bump();
  return { kind: "lit", start, end: p.prevEnd, lit };
}

/** A literal with an optional minus, as patterns and `$l:literal` have them. */
export function parseSignedLiteral(p: Parser): Expr {
  const spliced = p.eatInterpolated<Expr>("literal", "expr", "expr_2021");
  if (spliced !== undefined) return spliced;
  if (p.code !== T.Minus) return parseLiteral(p);
  const { start } = p;
  p.bump();
  if (!startsLiteral(p) && p.interpolated()?.fragment !== "literal") {
    p.error(`unexpected token: ${p.found()}`);
    return { kind: "error", start, end: p.prevEnd };
  }
  const expr = parseSignedLiteral(p);
  return { kind: "unary", start, end: p.prevEnd, op: "-", expr };
}

function literalValue(p: Parser): Lit {
  switch (p.code) {
    case T.True:
      return { kind: "bool", value: true };
    case T.False:
      return { kind: "bool", value: false };
    case T.Int:
      return intLit(p.text());
    case T.Float:
      return floatLit(p.text());
    case T.Char:
      return { kind: "char", value: checked(p, unescapeChar(p.text(), false)) };
    case T.Byte:
      return { kind: "byte", value: checked(p, unescapeChar(p.text(), true)).charCodeAt(0) };
    case T.ByteStr:
      return { kind: "byteStr", value: checked(p, unescapeBytes(p.text(), false)) };
    case T.CStr:
      return { kind: "cStr", value: checked(p, unescapeBytes(p.text(), true)) };
    default:
      return { kind: "str", value: checked(p, unescapeString(p.text())) };
  }
}

function checked<V>(p: Parser, unescaped: Unescaped<V>): V {
  if (unescaped.problem !== undefined) p.complain(unescaped.problem);
  return unescaped.value;
}

function intLit(text: string): Lit {
  const plain = text.replaceAll("_", "");
  const digits = /^(?:0x[0-9a-fA-F]*|0o[0-9]*|0b[0-9]*|[0-9]+)/.exec(plain)?.[0] ?? "0";
  const suffix = plain.length === digits.length ? "" : suffixOf(text, digits);
  if (suffix === "f32" || suffix === "f64") return { kind: "float", digits, suffix };
  return { kind: "int", digits, suffix };
}

function floatLit(text: string): Lit {
  const plain = text.replaceAll("_", "");
  const digits = /^[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/.exec(plain)?.[0] ?? "0";
  return {
    kind: "float",
    digits,
    suffix: plain.length === digits.length ? "" : suffixOf(text, digits),
  };
}

/** What follows the digits, underscores kept: they may be part of a (wrong) suffix. */
function suffixOf(text: string, digits: string): string {
  let at = 0;
  for (let seen = 0; seen < digits.length; at += 1) if (text[at] !== "_") seen += 1;
  return text.slice(at).replace(/^_+/, "");
}
