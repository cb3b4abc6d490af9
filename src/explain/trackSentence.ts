// What a band or a guard of the timeline means: tooltips, and the spoken form of a track.

import { stateAt } from "../trace/traceIndex.ts";
import type { Slice } from "../trace/slices.ts";
import { eventAt } from "../trace/trace.ts";
import type { ThreadIndex } from "../trace/trace.ts";
import { threadReason } from "./blockReason.ts";
import { BAND_WORDS as W } from "./trackWords.ts";
import { code, lineName, objectName, threadName } from "./names.ts";
import type { ExplainContext } from "./names.ts";
import { fill, formatCount } from "./segments.ts";
import type { Sentence } from "./segments.ts";

/** “thread 2 waits for `counter`, which thread 1 holds”. */
export function bandSentence(cx: ExplainContext, thread: ThreadIndex, row: number): Sentence {
  const state = stateAt(cx.index, thread, row)?.state;
  const name = threadName(cx, thread);
  switch (state) {
    case "running":
    case "ready":
    case "done":
    case "panicked":
      return fill(W[state], { thread: name });
    default:
      return fill(W.waits, { thread: name, reason: threadReason(cx, thread, row) });
  }
}

/** “`num` holds `counter` from line 12 to line 14”. */
export function sliceSentence(cx: ExplainContext, slice: Slice): Sentence {
  const table = cx.index.trace.events;
  const values = {
    name: slice.name === "" ? W.temporary : code(slice.name),
    object: objectName(cx, slice.object),
    from: lineName(eventAt(table, slice.from).line),
    to: slice.to === undefined ? "" : lineName(eventAt(table, slice.to).line),
  };
  return fill(slice.to === undefined ? W.guardOpen : W.guard, values);
}

/** “events 8–14”, numbered from 1 as the axis is. */
export function eventRange(from: number, to: number): Sentence {
  return fill(W.events, { from: formatCount(from + 1), to: formatCount(to + 1) });
}
