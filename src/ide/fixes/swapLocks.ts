// `lock_order`: two `let`s that follow each other change places, so that every thread takes the locks in one order.

import type { Span } from "../../base/span.ts";
import { lineColumnAt } from "../../base/lineIndex.ts";
import type { Analysis, Diagnostic } from "../../driver/contract.ts";
import { FIXES } from "../../explain/fixWords.ts";
import { bodyAt } from "../locate.ts";
import type { Proposal } from "./fix.ts";
import { blocksOf, partsOf } from "./layout.ts";

export function swapLocks(analysis: Analysis, { span, related }: Diagnostic): readonly Proposal[] {
  const places = [span, ...related.map((one) => one.span)];
  return places.flatMap((place) => swapAt(analysis, place, places));
}

/** The `let` around a place and the one before it, where both take one of the locks. */
function swapAt(analysis: Analysis, place: Span, places: readonly Span[]): readonly Proposal[] {
  const typed = bodyAt(analysis, place.start);
  if (typed === undefined) return [];
  const { text } = analysis;
  return blocksOf(typed).flatMap((block) => {
    const parts = partsOf(block);
    const second = parts.find((part) => part.statement?.kind === "let" && holds(part.span, place));
    const first = second && parts[second.index - 1];
    if (second === undefined || first?.statement?.kind !== "let") return [];
    if (!places.some((other) => other !== place && holds(first.span, other))) return [];
    const { line } = lineColumnAt(analysis.lines, second.span.start);
    const [a, b] = [first, second].map((part) => text.slice(part.span.start, part.span.end));
    return [
      {
        title: FIXES.swapLocks(line),
        edits: [
          { span: first.span, text: b ?? "" },
          { span: second.span, text: a ?? "" },
        ],
      },
    ];
  });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
