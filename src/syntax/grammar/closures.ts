// Closures.

import type { Expr, GenericParam, Pat, Type } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { parseForLifetimes } from "./generics.ts";
import { Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { parseParamPat } from "./patterns.ts";
import { parseType } from "./ty.ts";

/** `|`, `||`, or those behind any of `const static async move`. */
export function startsClosure(p: Parser): boolean {
  for (let n = 0; n < 6; n += 1) {
    const code = p.peek(n);
    if (code === T.Or || code === T.OrOr) return true;
    if (code === T.Async && !p.isIdent(code)) continue;
    if (code !== T.Move && code !== T.Static && code !== T.Const && code !== T.Use) return false;
  }
  return false;
}

export function parseClosure(p: Parser): Expr {
  const { start } = p;
  const forLifetimes: readonly GenericParam[] = p.code === T.For ? parseForLifetimes(p) : [];
  let move = false;
  let async = false;
  for (;;) {
    if (p.eat(T.Move) || p.eat(T.Use)) move = true;
    else if (p.code === T.Async && !p.isIdent()) {
      p.bump();
      async = true;
    } else if (!p.eat(T.Static) && !p.eat(T.Const)) break;
  }
  const params = parseClosureParams(p);
  const output = p.eat(T.RArrow) ? parseType(p) : undefined;
  const headEnd = p.prevEnd;
  const body = parseClosureBody(p, output !== undefined);
  return {
    kind: "closure",
    start,
    end: p.prevEnd,
    move,
    async,
    forLifetimes,
    params,
    output: opt(output),
    body,
    headEnd,
  };
}

function parseClosureBody(p: Parser, braced: boolean): Expr {
  if (braced) {
    const { start } = p;
    if (p.code !== T.OpenBrace && p.interpolated()?.fragment !== "block") {
      p.want(T.OpenBrace);
      p.unexpected();
      return { kind: "error", start: p.prevEnd, end: p.prevEnd };
    }
    const outer = p.restrictions;
    p.restrictions = Res.None;
    const block = p.grammar.block(p);
    p.restrictions = outer;
    return { kind: "block", start, end: p.prevEnd, block };
  }
  return p.grammar.exprRes(p, p.restrictions & Res.NoStruct);
}

function parseClosureParams(p: Parser): { readonly pat: Pat; readonly type?: Type }[] {
  const params: { readonly pat: Pat; readonly type?: Type }[] = [];
  if (p.eat(T.OrOr)) return params;
  if (!p.expect(T.Or)) return params;
  while (!p.checkSplit(T.Or) && !p.atClose()) {
    outerAttributes(p);
    const pat = parseParamPat(p);
    const type = p.eat(T.Colon) ? parseType(p) : undefined;
    params.push({ pat, type: opt(type) });
    if (!p.eat(T.Comma)) break;
  }
  p.expectSplit(T.Or);
  return params;
}
