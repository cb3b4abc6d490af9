// Patterns.

import type { Attribute, Expr, FieldPat, Ident, Pat, Path, QSelf, RangeLimits } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { parseSignedLiteral, startsLiteral } from "./literals.ts";
import { parseMacroCall } from "./macros.ts";
import { opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { closeGroup, isPathStart, isQPathStart, parseQPath } from "./paths.ts";
import { opensGroup } from "./ty.ts";

/** A pattern with `|` at the top, as in a match arm. */
export function parsePat(p: Parser): Pat {
  const { start } = p;
  const leading = p.code === T.Or;
  if (leading) p.bump();
  const first = parsePatNoTop(p);
  if (!p.check(T.Or) && p.code !== T.OrOr) return leading ? { ...first, start } : first;
  const pats = [first];
  for (;;) {
    if (p.code === T.OrOr) p.complain("unexpected token `||` in pattern");
    else if (p.code !== T.Or) break;
    p.bump();
    pats.push(parsePatNoTop(p));
  }
  return { kind: "or", start, end: p.prevEnd, pats };
}

/** A parameter of a function or closure. */
export function parseParamPat(p: Parser): Pat {
  return parsePatNoTop(p, "parameter name");
}

/** A pattern without `|` at the top; `what` it is called in an error. */
export function parsePatNoTop(p: Parser, what = "pattern"): Pat {
  if (!p.enter()) {
    p.leave();
    return errorPat(p);
  }
  const pat = parsePatKind(p, what);
  p.leave();
  return pat;
}

function errorPat(p: Parser): Pat {
  return { kind: "error", start: p.prevEnd, end: p.prevEnd };
}

function parsePatKind(p: Parser, what: string): Pat {
  const { start } = p;
  switch (p.code) {
    case T.Underscore:
      p.bump();
      return { kind: "wild", start, end: p.prevEnd };
    case T.And:
    case T.AndAnd:
      return parseRefPat(p);
    case T.OpenParen:
      return parseParenPat(p);
    case T.OpenBracket: {
      const pats = parsePatList(p, T.CloseBracket).pats;
      return { kind: "slice", start, end: p.prevEnd, pats };
    }
    case T.DotDot:
      if (!startsRangeEnd(p, 1)) {
        p.bump();
        return { kind: "rest", start, end: p.prevEnd };
      }
      return parseRangeTo(p);
    case T.DotDotEq:
    case T.DotDotDot:
      return parseRangeTo(p);
    case T.Mut:
    case T.Ref:
      return parseBinding(p);
    case T.Box:
      p.bump();
      return { kind: "box", start, pat: parsePatNoTop(p), end: p.prevEnd };
    case T.Bang:
      p.bump();
      p.complain("`!` patterns are experimental", start, p.prevEnd);
      return { kind: "error", start, end: p.prevEnd };
    case T.Const:
      return afterValue(p, start, parseConstBlockPat(p));
    case T.Minus:
      return afterValue(p, start, parseSignedLiteral(p));
    case T.Interpolated:
      return parseSplicedPat(p);
    case T.Builtin:
      if (p.peek(1) === T.Pound) return parseBuiltinPat(p);
      break;
  }
  if (startsLiteral(p)) return afterValue(p, start, parseSignedLiteral(p));
  if (isBinding(p)) return parseBinding(p);
  if (isPathStart(p)) return parsePathPat(p);
  p.error(
    `expected ${p.isReserved() && p.code !== T.Let && p.code !== T.In ? "identifier" : what}, found ${p.found()}`,
  );
  return errorPat(p);
}

function parseSplicedPat(p: Parser): Pat {
  const { start } = p;
  const pat = p.eatInterpolated<Pat>("pat", "pat_param");
  if (pat !== undefined) return pat;
  const value = p.eatInterpolated<Expr>("literal", "expr", "expr_2021");
  if (value !== undefined) return afterValue(p, start, value);
  if (isPathStart(p)) return parsePathPat(p);
  p.error(`expected pattern, found ${p.found()}`);
  return errorPat(p);
}

function parseBuiltinPat(p: Parser): Pat {
  const { start } = p;
  while (!p.at(T.OpenParen) && !p.atClose()) p.bump();
  p.skipTree();
  return { kind: "error", start, end: p.prevEnd };
}

// ---- references, tuples

function parseRefPat(p: Parser): Pat {
  const { start } = p;
  p.eatSplit(T.And);
  if (p.code === T.Pin && (p.peek(1) === T.Mut || p.peek(1) === T.Const)) {
    p.bump();
    if (p.at(T.Const)) p.bump();
  }
  // `&mut x` borrows mutably; `&mut mut x` also binds mutably.
  const mutable = p.eat(T.Mut);
  const pat = parsePatNoTop(p);
  return { kind: "ref", start, end: p.prevEnd, mutable, pat };
}

interface PatList {
  readonly pats: Pat[];
  readonly trailing: boolean;
}

function parsePatList(p: Parser, closing: T): PatList {
  const close = p.closing();
  p.bump();
  const pats: Pat[] = [];
  let trailing = false;
  while (!p.check(closing) && !p.atClose()) {
    outerAttributes(p);
    pats.push(parseGuardedPat(p));
    trailing = p.eat(T.Comma);
    if (!trailing) break;
  }
  closeGroup(p, closing, close);
  return { pats, trailing };
}

/** `pat if guard`, unstable: the guard is read and dropped. */
function parseGuardedPat(p: Parser): Pat {
  const pat = parsePat(p);
  if (p.check(T.If)) {
    const { start } = p;
    p.bump();
    p.grammar.expr(p);
    p.complain("guard patterns are experimental", start, p.prevEnd);
  }
  return pat;
}

function parseParenPat(p: Parser): Pat {
  const { start } = p;
  const { pats, trailing } = parsePatList(p, T.CloseParen);
  const only = pats.length === 1 && !trailing ? pats[0] : undefined;
  if (only === undefined || only.kind === "rest")
    return { kind: "tuple", start, end: p.prevEnd, pats };
  // `(A)..=(B)` is not Rust, but `(1)..=2` reads as far as this.
  return { kind: "paren", start, end: p.prevEnd, pat: only };
}

// ---- bindings

function isBinding(p: Parser): boolean {
  if (!p.isIdent()) return false;
  switch (p.peek(1)) {
    case T.OpenParen:
    case T.OpenBrace:
    case T.PathSep:
    case T.Bang:
    case T.DotDot:
    case T.DotDotEq:
    case T.DotDotDot:
      return false;
    default:
      return true;
  }
}

function parseBinding(p: Parser): Pat {
  const { start } = p;
  let mutable = false;
  if (p.eat(T.Mut)) mutable = true;
  const byRef = p.eat(T.Ref);
  if (byRef) {
    if (p.code === T.Pin && (p.peek(1) === T.Mut || p.peek(1) === T.Const)) p.bump();
    mutable = p.eat(T.Mut) || p.eat(T.Const) || mutable;
  }
  const name = p.code === T.Int ? p.takeIdent() : bindingName(p);
  const sub = p.eat(T.At) ? parsePatNoTop(p) : undefined;
  return { kind: "ident", start, end: p.prevEnd, byRef, mutable, name, sub: opt(sub) };
}

function bindingName(p: Parser): Ident {
  if (p.code === T.SelfValue) return p.takeIdent();
  const name = p.ident();
  if (p.code === T.OpenParen && name.name !== "") {
    p.error("expected identifier, found enum variant constructor", name.start, name.end);
    p.skipTree();
  }
  return name;
}

// ---- paths

function parsePathPat(p: Parser): Pat {
  const { start } = p;
  const { qself, path } = parseQPath(p, "expr");
  switch (p.code) {
    case T.Bang:
      if (qself === undefined && opensGroup(p.peek(1))) {
        const call = parseMacroCall(p, path);
        return afterMacro(p, start, { kind: "macro", start, end: p.prevEnd, call });
      }
      break;
    case T.OpenBrace:
      return parseStructPat(p, start, qself, path);
    case T.OpenParen: {
      const { pats } = parsePatList(p, T.CloseParen);
      return { kind: "tupleStruct", start, end: p.prevEnd, qself: opt(qself), path, pats };
    }
    case T.DotDot:
    case T.DotDotEq:
    case T.DotDotDot:
      return parseRange(p, start, { kind: "path", start, end: p.prevEnd, qself: opt(qself), path });
  }
  for (const code of BEHIND_PATH) p.want(code);
  return { kind: "path", start, end: p.prevEnd, qself: opt(qself), path };
}

const BEHIND_PATH: readonly T[] = [
  T.Bang,
  T.OpenParen,
  T.OpenBrace,
  T.DotDot,
  T.DotDotEq,
  T.DotDotDot,
];

function afterMacro(p: Parser, start: number, pat: Extract<Pat, { kind: "macro" }>): Pat {
  if (p.code !== T.DotDotEq && p.code !== T.DotDotDot && p.code !== T.DotDot) return pat;
  return parseRange(p, start, { kind: "macro", start, end: p.prevEnd, call: pat.call });
}

function parseStructPat(p: Parser, start: number, qself: QSelf | undefined, path: Path): Pat {
  const close = p.closing();
  p.bump();
  const fields: FieldPat[] = [];
  let rest = false;
  while (!p.check(T.CloseBrace) && !p.atClose()) {
    const attrs = outerAttributes(p);
    if (p.check(T.DotDot)) {
      p.bump();
      rest = true;
      if (p.code === T.Comma) {
        p.complain("expected `}`, found `,`");
        p.bump();
      }
    } else {
      fields.push(parseFieldPat(p, attrs));
      if (!p.eat(T.Comma)) break;
    }
  }
  closeGroup(p, T.CloseBrace, close);
  return { kind: "struct", start, end: p.prevEnd, qself: opt(qself), path, fields, rest };
}

function parseFieldPat(p: Parser, attrs: readonly Attribute[]): FieldPat {
  const { start } = p;
  if ((p.isIdent() || p.code === T.Int || p.isReserved()) && p.peek(1) === T.Colon) {
    const name = p.isReserved() ? p.ident() : p.takeIdent();
    p.bump();
    const pat = parsePat(p);
    return { start, end: p.prevEnd, attrs, name, pat, shorthand: false };
  }
  if (p.code === T.Box) p.bump();
  p.want(T.At);
  const pat = parseBinding(p);
  const name = pat.kind === "ident" ? pat.name : p.missingIdent();
  return { start, end: p.prevEnd, attrs, name, pat, shorthand: true };
}

// ---- values and ranges

function parseConstBlockPat(p: Parser): Expr {
  const { start } = p;
  p.bump();
  const block = p.grammar.block(p);
  return { kind: "constBlock", start, end: p.prevEnd, block };
}

function afterValue(p: Parser, start: number, value: Expr): Pat {
  if (p.code === T.DotDot || p.code === T.DotDotEq || p.code === T.DotDotDot)
    return parseRange(p, start, value);
  return { kind: "lit", start, end: p.prevEnd, value };
}

/** Behind the lower end of a range. */
function parseRange(p: Parser, start: number, from: Expr): Pat {
  const limits = takeLimits(p);
  const to = startsRangeEnd(p, 0) ? parseRangeEnd(p) : undefined;
  if (to === undefined && limits !== "..")
    p.complain("inclusive range with no end", start, p.prevEnd);
  return { kind: "range", start, end: p.prevEnd, from, to: opt(to), limits };
}

function parseRangeTo(p: Parser): Pat {
  const { start } = p;
  const limits = takeLimits(p);
  if (limits === "...")
    p.complain("range-to patterns with `...` are not allowed", start, p.prevEnd);
  const to = startsRangeEnd(p, 0) ? parseRangeEnd(p) : undefined;
  if (to === undefined) p.complain("inclusive range with no end", start, p.prevEnd);
  return { kind: "range", start, end: p.prevEnd, to: opt(to), limits };
}

function takeLimits(p: Parser): RangeLimits {
  const limits = p.code === T.DotDot ? ".." : p.code === T.DotDotEq ? "..=" : "...";
  p.bump();
  return limits;
}

function startsRangeEnd(p: Parser, ahead: number): boolean {
  const code = p.peek(ahead);
  if (
    startsLiteral(p, code) ||
    code === T.Minus ||
    code === T.Lt ||
    code === T.Shl ||
    code === T.PathSep
  )
    return true;
  if (code === T.Const) return p.peek(ahead + 1) === T.OpenBrace;
  if (code === T.OpenParen) return false;
  return p.isIdent(code) || p.isPathKeyword(code) || code === T.Interpolated;
}

function parseRangeEnd(p: Parser): Expr {
  const { start } = p;
  if (p.code === T.Const) return parseConstBlockPat(p);
  if (startsLiteral(p) || p.code === T.Minus) return parseSignedLiteral(p);
  if (p.code === T.Interpolated && !isPathStart(p)) return parseSignedLiteral(p);
  if (!isPathStart(p) && !isQPathStart(p)) {
    p.error(`expected pattern, found ${p.found()}`);
    return { kind: "error", start, end: start };
  }
  const { qself, path } = parseQPath(p, "expr");
  if (p.code === T.Bang && qself === undefined && opensGroup(p.peek(1))) {
    const call = parseMacroCall(p, path);
    return { kind: "macro", start, end: p.prevEnd, call };
  }
  return { kind: "path", start, end: p.prevEnd, qself: opt(qself), path };
}
