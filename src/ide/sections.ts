// Critical sections: the lines on which a guard lives, for marks in the editor.

import { lineColumnAt } from "../base/lineIndex.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "../driver/contract.ts";
import { RELEASES } from "../explain/markWords.ts";
import { say } from "../explain/hoverText.ts";
import { guardsOf } from "./facts/guards.ts";
import type { GuardRange } from "../flow/guards.ts";
import { isAcquired } from "./hover/guard.ts";
import { subjectOf } from "./hover/locked.ts";
import { markerOf } from "./hover/subject.ts";
import { typedBody, type TypedBody } from "./facts/typedBody.ts";
import { bodyAt } from "./locate.ts";
import type { CriticalSection, ReleaseHint } from "./contract.ts";

/** The innermost section of more than one line around an offset. */
export function sectionAt(analysis: Analysis, offset: number): CriticalSection | undefined {
  const inside = bodyAt(analysis, offset);
  if (inside === undefined) return undefined;
  let best: CriticalSection | undefined;
  for (const range of guardsOf(analysis, inside.owner)) {
    const span = livesOver(range);
    if (span === undefined || offset < span.start || span.end < offset) continue;
    if (lineOf(analysis, span.start) === lineOf(analysis, span.end)) continue;
    if (best === undefined || span.end - span.start < best.span.end - best.span.start)
      best = { span, name: subjectOf(analysis, inside, range) };
  }
  return best;
}

/** Every lock that is held at an offset, outermost first. */
export function heldAt(analysis: Analysis, offset: number): readonly string[] {
  const inside = bodyAt(analysis, offset);
  if (inside === undefined) return [];
  return guardsOf(analysis, inside.owner).flatMap((range) => {
    const span = livesOver(range);
    const held = span !== undefined && span.start <= offset && offset <= span.end;
    const name = held ? subjectOf(analysis, inside, range) : undefined;
    return name === undefined ? [] : [name];
  });
}

function livesOver(range: GuardRange): Span | undefined {
  const last = range.releases.at(-1);
  return last === undefined ? undefined : { start: range.acquireSpan.start, end: last.span.end };
}

function lineOf(analysis: Analysis, offset: number): number {
  return lineColumnAt(analysis.lines, offset).line;
}

/** Functions whose guards can be hinted at, so that a host can take them one at a time. */
export function bodiesWithin(analysis: Analysis, within: Span): readonly TypedBody[] {
  const { program } = analysis;
  return program.localDefs.flatMap((id) => {
    const def = program.def(id);
    const touches = def.span.start < within.end && within.start < def.span.end;
    const typed = def.kind === "fn" && def.hasBody && touches ? typedBody(analysis, id) : undefined;
    return typed === undefined ? [] : [typed];
  });
}

/** Where the guards of a function go; those that live on one line only need no hint. */
export function releaseHints(analysis: Analysis, typed: TypedBody): readonly ReleaseHint[] {
  return guardsOf(analysis, typed.owner).flatMap((range) => {
    if (!isAcquired(range)) return [];
    const made = lineOf(analysis, range.acquireSpan.start);
    const places = new Map<number, ReleaseHint>();
    for (const release of range.releases) {
      if (release.reason === "moved" || release.reason === "returned") continue;
      if (range.name !== undefined && !release.named) continue;
      const line = lineOf(analysis, release.span.end);
      if (line === made || release.reason === "drop") continue;
      places.set(line, hintAt(analysis, typed, range, release.span.end));
    }
    return [...places.values()];
  });
}

function hintAt(
  analysis: Analysis,
  typed: TypedBody,
  range: GuardRange,
  offset: number,
): ReleaseHint {
  const name = subjectOf(analysis, typed, range);
  const borrow = markerOf(analysis, range.ty, "guard")?.startsWith("refcell") === true;
  const label =
    name === undefined
      ? borrow
        ? RELEASES.someBorrow
        : RELEASES.someLock
      : say(borrow ? RELEASES.borrow : RELEASES.lock, { name });
  const values = {
    guard: range.name ?? "",
    line: lineOf(analysis, range.acquireSpan.start),
    what: label,
  };
  const tooltip = say(range.name === undefined ? RELEASES.temporary : RELEASES.tooltip, values);
  return { offset, label, tooltip };
}
