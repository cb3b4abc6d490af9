// Tokens and attributes in a snapshot. A fragment that a macro put in stands there as its tokens.

import type { Attribute, Ident, Path, TokenRange } from "../../syntax/ast.ts";
import { TokenBuffer } from "../../syntax/tokenBuffer.ts";
import { TokenKind } from "../../syntax/tokens.ts";
import type { StoredAttr, StoredToken } from "./storedCrate.ts";

export function storeTokens(range: TokenRange): readonly StoredToken[] {
  const { table, from, to } = range;
  const out: StoredToken[] = [];
  for (let row = from; row < to; row += 1) {
    const kind = table.kinds[row] ?? TokenKind.End;
    if (kind === TokenKind.Interpolated) {
      out.push(...storeTokens((table.node(row) as { readonly range: TokenRange }).range));
      continue;
    }
    const start = table.starts[row] ?? 0;
    out.push({
      kind,
      text: table.text(row),
      spaced: table.spaced(row),
      raw: table.isRaw(row),
      span: { start, end: table.ends[row] ?? start },
    });
  }
  return out;
}

export function openTokens(tokens: readonly StoredToken[]): TokenRange {
  const buffer = new TokenBuffer();
  for (const { kind, text, spaced, raw, span } of tokens)
    buffer.push(kind, text, span.start, span.end, 0, spaced, raw);
  const table = buffer.finish();
  return { table, from: 0, to: table.count };
}

export function storeAttr(attr: Attribute): StoredAttr {
  return {
    path: attr.path.segments.map((segment) => segment.ident.name),
    inner: attr.inner,
    unsafe: attr.unsafe,
    tokens: storeTokens(attr.tokens).map((token) => ({ ...token, span: { start: 0, end: 0 } })),
  };
}

/** Its positions are gone: nobody points at an attribute of std. */
export function openAttr(attr: StoredAttr): Attribute {
  const nowhere = { start: 0, end: 0 };
  const segments = attr.path.map((name) => {
    const ident: Ident = { name, context: 0, ...nowhere };
    return { ident, ...nowhere };
  });
  const path: Path = { global: false, segments, ...nowhere };
  const { inner, unsafe } = attr;
  return { inner, unsafe, path, tokens: openTokens(attr.tokens), ...nowhere };
}
