// The tests of a decision tree, and the code that performs them. Follows `matches/test.rs` of rustc.
//
// Variants and scalar literals are one `switch` with a branch per value; everything else is a question with two answers.

import type { Span } from "../../../base/span.ts";
import type { BinaryOp } from "../../../syntax/ast.ts";
import type { Ty } from "../../../ty/ty.ts";
import { discriminantValue } from "../../discriminants.ts";
import type { BlockId, Operand, Place } from "../../mir.ts";
import { traitMethod } from "../../traits.ts";
import {
  assign,
  newBlock,
  newTemp,
  placeOf,
  terminate,
  terminateAt,
  unsupportedHere,
} from "../builder.ts";
import type { Builder } from "../builder.ts";
import { toPlace } from "../exprPlace.ts";
import { intOperand } from "../exprRvalue.ts";
import { unwindTarget } from "../scopes.ts";
import type { MatchPair, TestCase } from "./candidates.ts";

/** Where reads of a match stand for people: at what is matched, and at `match x` as a whole. */
export interface MatchSpans {
  readonly scrutinee: Span;
  readonly head: Span;
}

export interface Test {
  readonly pair: MatchPair;
  readonly kind: "variant" | "switch" | "question" | "error";
  readonly span: Span;
}

export function testOf(_b: Builder, pair: MatchPair): Test {
  const span = pair.pat.span;
  switch (pair.test.kind) {
    case "variant":
      return { pair, kind: "variant", span };
    case "constant":
      return {
        pair,
        kind: scalarValue(pair.test.value) === undefined ? "question" : "switch",
        span,
      };
    case "error":
    case "or":
      return { pair, kind: "error", span };
    default:
      return { pair, kind: "question", span };
  }
}

/** Literal integers, characters and booleans as numbers. */
function scalarValue(operand: Operand): bigint | undefined {
  if (operand.kind !== "constant") return undefined;
  const { constant } = operand;
  switch (constant.kind) {
    case "int":
      return constant.value;
    case "char":
      return BigInt(constant.value);
    case "bool":
      return constant.value ? 1n : 0n;
    default:
      return undefined;
  }
}

/** Where a pattern on the tested place stands; `decided`: the branch proves it. Undefined: the test says nothing. */
export function sortPair(
  test: Test,
  pair: MatchPair,
): { branch: string; decided: boolean } | undefined {
  if (test.kind === "variant") {
    return pair.test.kind === "variant"
      ? { branch: `${pair.test.variant}`, decided: true }
      : undefined;
  }
  if (test.kind === "switch") {
    const value = pair.test.kind === "constant" ? scalarValue(pair.test.value) : undefined;
    return value === undefined ? undefined : { branch: `${value}`, decided: true };
  }
  if (pair === test.pair || sameTest(test.pair.test, pair.test))
    return { branch: "yes", decided: true };
  return disjoint(test.pair.test, pair.test) ? { branch: "no", decided: false } : undefined;
}

function sameTest(a: TestCase, b: TestCase): boolean {
  if (a.kind === "constant" && b.kind === "constant")
    return text(a.value) !== undefined && text(a.value) === text(b.value);
  if (a.kind === "length" && b.kind === "length")
    return a.length === b.length && a.exact === b.exact;
  return false;
}

function disjoint(a: TestCase, b: TestCase): boolean {
  if (a.kind === "constant" && b.kind === "constant") {
    return (
      text(a.value) !== undefined && text(b.value) !== undefined && text(a.value) !== text(b.value)
    );
  }
  return (
    a.kind === "length" &&
    b.kind === "length" &&
    a.exact &&
    (b.exact ? a.length !== b.length : a.length < b.length)
  );
}

function text(operand: Operand): string | undefined {
  return operand.kind === "constant" && operand.constant.kind === "str"
    ? operand.constant.value
    : undefined;
}

/** Emits the test in `start`; gives the block of each branch that has candidates. Other outcomes go to `remainder`. */
export function performTest(
  b: Builder,
  test: Test,
  branches: readonly string[],
  start: BlockId,
  remainder: BlockId,
  spans: MatchSpans,
): Map<string, BlockId> {
  const resume = b.block;
  b.block = start;
  const targets = new Map<string, BlockId>();
  if (test.kind === "error") unsupportedHere(b, "a pattern", "its meaning is not known", test.span);
  else if (test.kind === "question") askQuestion(b, test, branches, targets, remainder);
  else switchOn(b, test, branches, targets, remainder, spans);
  b.block = resume;
  return targets;
}

function switchOn(
  b: Builder,
  test: Test,
  branches: readonly string[],
  targets: Map<string, BlockId>,
  remainder: BlockId,
  spans: MatchSpans,
): void {
  const place = toPlace(b, test.pair.place, test.span);
  for (const branch of branches) targets.set(branch, newBlock(b));
  const blocks = branches.map((branch) => targets.get(branch) as BlockId);
  if (test.kind === "switch" || test.pair.test.kind !== "variant") {
    const operand: Operand = { kind: "copy", place };
    const covered = test.pair.pat.ty.kind === "bool" && branches.length === 2;
    const otherwise = covered ? unreachableBlock(b, test.span) : remainder;
    terminate(
      b,
      { kind: "switch", operand, values: branches.map(BigInt), targets: blocks, otherwise },
      spans.head,
    );
    return;
  }
  const { def } = test.pair.test;
  const discriminant = placeOf(newTemp(b, b.cx.ty.tcx.int("isize"), test.span));
  assign(b, discriminant, { kind: "discriminant", place }, spans.scrutinee);
  const values = branches.map((branch) => discriminantValue(b.cx, def, Number(branch)));
  const all = b.cx.ty.adt(def).variants.length === branches.length;
  const otherwise = all ? unreachableBlock(b, test.span) : remainder;
  terminate(
    b,
    {
      kind: "switch",
      operand: { kind: "move", place: discriminant },
      values,
      targets: blocks,
      otherwise,
    },
    spans.head,
  );
}

