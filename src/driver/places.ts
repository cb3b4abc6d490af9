// Positions in the text as lines, for findings.

import { isStdSpan } from "../base/span.ts";
import { lineColumnAt } from "../base/lineIndex.ts";
import type { Finding } from "../explore/findings.ts";
import type { TraceFinding } from "../trace/trace.ts";
import type { Analysis } from "./contract.ts";

/** 1-based; 0 for a place in std. */
export function lineAt(analysis: Analysis, position: number): number {
  return isStdSpan({ start: position, end: position })
    ? 0
    : lineColumnAt(analysis.lines, position).line;
}

export function toTraceFinding(analysis: Analysis, finding: Finding): TraceFinding {
  return {
    kind: finding.kind,
    message: finding.message,
    line: lineAt(analysis, finding.span.start),
    related: finding.related.map(({ span, message }) => ({
      line: lineAt(analysis, span.start),
      message,
    })),
    ...(finding.cycle === undefined
      ? {}
      : {
          cycle: finding.cycle.map((link) => ({
            thread: link.thread,
            holds: link.holds,
            holdsSince: lineAt(analysis, link.holdsSince.start),
            wants: link.wants,
            wantsKind: link.wantsKind,
            wantsAt: lineAt(analysis, link.wantsAt.start),
          })),
        }),
  };
}
