// Blocks, conditions, loops and jumps; closures and matches are next door.

import type { Block, Expr, Lifetime } from "../ast.ts";
import { T } from "../lex/codes.ts";
import { FLAG_LINE } from "../tokens.ts";
import { outerAttributes } from "./attributes.ts";
import { looksLikeFn, startsOperand } from "./begins.ts";
import { parseClosure, startsClosure } from "./closures.ts";
import { checkLets } from "./lets.ts";
import { parseMatch } from "./matches.ts";
import { MAX_CHAIN, Res, opt } from "./parser.ts";
import type { Parser } from "./parser.ts";
import { parsePat } from "./patterns.ts";

type Label = Lifetime | undefined;

/** An expression that begins with a keyword, `{`, `|` or a label; undefined for anything else. */
export function parseControl(p: Parser): Expr | undefined {
  switch (p.code) {
    case T.OpenBrace:
      return blockExpr(p, undefined);
    case T.Interpolated:
      return p.interpolated()?.fragment === "block" ? blockExpr(p, undefined) : undefined;
    case T.If:
      return parseIf(p);
    case T.Match:
      return parseMatch(p);
    case T.While:
    case T.Loop:
      return parseLoop(p, p.start, undefined);
    case T.For:
      return isForBinder(p) ? parseClosure(p) : parseLoop(p, p.start, undefined);
    case T.Lifetime:
      return parseLabeled(p);
    case T.Unsafe:
      return parseUnsafe(p);
    case T.Return:
    case T.Break:
    case T.Continue:
    case T.Become:
    case T.Yield:
      return parseJump(p);
    case T.Let:
      return parseLet(p);
    case T.Const:
      if (p.peek(1) === T.OpenBrace) return parseConstBlock(p);
      break;
    case T.Do:
      return parseYeet(p);
    case T.Try:
    case T.Async:
    case T.Gen:
      if (startsBlockAfter(p)) return parseKeywordBlock(p);
      break;
    case T.Builtin:
      if (p.peek(1) === T.Pound) return parseBuiltin(p);
      break;
  }
  return startsClosure(p) ? parseClosure(p) : undefined;
}

function isForBinder(p: Parser): boolean {
  return (
    p.peek(1) === T.Lt &&
    (p.peek(2) === T.Lifetime ||
      p.peek(2) === T.Gt ||
      p.isIdent(p.peek(2)) ||
      p.peek(2) === T.Pound ||
      p.peek(2) === T.Const) &&
    isClosureBinder(p)
  );
}

/** `for<'a> |x|` and not `for <T as Trait>::C in`: the brackets are followed by a closure. */
function isClosureBinder(p: Parser): boolean {
  for (let n = 2; n < 64; n += 1) {
    const code = p.peek(n);
    if (code === T.Gt) return isClosureStart(p.peek(n + 1));
    if (code === T.As || code === T.Eof || code === T.OpenBrace) return false;
  }
  return false;
}

function isClosureStart(code: T): boolean {
  return (
    code === T.Or ||
    code === T.OrOr ||
    code === T.Move ||
    code === T.Static ||
    code === T.Async ||
    code === T.Const ||
    code === T.Use
  );
}

// ---- blocks

function blockExpr(p: Parser, label: Label, start = p.start): Expr {
  const block = p.grammar.block(p);
  return { kind: "block", start, end: p.prevEnd, label: opt(label), block };
}

function parseUnsafe(p: Parser): Expr {
  const { start } = p;
  p.bump();
  const block = parseBody(p);
  return { kind: "unsafe", start, end: p.prevEnd, block };
}

function parseConstBlock(p: Parser): Expr {
  const { start } = p;
  p.bump();
  const block = p.grammar.block(p);
  return { kind: "constBlock", start, end: p.prevEnd, block };
}

/** `try {`, `async {`, `async move {`, `gen {`, `async gen move {` */
function startsBlockAfter(p: Parser): boolean {
  if (p.isIdent()) return false;
  let n = 1;
  if (p.code === T.Async && p.peek(n) === T.Gen && !p.isIdent(T.Gen)) n += 1;
  if (p.code !== T.Try && (p.peek(n) === T.Move || p.peek(n) === T.Use)) n += 1;
  return p.peek(n) === T.OpenBrace;
}

