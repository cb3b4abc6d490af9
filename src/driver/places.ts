// Positions in the text as lines.

import { isStdSpan, type Span } from "../base/span.ts";
import { lineColumnAt } from "../base/lineIndex.ts";
import type { Analysis } from "./contract.ts";

/** Not in the user's own text. */
export function isHidden({ hidden }: Pick<Analysis, "hidden">, { start }: Span): boolean {
  return hidden.some((one) => one.start <= start && start < one.end);
}

/** 1-based; 0 for a place in std or in a part that is not the user's. */
export function lineAt(analysis: Analysis, position: number): number {
  const span = { start: position, end: position };
  return isStdSpan(span) || isHidden(analysis, span)
    ? 0
    : lineColumnAt(analysis.lines, position).line;
}
