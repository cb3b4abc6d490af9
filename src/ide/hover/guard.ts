// How long a lock or a borrow is really held: the life of its guard, from flow/guards.

import type { Analysis } from "../../driver/contract.ts";
import { guardRanges, type GuardRange } from "../../flow/guards.ts";
import type { HirExpr, LocalId } from "../../hir/hir.ts";
import { visitBody } from "../../hir/visit.ts";
import type { TypedBody } from "../locate.ts";
import { guardWord, releaseWords } from "../../explain/guardWords.ts";
import { code, lines } from "./markdown.ts";
import type { Section } from "./sections.ts";
import { endLineOf, lineOf, marked, markerOf } from "./subject.ts";

/** For a variable that is a guard. */
export function heldLines(analysis: Analysis, body: TypedBody, variable: LocalId): Section | undefined {
  const declared = body.body.locals[variable];
  if (declared === undefined) return undefined;
  const range = rangesOf(analysis, body).find(
    (one) => one.name === declared.name && one.nameSpan?.start === declared.span.start,
  );
  return range === undefined ? undefined : section(analysis, body, range, code(declared.name));
}

/** For the call that makes the guard, also through `unwrap` and the like. */
export function acquiredBy(analysis: Analysis, body: TypedBody, call: HirExpr): Section | undefined {
  const ranges = rangesOf(analysis, body).filter(
    (one) => one.acquireSpan.start <= call.span.start && call.span.end <= one.acquireSpan.end,
  );
  const range = ranges.sort((a, b) => size(a) - size(b))[0];
  if (range === undefined) return undefined;
  return section(analysis, body, range, range.name === undefined ? undefined : code(range.name));
}

function rangesOf(analysis: Analysis, body: TypedBody): readonly GuardRange[] {
  return guardRanges(analysis.mir, body.owner);
}

function size(range: GuardRange): number {
  return range.acquireSpan.end - range.acquireSpan.start;
}

function section(analysis: Analysis, body: TypedBody, range: GuardRange, name: string | undefined): Section {
  const marker = markerOf(analysis, range.ty, "guard") ?? "";
  const word = guardWord(marker);
  const first = lineOf(analysis, range.acquireSpan.start);
  const release = range.releases[0];
  const locked = subjectOf(analysis, body, range);
  const subject = locked === undefined ? "" : ` ${code(locked)}`;
  if (release === undefined) {
    return { lines: [`**${word.acquires}${subject}** on line ${first}; the guard is not dropped in this function.`] };
  }
  const last = Math.max(...range.releases.map((one) => endLineOf(analysis, one.span)));
  const who = name ?? "the guard, a temporary,";
  const held =
    range.releases.length === 1
      ? `**${word.acquires}${subject}**, held on ${lines(first, last)}: ${who} ${releaseWords(release.reason)} on line ${endLineOf(analysis, release.span)}.`
      : `**${word.acquires}${subject}**, held from line ${first} to line ${last} at most: ${who} is dropped in ${range.releases.length} places.`;
  return { lines: [held, word.meanwhile], tint: { start: range.acquireSpan.start, end: release.span.end } };
}

/** What is locked, as written: the receiver of the innermost call whose result holds the guard. */
function subjectOf(analysis: Analysis, body: TypedBody, range: GuardRange): string | undefined {
  let found: HirExpr | undefined;
  visitBody(body.body, {
    expr(expr) {
      if (expr.kind === "methodCall" && within(expr.span, range.acquireSpan) && holdsGuard(analysis, body, expr)) found = expr;
    },
  });
  if (found?.kind !== "methodCall") return undefined;
  const { start, end } = found.receiver.span;
  return analysis.text.slice(start, end).replace(/\s+/g, "");
}

function within(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function holdsGuard(analysis: Analysis, body: TypedBody, expr: HirExpr): boolean {
  const ty = body.results.exprTys[expr.id];
  return ty !== undefined && marked(analysis, ty, "guard").length > 0;
}
