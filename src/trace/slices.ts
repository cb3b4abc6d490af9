// Guards as slices of time: from the acquire to the release that names it, borrows of cells likewise.
//
// A slice belongs to the thread that acquired. Slices of one thread that overlap get different depths (first free one),
// so that the slices of one depth are disjoint and sorted, and can be searched.

import { eventAt } from "./trace.ts";
import type { ObjectIndex, ThreadIndex, Trace, TraceEvent } from "./trace.ts";

export type SliceMode = "lock" | "read" | "write" | "shared" | "mut";

export interface Slice {
  readonly thread: ThreadIndex;
  readonly object: ObjectIndex;
  readonly mode: SliceMode;
  /** Variable that is the guard; "" for a temporary. */
  readonly name: string;
  readonly from: number;
  /** Row of the release; undefined when it never comes in this run. */
  readonly to: number | undefined;
  /** A DropReason, or "" where the recorder gives none. */
  readonly reason: string;
  readonly depth: number;
}

/** In order of acquiring. */
export function buildSlices(trace: Trace): readonly Slice[] {
  const open = new Map<number, Draft>();
  const drafts: Draft[] = [];
  for (let row = 0; row < trace.events.count; row++) {
    if ((trace.events.object[row] ?? -1) < 0) continue;
    const event = eventAt(trace.events, row);
    if (event.object === undefined) continue;
    if (event.kind === "acquire" || (event.kind === "borrow" && event.b !== 1)) {
      const draft = beginSlice(event, event.object);
      drafts.push(draft);
      open.set(row, draft);
    } else if (event.kind === "release") {
      endSlice(open, open.has(event.b) ? event.b : latestOpen(open, event), event);
    } else if (event.kind === "borrowEnd") {
      endSlice(open, latestOpen(open, event), event);
    }
  }
  return withDepths(drafts);
}

interface Draft {
  readonly thread: ThreadIndex;
  readonly object: ObjectIndex;
  readonly mode: SliceMode;
  readonly name: string;
  readonly from: number;
  to: number | undefined;
  reason: string;
}

function beginSlice(event: TraceEvent, object: ObjectIndex): Draft {
  const borrow = event.kind === "borrow";
  const mode = borrow
    ? event.a === 1
      ? "mut"
      : "shared"
    : event.a === 1
      ? "read"
      : event.a === 2
        ? "write"
        : "lock";
  return {
    thread: event.thread,
    object,
    mode,
    name: event.text,
    from: event.row,
    to: undefined,
    reason: "",
  };
}

function endSlice(open: Map<number, Draft>, from: number | undefined, event: TraceEvent): void {
  if (from === undefined) return;
  const draft = open.get(from);
  if (draft === undefined) return;
  draft.to = event.row;
  draft.reason = event.kind === "release" ? (event.text.split("\n")[1] ?? "") : "";
  open.delete(from);
}

/** The youngest open slice of this object by this thread, preferring the guard of the same name. */
function latestOpen(open: ReadonlyMap<number, Draft>, event: TraceEvent): number | undefined {
  const name = event.text.split("\n")[0] ?? "";
  let found: number | undefined;
  let named: number | undefined;
  for (const [row, draft] of open) {
    if (draft.object !== event.object || draft.thread !== event.thread) continue;
    found = row;
    if (draft.name === name) named = row;
  }
  return named ?? found;
}

function withDepths(drafts: readonly Draft[]): readonly Slice[] {
  const busyUntil = new Map<ThreadIndex, number[]>();
  return drafts.map((draft) => {
    const lanes = busyUntil.get(draft.thread) ?? [];
    busyUntil.set(draft.thread, lanes);
    const free = lanes.findIndex((until) => until <= draft.from);
    const depth = free < 0 ? lanes.length : free;
    lanes[depth] = draft.to ?? Number.POSITIVE_INFINITY;
    return { ...draft, depth };
  });
}
