// `pub`, `pub(crate)`, `pub(in a::b)`.

import type { Visibility } from "../ast.ts";
import { T } from "../lex/codes.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, parseModPath } from "./paths.ts";

const INHERITED: Visibility = { kind: "inherited" };
const PUBLIC: Visibility = { kind: "public" };

export function parseVisibility(p: Parser): Visibility {
  const spliced = p.eatInterpolated<Visibility>("vis");
  if (spliced !== undefined) return spliced;
  if (!p.eat(T.Pub)) return INHERITED;
  if (p.code !== T.OpenParen || !startsRestriction(p)) return PUBLIC;
  const close = p.closing();
  p.bump();
  if (p.at(T.In)) p.bump();
  const path = parseModPath(p);
  closeGroup(p, T.CloseParen, close);
  return { kind: "restricted", path };
}

/** `pub (A, B)` in a tuple struct is a type, not a restriction. */
function startsRestriction(p: Parser): boolean {
  const first = p.peek(1);
  if (first === T.In) return true;
  return (first === T.Crate || first === T.SelfValue || first === T.Super) && p.peek(2) === T.CloseParen;
}
