// rustc's wording of "expected …, found …".

import { T, fixedText } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";

const NAMES: { readonly [code: number]: string } = {
  [T.XOperator]: "an operator",
  [T.XIdent]: "identifier",
  [T.XLifetime]: "lifetime",
  [T.XPath]: "path",
  [T.XType]: "type",
  [T.XConst]: "a const expression",
  [T.XLiteral]: "literal",
};

export function expectedMessage(wanted: Uint8Array, found: string): string {
  const names = [
    ...new Set([...wanted].map((code) => NAMES[code] ?? `\`${fixedText(code as T) ?? ""}\``)),
  ];
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (names.length === 0) return `unexpected token: ${found}`;
  if (names.length === 1) return `expected ${names[0]}, found ${found}`;
  if (names.length === 2) return `expected one of ${names[0]} or ${names[1]}, found ${found}`;
  return `expected one of ${names.slice(0, -1).join(", ")}, or ${names.at(-1)}, found ${found}`;
}

export function describeToken(p: Parser): string {
  switch (p.code) {
    case T.Eof:
      return "`<eof>`";
    case T.OuterDoc:
    case T.InnerDoc:
      return `doc comment \`${p.text()}\``;
    case T.Interpolated:
      return `\`${p.interpolated()?.fragment ?? ""}\` metavariable`;
    default:
      return describeText(p);
  }
}

function describeText(p: Parser): string {
  const text = fixedText(p.code) ?? p.text();
  const shown = p.table.isRaw(p.row) ? `r#${text}` : text;
  if (p.code === T.Underscore) return "reserved identifier `_`";
  if (p.code >= T.Abstract && p.code <= T.Yield) return `reserved keyword \`${text}\``;
  if (p.isReserved())
    return `${p.code === T.Gen || p.code === T.Try ? "reserved keyword" : "keyword"} \`${text}\``;
  return `\`${shown}\``;
}