function parseKeywordBlock(p: Parser): Expr {
  const { start } = p;
  const isTry = p.code === T.Try;
  const isAsync = p.code === T.Async;
  p.bump();
  const isGen = !isTry && (!isAsync || p.code === T.Gen);
  if (isAsync && isGen) p.bump();
  const move = p.code === T.Move || p.code === T.Use;
  if (move) p.bump();
  const outer = p.restrictions;
  p.restrictions = Res.None;
  const block = p.grammar.block(p);
  p.restrictions = outer;
  if (isTry) return { kind: "try", start, end: p.prevEnd, block };
  if (isGen) return { kind: "gen", start, end: p.prevEnd, move, async: isAsync, block };
  return { kind: "async", start, end: p.prevEnd, move, block };
}

// ---- if, let

function parseIf(p: Parser): Expr {
  // `else if` chains are read in a loop: they can be long.
  const heads: { start: number; condition: Expr; then: Block }[] = [];
  let last: Expr | undefined;
  for (;;) {
    const { start } = p;
    p.bump();
    const condition = parseHeadCondition(p);
    const then = parseBody(p);
    heads.push({ start, condition, then });
    if (!p.eat(T.Else)) break;
    if (p.code === T.If) {
      if (heads.length < MAX_CHAIN) continue;
      p.tooDeep();
    } else last = blockExprOrError(p);
    break;
  }
  const end = p.prevEnd;
  for (let at = heads.length - 1; at >= 0; at -= 1) {
    const head = heads[at];
    if (head === undefined) continue;
    last = {
      kind: "if",
      start: head.start,
      end,
      condition: head.condition,
      then: head.then,
      else: opt(last),
    };
  }
  return last ?? { kind: "error", start: end, end };
}

function blockExprOrError(p: Parser): Expr {
  const { start } = p;
  const block = parseBody(p);
  return { kind: "block", start, end: p.prevEnd, block };
}

function parseHeadCondition(p: Parser): Expr {
  if (p.code === T.OpenBrace && isMissingCondition(p)) {
    p.complain("missing condition for `if` expression", p.prevEnd, p.prevEnd);
    return { kind: "error", start: p.prevEnd, end: p.prevEnd };
  }
  const outer = p.restrictions;
  const condition = p.grammar.exprRes(p, Res.NoStruct | Res.Let);
  checkLets(p, condition);
  p.restrictions = outer;
  return condition;
}

/** `if { … }` with nothing behind the block that could go on with it. */
function isMissingCondition(p: Parser): boolean {
  const behind = p.closing() + 1;
  if (behind >= p.limit) return true;
  const code = p.table.codes[behind] as T;
  if (
    code === T.Semi ||
    code === T.Else ||
    code === T.Comma ||
    code === T.CloseBrace ||
    code === T.CloseParen
  )
    return true;
  return (
    ((p.table.flags[behind] ?? 0) & FLAG_LINE) !== 0 &&
    (p.isIdent(code) || p.isReserved(code)) &&
    code !== T.As
  );
}

/** The block of an `if`, loop or function; an empty one, with an error, where it is missing. */
export function parseBody(p: Parser): Block {
  if (p.code !== T.OpenBrace && p.interpolated()?.fragment !== "block") {
    if (!p.failed) p.error(`expected \`{\`, found ${p.found()}`);
    // A head that broke off: its block may still follow on the line.
    while (!p.atClose() && !p.atLineStart && !p.at(T.OpenBrace) && !p.at(T.Semi) && !looksLikeFn(p))
      p.skipTree();
    if (!p.at(T.OpenBrace) || p.atLineStart)
      return { start: p.prevEnd, end: p.prevEnd, attrs: [], statements: [] };
  }
  const outer = p.restrictions;
  p.restrictions = Res.None;
  const block = p.grammar.block(p);
  p.restrictions = outer;
  return block;
}

function parseLet(p: Parser): Expr {
  const { start } = p;
  if ((p.restrictions & Res.Let) === 0) p.complain("expected expression, found `let` statement");
  p.bump();
  const pat = parsePat(p);
  if (!p.eat(T.Eq)) p.unexpected();
  const outer = p.restrictions;
  p.restrictions = outer & ~Res.Let & ~Res.Stmt;
  const expr = parseScrutinee(p);
  p.restrictions = outer;
  return { kind: "let", start, end: p.prevEnd, pat, expr };
}

