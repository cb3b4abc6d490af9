// What a run has printed so far.

import { eventAt } from "../../trace/trace.ts";
import type { TraceIndex } from "../../trace/traceIndex.ts";

/** Stdout after the event of this row: what the print events up to it wrote. */
export function printedBy(index: TraceIndex, row: number): string {
  let text = "";
  for (const at of index.prints) {
    if (at > row) break;
    const event = eventAt(index.trace.events, at);
    if (event.a === 0) text += event.text;
  }
  return text;
}
