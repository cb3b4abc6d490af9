// `match`, `if let`, `let … else`: decision tree, guards, bindings, arms. Follows `builder/matches/mod.rs` of rustc.

import { bug } from "../../../base/assertNever.ts";
import type { Span } from "../../../base/span.ts";
import type { Place } from "../../mir.ts";
import type { ThirArm, ThirExpr, ThirPat } from "../../thir/thir.ts";
import { goto, newBlock, terminateAt } from "../builder.ts";
import type { Builder } from "../builder.ts";
import { asPlaceBuilder, fakeRead, tryToPlace } from "../exprPlace.ts";
import type { PlaceBuilder } from "../exprPlace.ts";
import { breakForElse, inIfThen, inScope } from "../scopes.ts";
import { bindForBody, bindForGuard, declareBindings } from "./bind.ts";
import { flatten } from "./candidates.ts";
import type { Candidate, Leaf } from "./candidates.ts";
import { fakeBorrow, fakeBorrowedPlaces, readFakeBorrows } from "./fakeBorrows.ts";
import { falseEdges, joinLeaves } from "./leaves.ts";
import { matchCandidates } from "./tree.ts";

export function lowerMatch(b: Builder, dest: Place, expr: ThirExpr & { kind: "match" }): void {
  const scrutinee = lowerScrutinee(b, expr.scrutinee);
  const depth = b.scopes.length;
  const candidates = expr.arms.map((arm, index) =>
    candidateOf(scrutinee, arm.pat, index, arm.guard !== undefined),
  );
  const { span } = expr.scrutinee;
  const head = { start: expr.span.start, end: Math.max(expr.span.start, span.end) };
  const otherwise = matchCandidates(b, candidates, b.block, { scrutinee: span, head });
  terminateAt(b, otherwise, { kind: "unreachable" }, expr.span);
  const starts = falseEdges(b, candidates);
  const end = newBlock(b);
  const tested = fakeBorrowedPlaces(b, candidates);
  const matched: Matched = { depth, place: tryToPlace(b, scrutinee), span, tested };
  for (const [index, arm] of expr.arms.entries()) {
    b.block = newBlock(b);
    lowerArm(b, dest, arm, starts[index] ?? [], matched);
    goto(b, end, arm.span);
  }
  b.block = end;
}

function lowerScrutinee(b: Builder, expr: ThirExpr): PlaceBuilder {
  const scrutinee = asPlaceBuilder(b, expr);
  const place = tryToPlace(b, scrutinee);
  if (place) fakeRead(b, place, "match", expr.span);
  return scrutinee;
}

function candidateOf(
  scrutinee: PlaceBuilder,
  pat: ThirPat,
  arm: number,
  hasGuard: boolean,
): Candidate {
  return { arm, ...flatten(scrutinee, pat), hasGuard, leaves: [] };
}

interface Matched {
  /** Scopes around the match. */
  readonly depth: number;
  readonly place: Place | undefined;
  readonly span: Span;
  /** Must not change while a guard runs. */
  readonly tested: readonly Place[];
}

function lowerArm(
  b: Builder,
  dest: Place,
  arm: ThirArm,
  leaves: readonly Leaf[],
  matched: Matched,
): void {
  inScope(b, arm.scope, () => {
    declareBindings(b, arm.pat, { place: matched.place, span: matched.span });
    if (!arm.guard) {
      joinLeaves(b, leaves, (leaf) => bindForBody(b, leaf.bindings));
      return b.into(b, dest, arm.body);
    }
    const { guard } = arm;
    inScope(b, arm.guardScope, () => {
      joinLeaves(b, leaves, (leaf) => guardedLeaf(b, arm, guard, leaf, matched));
      b.into(b, dest, arm.body);
    });
  });
}

function guardedLeaf(
  b: Builder,
  arm: ThirArm,
  guard: ThirExpr,
  leaf: Leaf,
  { depth, span, tested }: Matched,
): void {
  bindForGuard(b, leaf.bindings);
  const borrows = fakeBorrow(b, tested, span);
  b.guards.push(new Set(leaf.bindings.map((binding) => binding.local)));
  const failed = inIfThen(b, depth, () => b.thenElseBreak(b, guard));
  b.guards.pop();
  readFakeBorrows(b, borrows, endOf(guard.span));
  if (leaf.otherwise === undefined) bug("a guard without a way out");
  terminateAt(b, failed, { kind: "goto", target: leaf.otherwise }, arm.span);
  bindForBody(
    b,
    leaf.bindings.filter((binding) => binding.mode.kind === "move"),
  );
}

/** The last character, as rustc points there. */
function endOf({ start, end }: Span): Span {
  return { start: Math.max(start, end - 1), end };
}

/** `let pat = expr` in a condition: goes on where it matches. */
export function lowerLet(b: Builder, expr: ThirExpr & { kind: "let" }): void {
  const scrutinee = lowerScrutinee(b, expr.expr);
  declareBindings(b, expr.pat, { place: tryToPlace(b, scrutinee), span: expr.expr.span });
  refutable(b, scrutinee, expr.pat, expr.expr.span);
}

/** `let … else`: the variables are declared already. */
export function lowerLetElse(b: Builder, pat: ThirPat, init: ThirExpr): void {
  refutable(b, lowerScrutinee(b, init), pat, init.span);
}

function refutable(b: Builder, scrutinee: PlaceBuilder, pat: ThirPat, span: Span): void {
  const candidate = candidateOf(scrutinee, pat, 0, false);
  const otherwise = matchCandidates(b, [candidate], b.block, { scrutinee: span, head: pat.span });
  breakForElse(b, otherwise, pat.span);
  joinLeaves(b, falseEdges(b, [candidate])[0] ?? [], (leaf) => bindForBody(b, leaf.bindings));
}
