// E0382 in rustc's words: what was used, where it had been moved, and why the move was one.
// Follows `report_use_of_moved_or_uninitialized` and `explain_captures`.

import { showTy } from "../ty/show.ts";
import type { Span } from "../base/span.ts";
import type { Location } from "../mir/dataflow.ts";
import type { MovePath, MovePathId } from "../mir/drops/movePaths.ts";
import type { Place } from "../mir/mir.ts";
import { isBox, placeTy } from "../mir/placeTys.ts";
import { describeAny, describePlace, isPrefix, samePlace } from "./describe.ts";
import type { FlowCx } from "./flowCx.ts";
import type { FlowError, FlowNote } from "./flowError.ts";
import { loopNotes } from "./loops.ts";
import type { MoveSite } from "./moveSites.ts";
import { borrowSpans, mainSpan, moveSpans } from "./useSpans.ts";
import type { UseSpans } from "./useSpans.ts";

/** What the place had to be initialised for. */
export type RequiredFor = "use" | "match" | "borrow" | "assignment" | "partialAssignment";

export interface MovedUse {
  readonly moved: Place;
  readonly used: Place;
  readonly span: Span;
  readonly action: RequiredFor;
  readonly path: MovePathId;
}

const NOUN: Readonly<Record<RequiredFor, string>> = {
  use: "use",
  match: "use",
  borrow: "borrow",
  assignment: "assign",
  partialAssignment: "assign to part",
};

const PAST: Readonly<Record<RequiredFor, string>> = {
  use: "used",
  match: "matched on",
  borrow: "borrowed",
  assignment: "assigned",
  partialAssignment: "partially assigned",
};

const DESCRIBE = { includingDowncast: true, includingTupleField: true };

export function usedSpans(cx: FlowCx, at: Location, use: MovedUse): UseSpans {
  const spans = moveSpans(cx, use.moved, at);
  return spans.kind === "plain" ? borrowSpans(cx, use.span, at) : spans;
}

export function movedError(
  cx: FlowCx,
  at: Location,
  use: MovedUse,
  sites: readonly MoveSite[],
): FlowError {
  const useSpans = usedSpans(cx, at, use);
  const span = mainSpan(useSpans);
  const partial = sites.some((site) => isPartial(cx, use, movedPlace(cx, site)));
  const name = describePlace(cx, use.moved, DESCRIBE);
  const related: FlowNote[] = [];
  let label: string | undefined;
  let inLoop = false;
  const seen = new Set<string>();
  for (const site of sites) {
    const sameSpot = site.move.at.block === at.block && site.move.at.index === at.index;
    inLoop ||= sameSpot;
    const spans = moveSpans(cx, movedPlace(cx, site), site.move.at);
    const key = `${mainSpan(spans).start}:${mainSpan(spans).end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const moved = describeAny(cx, movedPlace(cx, site));
    for (const note of moveNotes(spans, {
      span,
      partial,
      looped: sameSpot || site.backEdge,
      moved,
    })) {
      if (label === undefined && sameSpan(note.span, span)) label = note.message;
      else related.push(note);
    }
    related.push(...loopsOf(cx, site, spans));
  }
  if (useSpans.kind === "closure") {
    related.push({
      span: useSpans.path,
      message: `${use.action === "borrow" ? "borrow" : "use"} occurs due to use in closure`,
    });
  }
  if (!inLoop) {
    const message = `value ${PAST[use.action]} here after ${partial ? "partial " : ""}move`;
    if (label === undefined) label = message;
    else related.push({ span, message });
  }
  related.push(...whyMoved(cx, sites, partial));
  return {
    code: "E0382",
    message: `${NOUN[use.action]} of ${partial ? "partially " : ""}moved value${name === undefined ? "" : `: \`${name}\``}`,
    span,
    label,
    related,
    owner: cx.owner,
    tentative: false,
  };
}

/** A method that takes `self`, and a `for` over the value, are told with other advice. */
function loopsOf(cx: FlowCx, site: MoveSite, spans: UseSpans): FlowNote[] {
  if (spans.kind === "self" && (spans.how === "method" || spans.how === "forLoop")) return [];
  const { local, projections } = movedPlace(cx, site);
  const decl =
    spans.kind === "closure" || projections.length > 0 ? undefined : cx.body.locals[local];
  return loopNotes(cx.results.body, mainSpan(spans), decl?.span);
}

function movedPlace(cx: FlowCx, site: MoveSite): Place {
  return (cx.moves.paths[site.move.path] as MovePath).place;
}

/** Only a part of what is used had been moved; `*b` of a Box counts as the whole. */
function isPartial(cx: FlowCx, use: MovedUse, moved: Place): boolean {
  const [first] = moved.projections;
  const boxMove =
    moved.projections.length === 1 &&
    first?.kind === "deref" &&
    isBox(cx.mir, placeTy(cx.mir, cx.body, { ...moved, projections: [] }));
  return !boxMove && !samePlace(use.used, moved) && isPrefix(use.used, moved);
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function moveNotes(
  spans: UseSpans,
  context: { span: Span; partial: boolean; looped: boolean; moved: string },
): FlowNote[] {
  const partially = context.partial ? "partially " : "";
  const loop = context.looped ? ", in previous iteration of loop" : "";
  if (spans.kind === "self") {
    const text: Record<typeof spans.how, string> = {
      method: "this method call",
      operator: "usage in operator",
      forLoop: "this implicit call to `.into_iter()`",
      fnOnce: "this call",
      await: "this await",
    };
    return [
      {
        span: spans.call,
        message: `${context.moved} ${partially}moved due to ${text[spans.how]}${loop}`,
      },
    ];
  }
  const notes: FlowNote[] = [];
  const at = mainSpan(spans);
  if (!sameSpan(at, context.span) || context.looped) {
    notes.push({
      span: at,
      message: `value ${partially}moved ${spans.kind === "closure" ? "into closure " : ""}here${loop}`,
    });
  }
  if (spans.kind === "closure" && !context.looped)
    notes.push({ span: spans.path, message: "variable moved due to use in closure" });
  return notes;
}

function whyMoved(cx: FlowCx, sites: readonly MoveSite[], partial: boolean): FlowNote[] {
  const [first] = sites;
  if (!first) return [];
  const place = movedPlace(cx, first);
  const ty = placeTy(cx.mir, cx.body, place);
  const name = describePlace(cx, place, DESCRIBE);
  const message =
    `${partial ? "partial move" : "move"} occurs because ${name === undefined ? "value" : `\`${name}\``} has type ` +
    `\`${showTy(cx.mir.ty, ty)}\`, which does not implement the \`Copy\` trait`;
  const decl = cx.body.locals[place.local];
  const span = place.projections.length === 0 && decl?.name !== undefined ? decl.span : undefined;
  return [{ span: span ?? mainSpan(moveSpans(cx, place, first.move.at)), message }];
}