function unreachableBlock(b: Builder, span: Span): BlockId {
  const block = newBlock(b);
  terminateAt(b, block, { kind: "unreachable" }, span);
  return block;
}

function askQuestion(
  b: Builder,
  test: Test,
  branches: readonly string[],
  targets: Map<string, BlockId>,
  remainder: BlockId,
): void {
  const yes = newBlock(b);
  targets.set("yes", yes);
  let no = remainder;
  if (branches.includes("no")) {
    no = newBlock(b);
    targets.set("no", no);
  }
  const place = toPlace(b, test.pair.place, test.span);
  const kind = test.pair.test;
  if (kind.kind === "range") return askRange(b, test, kind, place, yes, no);
  if (kind.kind === "length") {
    const usize = b.cx.ty.tcx.usize;
    const length = placeOf(newTemp(b, usize, test.span));
    assign(b, length, { kind: "len", place }, test.span);
    const wanted = intOperand(BigInt(kind.length), usize, test.span);
    return branchOn(
      b,
      kind.exact ? "==" : ">=",
      { kind: "move", place: length },
      wanted,
      yes,
      no,
      test.span,
    );
  }
  if (kind.kind === "constant") return askEqual(b, test, kind.value, place, yes, no);
}

function askRange(
  b: Builder,
  test: Test,
  range: TestCase & { kind: "range" },
  place: Place,
  yes: BlockId,
  no: BlockId,
): void {
  const value: Operand = { kind: "copy", place };
  const { from, to } = range;
  if (from) {
    const above = to ? newBlock(b) : yes;
    branchOn(b, "<=", from, value, above, no, test.span);
    b.block = above;
  }
  if (to) branchOn(b, range.inclusive ? "<=" : "<", value, to, yes, no, test.span);
}

function branchOn(
  b: Builder,
  op: BinaryOp,
  left: Operand,
  right: Operand,
  yes: BlockId,
  no: BlockId,
  span: Span,
): void {
  const bool = b.cx.ty.tcx.bool;
  const result = placeOf(newTemp(b, bool, span));
  assign(b, result, { kind: "binary", op, left, right, ty: bool }, span);
  branchIf(b, { kind: "move", place: result }, yes, no, span);
}

function branchIf(b: Builder, operand: Operand, yes: BlockId, no: BlockId, span: Span): void {
  terminate(b, { kind: "switch", operand, values: [0n], targets: [no], otherwise: yes }, span);
}

function isScalar(ty: Ty): boolean {
  return ty.kind === "int" || ty.kind === "float" || ty.kind === "char" || ty.kind === "bool";
}

/** Scalars compare directly; everything else through `PartialEq::eq`. */
function askEqual(
  b: Builder,
  test: Test,
  wanted: Operand,
  place: Place,
  yes: BlockId,
  no: BlockId,
): void {
  const { ty } = test.pair.pat;
  if (isScalar(ty)) return branchOn(b, "==", { kind: "copy", place }, wanted, yes, no, test.span);
  const interner = b.cx.ty.tcx;
  const eq = traitMethod(b.cx, "eq");
  if (eq === undefined)
    return unsupportedHere(b, "a constant pattern", "PartialEq is not known", test.span);
  const compared = ty.kind === "ref" ? ty.ty : ty;
  const left: Operand =
    ty.kind === "ref" ? { kind: "copy", place } : borrowed(b, place, ty, test.span);
  const right =
    ty.kind === "ref"
      ? wantedRef(b, wanted, ty, test.span)
      : borrowedConstant(b, wanted, ty, test.span);
  const result = placeOf(newTemp(b, interner.bool, test.span));
  const func: Operand = {
    kind: "constant",
    constant: { kind: "zst" },
    ty: interner.fnDef(eq, [compared, compared]),
    span: test.span,
  };
  const next = newBlock(b);
  terminate(
    b,
    {
      kind: "call",
      func,
      args: [left, right],
      destination: result,
      target: next,
      unwind: unwindTarget(b),
      fnSpan: test.span,
    },
    test.span,
    next,
  );
  branchIf(b, { kind: "move", place: result }, yes, no, test.span);
}

/** A byte string literal is an array; behind a slice it is compared as a slice. */
function wantedRef(b: Builder, wanted: Operand, ty: Ty, span: Span): Operand {
  if (wanted.kind !== "constant" || wanted.ty === ty) return wanted;
  if (wanted.ty.kind !== "ref" || wanted.ty.ty.kind !== "array") return wanted;
  const temp = placeOf(newTemp(b, ty, span));
  assign(b, temp, { kind: "cast", cast: "unsize", operand: wanted, from: wanted.ty, ty }, span);
  return { kind: "move", place: temp };
}

function borrowed(b: Builder, place: Place, ty: Ty, span: Span): Operand {
  const interner = b.cx.ty.tcx;
  const temp = placeOf(newTemp(b, interner.ref(interner.erased, ty, false), span));
  assign(b, temp, { kind: "ref", borrow: "shared", place }, span);
  return { kind: "move", place: temp };
}

function borrowedConstant(b: Builder, wanted: Operand, ty: Ty, span: Span): Operand {
  const temp = placeOf(newTemp(b, ty, span));
  assign(b, temp, { kind: "use", operand: wanted }, span);
  return borrowed(b, temp, ty, span);
}
