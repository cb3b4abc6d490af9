// Use trees.

import type { Ident, Path, UseTree } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, parseModPath } from "./paths.ts";
import { skipToComma } from "./primary.ts";

export function parseUseTree(p: Parser): UseTree {
  const { start } = p;
  if (!p.enter()) {
    p.leave();
    return {
      kind: "nested",
      start,
      end: start,
      global: false,
      trees: [],
      path: opt<Path>(undefined),
    };
  }
  const tree = parseTree(p, start);
  p.leave();
  return tree;
}

function parseTree(p: Parser, start: number): UseTree {
  const bare = groupOf(
    p,
    start,
    undefined,
    p.code === T.PathSep && (p.peek(1) === T.Star || p.peek(1) === T.OpenBrace),
  );
  if (bare !== undefined) return bare;
  const path = parseModPath(p);
  if (p.eat(T.PathSep)) {
    const group = groupOf(p, start, path, path.global);
    if (group !== undefined) return group;
  }
  const rename = p.eat(T.As) ? parseRename(p) : undefined;
  return { kind: "path", start, end: p.prevEnd, path, rename: opt(rename) };
}

/** `*` or `{…}`, behind the path that `prefix` is. */
function groupOf(
  p: Parser,
  start: number,
  prefix: Path | undefined,
  global: boolean,
): UseTree | undefined {
  if (prefix === undefined && global) p.bump();
  if (p.code === T.Star) {
    p.bump();
    return { kind: "glob", start, end: p.prevEnd, path: opt(prefix), global };
  }
  if (p.code !== T.OpenBrace) return undefined;
  const close = p.closing();
  p.bump();
  const trees: UseTree[] = [];
  while (!p.check(T.CloseBrace) && !p.atClose()) {
    trees.push(parseUseTree(p));
    if (p.eat(T.Comma)) continue;
    if (p.check(T.CloseBrace)) break;
    p.unexpected();
    skipToComma(p);
    if (!p.eat(T.Comma)) break;
  }
  closeGroup(p, T.CloseBrace, close);
  return { kind: "nested", start, end: p.prevEnd, path: opt(prefix), global, trees };
}

/** Behind `as`: a name or `_`. */
export function parseRename(p: Parser): Ident {
  return p.code === T.Underscore ? p.takeIdent() : p.ident();
}
