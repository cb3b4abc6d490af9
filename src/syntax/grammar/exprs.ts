// Expressions: operators by precedence (Pratt) and prefixes.

import type { Attribute, BinaryOp, Expr, RangeLimits, UnaryOp } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { outerAttributes } from "./attributes.ts";
import { startsOperand } from "./begins.ts";
import { checkLeftLet, containsLet } from "./lets.ts";
import { MAX_CHAIN, Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { isComplete, parsePostfix } from "./postfix.ts";
import { parsePrimary } from "./primary.ts";
import { parseTypeNoBounds } from "./ty.ts";

export function parseExpr(p: Parser): Expr {
  return parseExprRes(p, Res.None);
}

export function parseExprRes(p: Parser, restrictions: number): Expr {
  const outer = p.restrictions;
  p.restrictions = restrictions;
  const attrs = outerAttributes(p);
  const expr = withAttrs(parseAssoc(p, 0), attrs);
  p.restrictions = outer;
  return expr;
}

export function withAttrs(expr: Expr, attrs: readonly Attribute[]): Expr {
  return attrs.length === 0 ? expr : { ...expr, attrs: [...attrs, ...(expr.attrs ?? [])] };
}

// ---- binary operators

/** Precedences, ascending; the right side of a left-associative operator takes one more. */
const enum Prec {
  None = 0,
  Assign = 2,
  Range = 4,
  LOr = 6,
  LAnd = 7,
  Compare = 8,
  BitOr = 9,
  BitXor = 10,
  BitAnd = 11,
  Shift = 12,
  Sum = 13,
  Product = 14,
  Cast = 15,
}

/** Scrutinees of `let` end before `&&` and `||`. */
export const LET_SCRUTINEE = Prec.LAnd + 1;

const PRECEDENCE = new Uint8Array(256);
const BINARY: { readonly [code: number]: BinaryOp } = {
  [T.Plus]: "+",
  [T.Minus]: "-",
  [T.Star]: "*",
  [T.Slash]: "/",
  [T.Percent]: "%",
  [T.And]: "&",
  [T.Or]: "|",
  [T.Caret]: "^",
  [T.Shl]: "<<",
  [T.Shr]: ">>",
  [T.EqEq]: "==",
  [T.Ne]: "!=",
  [T.Lt]: "<",
  [T.Le]: "<=",
  [T.Gt]: ">",
  [T.Ge]: ">=",
  [T.AndAnd]: "&&",
  [T.OrOr]: "||",
  [T.LArrow]: "<",
};
const ASSIGN: { readonly [code: number]: BinaryOp } = {
  [T.PlusEq]: "+",
  [T.MinusEq]: "-",
  [T.StarEq]: "*",
  [T.SlashEq]: "/",
  [T.PercentEq]: "%",
  [T.AndEq]: "&",
  [T.OrEq]: "|",
  [T.CaretEq]: "^",
  [T.ShlEq]: "<<",
  [T.ShrEq]: ">>",
};
for (const code of Object.keys(ASSIGN)) PRECEDENCE[Number(code)] = Prec.Assign;
for (const [code, prec] of [
  [T.Eq, Prec.Assign],
  [T.DotDot, Prec.Range],
  [T.DotDotEq, Prec.Range],
  [T.DotDotDot, Prec.Range],
  [T.OrOr, Prec.LOr],
  [T.AndAnd, Prec.LAnd],
  [T.EqEq, Prec.Compare],
  [T.Ne, Prec.Compare],
  [T.Lt, Prec.Compare],
  [T.Le, Prec.Compare],
  [T.Gt, Prec.Compare],
  [T.Ge, Prec.Compare],
  [T.LArrow, Prec.Compare],
  [T.Or, Prec.BitOr],
  [T.Caret, Prec.BitXor],
  [T.And, Prec.BitAnd],
  [T.Shl, Prec.Shift],
  [T.Shr, Prec.Shift],
  [T.Plus, Prec.Sum],
  [T.Minus, Prec.Sum],
  [T.Star, Prec.Product],
  [T.Slash, Prec.Product],
  [T.Percent, Prec.Product],
  [T.As, Prec.Cast],
] as const) {
  PRECEDENCE[code] = prec;
}

export function parseAssoc(p: Parser, min: number): Expr {
  if (!p.enter()) {
    p.leave();
    return errorExpr(p);
  }
  const { code } = p;
  const isRange = code === T.DotDot || code === T.DotDotEq || code === T.DotDotDot;
  const left = isRange ? parsePrefixRange(p) : parsePrefix(p);
  const expr = parseAssocRest(p, min, left);
  p.leave();
  return expr;
}

/** Operators behind an operand that is already read. */
export function parseAssocRest(p: Parser, min: number, operand: Expr): Expr {
  let left = operand;
  p.want(T.XOperator);
  if (isComplete(p, left)) return left;
  for (let length = 0; ; length += 1) {
    const prec = PRECEDENCE[p.code] ?? 0;
    if (prec === 0 || prec < min) return left;
    if (p.restrictions & Res.Const && prec !== Prec.Product && isClosingAngle(p.code)) return left;
    if (length > MAX_CHAIN) {
      p.tooDeep();
      return left;
    }
    if (prec === Prec.Range) return parseRange(p, left);
    left = prec === Prec.Cast ? parseCast(p, left) : parseOperation(p, left, prec);
    p.want(T.XOperator);
  }
}

function isClosingAngle(code: T): boolean {
  return code === T.Gt || code === T.Ge || code === T.Shr || code === T.ShrEq;
}

function parseOperation(p: Parser, left: Expr, prec: number): Expr {
  const { code, start: opStart } = p;
  if (code === T.LArrow) p.complain("unexpected token: `<-`");
  p.bump();
  if (code === T.Plus && p.at(T.Plus) && p.start === opStart + 1) {
    p.complain("Rust has no postfix increment operator", opStart, opStart + 2);
    p.bump();
    return left;
  }
  if (prec === Prec.Assign) return parseAssignment(p, left, code, opStart);
  const op = BINARY[code] ?? "+";
  const outer = p.restrictions;
  p.restrictions = outer & (code === T.AndAnd ? ~Res.Stmt : ~(Res.Stmt | Res.Let));
  if (code !== T.AndAnd && (outer & Res.Let) !== 0 && containsLet(left))
    checkLeftLet(p, left, code === T.OrOr, opStart);
  if (prec === Prec.Compare) checkChained(p, left, opStart);
  const right = parseAssoc(p, prec + 1);
  p.restrictions = outer;
  return binary(left, op, opStart, right);
}

type Binary = Extract<Expr, { kind: "binary" }>;

function binary(left: Expr, op: BinaryOp, opStart: number, right: Expr): Binary {
  return { kind: "binary", start: left.start, end: right.end, op, opStart, left, right };
}

function checkChained(p: Parser, left: Expr, opStart: number): void {
  if (left.kind !== "binary" || (PRECEDENCE_OF.get(left.op) ?? 0) !== Prec.Compare) return;
  p.complain("comparison operators cannot be chained", left.opStart, opStart + 1);
}

const PRECEDENCE_OF: ReadonlyMap<BinaryOp, number> = new Map(
  Object.entries(BINARY).map(([code, op]) => [op, PRECEDENCE[Number(code)] ?? 0]),
);

function parseAssignment(p: Parser, left: Expr, code: T, opStart: number): Expr {
  const outer = p.restrictions;
  p.restrictions = outer & Res.NoStruct;
  const right = parseAssoc(p, Prec.Assign);
  p.restrictions = outer;
  const op = ASSIGN[code];
  if (op === undefined) return { kind: "assign", start: left.start, end: right.end, left, right };
  return { kind: "assignOp", start: left.start, end: right.end, op, opStart, left, right };
}

function parseCast(p: Parser, expr: Expr): Expr {
  p.bump();
  const type = parseTypeNoBounds(p);
  const cast: Expr = { kind: "cast", start: expr.start, end: p.prevEnd, expr, type };
  if (
    p.code === T.Dot ||
    p.code === T.Question ||
    ((p.code === T.OpenBracket || p.code === T.OpenParen) && !p.atLineStart)
  ) {
    return afterCast(p, cast);
  }
  return cast;
}

/** `x as T.f()` needs parentheses. */
function afterCast(p: Parser, cast: Expr): Expr {
  const method = p.at(T.Dot) && (p.peek(2) === T.OpenParen || p.peek(2) === T.PathSep);
  const what =
    {
      [T.Dot]: method ? "a method call" : "a field access",
      [T.Question]: "`?`",
      [T.OpenParen]: "a function call",
    }[p.code as number] ?? "indexing";
  p.complain(`cast cannot be followed by ${what}`, cast.start, cast.end);
  return parsePostfix(p, cast);
}

// ---- ranges

function takeLimits(p: Parser): RangeLimits {
  const limits = p.code === T.DotDot ? ".." : p.code === T.DotDotEq ? "..=" : "...";
  if (limits === "...") p.complain("unexpected token: `...`");
  p.bump();
  return limits;
}

function startsRangeEnd(p: Parser): boolean {
  if (p.code === T.OpenBrace) return (p.restrictions & Res.NoStruct) === 0;
  return startsOperand(p);
}

function parseRange(p: Parser, from: Expr): Expr {
  const limits = takeLimits(p);
  const to = rangeEnd(p, limits, from.start);
  return { kind: "range", start: from.start, end: p.prevEnd, from, to: opt(to), limits };
}

function parsePrefixRange(p: Parser): Expr {
  const { start } = p;
  const limits = takeLimits(p);
  const to = rangeEnd(p, limits, start);
  return { kind: "range", start, end: p.prevEnd, to: opt(to), limits };
}

function rangeEnd(p: Parser, limits: RangeLimits, start: number): Expr | undefined {
  if (startsRangeEnd(p)) {
    const outer = p.restrictions;
    p.restrictions = outer & ~(Res.Let | Res.Stmt);
    const to = parseAssoc(p, Prec.Range + 1);
    p.restrictions = outer;
    return to;
  }
  if (limits !== "..") p.complain("inclusive range with no end", start, p.prevEnd);
  return undefined;
}

// ---- prefixes

function parsePrefix(p: Parser): Expr {
  switch (p.code) {
    case T.Bang:
      return parseUnary(p, "!");
    case T.Minus:
      return parseUnary(p, "-");
    case T.Star:
      return parseUnary(p, "*");
    case T.And:
    case T.AndAnd:
      return parseAddrOf(p);
    case T.Tilde:
      p.complain("`~` cannot be used as a unary operator");
      return parseUnary(p, "!");
    case T.Plus:
      if (p.peek(1) === T.Plus) {
        p.complain("Rust has no prefix increment operator");
        p.bump();
        p.bump();
        return parsePrefix(p);
      }
      if (p.peek(1) !== T.Int && p.peek(1) !== T.Float) break;
      p.complain("leading `+` is not supported");
      p.bump();
      return parsePrefix(p);
    case T.Pound:
    case T.OuterDoc: {
      const attrs = outerAttributes(p);
      if (p.code === T.Pound || p.code === T.OuterDoc) break;
      return withAttrs(parsePrefix(p), attrs);
    }
  }
  return parsePostfix(p, parsePrimary(p));
}

function parseUnary(p: Parser, op: UnaryOp): Expr {
  const { start } = p;
  p.bump();
  const expr = operand(p);
  return { kind: "unary", start, end: p.prevEnd, op, expr };
}

/** What a prefix operator applies to: never a whole statement. */
function operand(p: Parser): Expr {
  if (!p.enter()) {
    p.leave();
    return errorExpr(p);
  }
  const outer = p.restrictions;
  p.restrictions = outer & ~Res.Stmt & ~Res.Let;
  const isRange = p.code === T.DotDot || p.code === T.DotDotEq;
  const expr = isRange ? parsePrefixRange(p) : parsePrefix(p);
  p.restrictions = outer;
  p.leave();
  return expr;
}

function parseAddrOf(p: Parser): Expr {
  const { start } = p;
  const twice = p.code === T.AndAnd;
  p.bump();
  if (p.code === T.Lifetime) {
    p.complain("borrow expressions cannot be annotated with lifetimes");
    p.bump();
  }
  let raw = false;
  let mutable = false;
  const next = p.peek(1);
  if (p.code === T.Raw && (next === T.Mut || (next === T.Const && p.peek(2) !== T.OpenBrace))) {
    p.bump();
    raw = true;
    mutable = p.at(T.Mut);
    p.bump();
  } else {
    if (p.code === T.Pin && (next === T.Mut || next === T.Const)) p.bump();
    mutable = p.eat(T.Mut);
    if (
      !mutable &&
      p.code === T.Const &&
      p.peek(1) !== T.OpenBrace &&
      !startsConstClosure(p.peek(1))
    )
      p.bump();
  }
  const expr = operand(p);
  const inner: Expr = {
    kind: "addrOf",
    start: twice ? start + 1 : start,
    end: p.prevEnd,
    raw,
    mutable,
    expr,
  };
  if (!twice) return inner;
  return { kind: "addrOf", start, end: p.prevEnd, raw: false, mutable: false, expr: inner };
}

function startsConstClosure(code: T): boolean {
  return (
    code === T.Or || code === T.OrOr || code === T.Move || code === T.Static || code === T.Async
  );
}

function errorExpr(p: Parser): Expr {
  return { kind: "error", start: p.prevEnd, end: p.prevEnd };
}
