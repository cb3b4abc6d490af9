// `pub`, `pub(crate)`, `pub(in a::b)`.

import type { Visibility } from "../ast.ts";
import { T } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, parseModPath } from "./paths.ts";

const INHERITED: Visibility = { kind: "inherited" };

/** `field`: a tuple struct's, whose type may begin with a parenthesis. */
export function parseVisibility(p: Parser, field = false): Visibility {
  const spliced = p.eatInterpolated<Visibility>("vis");
  if (spliced !== undefined) return spliced;
  const { start } = p;
  if (!p.eat(T.Pub)) return INHERITED;
  const all: Visibility = { kind: "public", start, end: p.prevEnd };
  if (p.code !== T.OpenParen) return all;
  if (!startsRestriction(p)) {
    if (!field) wrongRestriction(p);
    return all;
  }
  const close = p.closing();
  p.bump();
  if (p.at(T.In)) p.bump();
  const path = parseModPath(p);
  closeGroup(p, T.CloseParen, close);
  return { kind: "restricted", path, start, end: p.prevEnd };
}

function wrongRestriction(p: Parser): void {
  p.complain("incorrect visibility restriction", p.start + 1, p.start + 1);
  p.skipTree();
}

/** `pub (A, B)` in a tuple struct is a type, not a restriction. */
function startsRestriction(p: Parser): boolean {
  const first = p.peek(1);
  if (first === T.In) return true;
  return (
    (first === T.Crate || first === T.SelfValue || first === T.Super) && p.peek(2) === T.CloseParen
  );
}