function parseScrutinee(p: Parser): Expr {
  const attrs = outerAttributes(p);
  const expr = p.grammar.scrutinee(p);
  return attrs.length === 0 ? expr : { ...expr, attrs };
}

// ---- loops and jumps

function parseLabeled(p: Parser): Expr | undefined {
  const { start } = p;
  const next = p.peek(1);
  if (next !== T.Colon) {
    const label = p.lifetime();
    if (next !== T.Loop && next !== T.While && next !== T.For && next !== T.OpenBrace)
      return afterLabel(p, start, label);
    p.complain("labeled expression must be followed by `:`", start, p.prevEnd);
    return afterLabel(p, start, label);
  }
  const label = p.lifetime();
  p.bump();
  return afterLabel(p, start, label);
}

function afterLabel(p: Parser, start: number, label: Lifetime): Expr {
  switch (p.code) {
    case T.Loop:
    case T.While:
    case T.For:
      return parseLoop(p, start, label);
    case T.OpenBrace:
    case T.Interpolated:
      return blockExpr(p, label, start);
  }
  p.error(`expected \`while\`, \`for\`, \`loop\` or \`{\` after a label`);
  return startsOperand(p) ? p.grammar.expr(p) : { kind: "error", start, end: p.prevEnd };
}

function parseLoop(p: Parser, start: number, label: Label): Expr {
  const keyword = p.code;
  p.bump();
  if (keyword === T.Loop) {
    const body = parseBody(p);
    return { kind: "loop", start, end: p.prevEnd, label: opt(label), body };
  }
  if (keyword === T.While) {
    const condition = p.grammar.exprRes(p, Res.NoStruct | Res.Let);
    checkLets(p, condition);
    const body = parseBody(p);
    return { kind: "while", start, end: p.prevEnd, label: opt(label), condition, body };
  }
  const pat = parsePat(p);
  if (!p.eat(T.In)) {
    if (!p.failed) p.error("missing `in` in `for` loop", p.prevEnd, p.prevEnd);
  }
  const iter = p.grammar.exprRes(p, Res.NoStruct);
  const body = parseBody(p);
  return { kind: "for", start, end: p.prevEnd, label: opt(label), pat, iter, body };
}

function parseJump(p: Parser): Expr {
  const { start, code } = p;
  p.bump();
  switch (code) {
    case T.Return:
      return { kind: "return", start, value: opt(optionalValue(p)), end: p.prevEnd };
    case T.Yield:
      return { kind: "yield", start, value: opt(optionalValue(p)), end: p.prevEnd };
    case T.Become:
      return { kind: "become", start, value: p.grammar.expr(p), end: p.prevEnd };
    case T.Continue: {
      const label = p.code === T.Lifetime ? p.lifetime() : undefined;
      return { kind: "continue", start, end: p.prevEnd, label: opt(label) };
    }
    default:
      return parseBreak(p, start);
  }
}

function parseBreak(p: Parser, start: number): Expr {
  const label = p.code === T.Lifetime && p.peek(1) !== T.Colon ? p.lifetime() : undefined;
  const value =
    p.code === T.OpenBrace && (p.restrictions & Res.NoStruct) !== 0 ? undefined : optionalValue(p);
  return { kind: "break", start, end: p.prevEnd, label: opt(label), value: opt(value) };
}

function optionalValue(p: Parser): Expr | undefined {
  return startsOperand(p) ? p.grammar.expr(p) : undefined;
}

/** `do yeet x` */
function parseYeet(p: Parser): Expr | undefined {
  if (p.peek(1) !== T.Ident || p.table.text(p.row + 1) !== "yeet") return undefined;
  const { start } = p;
  p.bump();
  p.bump();
  optionalValue(p);
  return { kind: "error", start, end: p.prevEnd };
}

/** `builtin # name(…)` */
function parseBuiltin(p: Parser): Expr {
  const { start } = p;
  p.jump(p.row + 3);
  p.skipTree();
  return { kind: "error", start, end: p.prevEnd };
}
