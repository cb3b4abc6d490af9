// Positions in the text as lines.

import { isStdSpan } from "../base/span.ts";
import { lineColumnAt } from "../base/lineIndex.ts";
import type { Analysis } from "./contract.ts";

/** 1-based; 0 for a place in std. */
export function lineAt(analysis: Analysis, position: number): number {
  return isStdSpan({ start: position, end: position })
    ? 0
    : lineColumnAt(analysis.lines, position).line;
}
