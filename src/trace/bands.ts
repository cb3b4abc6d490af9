// What each thread is doing over the whole run, as bands: running, ready, blocked, waiting, parked, sleeping, ended.
//
// Positions are half rows. The event of row r fills [2r, 2r+2) and takes effect in its middle, at 2r+1: a thread that
// blocks in row r runs over [2r, 2r+1) and is blocked from 2r+1 on. The band that holds 2r+1 is therefore the state
// "after event r". A thread is running in the rows of its own events and ready between them unless an event said otherwise.

import { lowerBound } from "./search.ts";
import { eventAt } from "./trace.ts";
import type { EventKind, ThreadIndex, Trace, TraceEvent } from "./trace.ts";

export const BAND_STATES = [
  "unborn",
  "running",
  "ready",
  "blocked",
  "waiting",
  "parked",
  "sleeping",
  "panicked",
  "done",
] as const;

export type BandState = (typeof BAND_STATES)[number];

/** Columns, sorted by start. A band lasts to the start of the next one. */
export interface Bands {
  /** Half rows. */
  readonly starts: Uint32Array;
  /** Index into BAND_STATES. */
  readonly states: Uint8Array;
  /** Object that it waits for, or -1. */
  readonly objects: Int32Array;
  /** Row of the event that began it. */
  readonly causes: Uint32Array;
}

export interface Band {
  readonly state: BandState;
  readonly object: number | undefined;
  readonly cause: number;
  /** Half rows; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Bands of every thread, and the rows in which each was the one that ran. */
export function buildBands(trace: Trace): {
  readonly bands: readonly Bands[];
  readonly rows: readonly Uint32Array[];
} {
  const drafts = trace.threads.map(() => new BandDraft());
  const rows: number[][] = trace.threads.map(() => []);
  drafts[0]?.set(0, "ready", -1, 0);
  const table = trace.events;
  let running: ThreadIndex = -1;
  for (let row = 0; row < table.count; row++) {
    const event = eventAt(table, row);
    const own = drafts[event.thread];
    if (own === undefined) continue;
    const passive = isPassive(event.kind, event.thread, running);
    if (!passive) {
      if (running !== event.thread) drafts[running]?.pause(2 * row, row);
      running = event.thread;
      rows[event.thread]?.push(row);
      own.set(2 * row, "running", -1, row);
    }
    applyEvent(drafts, event);
  }
  drafts[running]?.pause(2 * table.count, Math.max(0, table.count - 1));
  return {
    bands: drafts.map((draft) => draft.finish()),
    rows: rows.map((list) => Uint32Array.from(list)),
  };
}

/** The band of a thread that holds this half row; the state after event r is at 2r+1. */
export function bandAt(bands: Bands, half: number, end: number): Band | undefined {
  const index = lowerBound(bands.starts, half + 1) - 1;
  return index < 0 ? undefined : bandOf(bands, index, end);
}

export function bandOf(bands: Bands, index: number, end: number): Band {
  const object = bands.objects[index] ?? -1;
  return {
    state: BAND_STATES[bands.states[index] ?? 0] ?? "unborn",
    object: object < 0 ? undefined : object,
    cause: bands.causes[index] ?? 0,
    start: bands.starts[index] ?? 0,
    end: bands.starts[index + 1] ?? end,
  };
}

/**
 * Events that happen to a thread while another one runs: a thread that stands before a lock waits from the moment in which
 * another one takes it.
 */
function isPassive(kind: EventKind, thread: ThreadIndex, running: ThreadIndex): boolean {
  return kind === "unblocked" || ((kind === "blocked" || kind === "woken") && thread !== running);
}

/** The state in which a thread stands that waits in this way (the text of a `blocked` event). */
function stateOfWait(wait: string): BandState {
  switch (wait) {
    case "park":
      return "parked";
    case "sleep":
      return "sleeping";
    case "join":
    case "recv":
    case "send":
    case "condvar":
    case "barrier":
    case "scope":
      return "waiting";
    default:
      return "blocked";
  }
}

function applyEvent(drafts: readonly BandDraft[], event: TraceEvent): void {
  const after = 2 * event.row + 1;
  const own = drafts[event.thread];
  switch (event.kind) {
    case "spawn":
      drafts[event.a]?.set(after, "ready", -1, event.row);
      return;
    case "blocked":
      own?.set(after, stateOfWait(event.text), event.object ?? -1, event.row);
      return;
    case "sleep":
      own?.set(after, "sleeping", -1, event.row);
      return;
    case "unblocked":
      own?.set(after, "ready", -1, event.row);
      return;
    case "end":
      own?.set(after, event.a === 1 ? "panicked" : "done", -1, event.row);
      return;
    default:
      return;
  }
}

class BandDraft {
  private readonly starts: number[] = [];
  private readonly states: number[] = [];
  private readonly objects: number[] = [];
  private readonly causes: number[] = [];

  set(start: number, state: BandState, object: number, cause: number): void {
    const code = BAND_STATES.indexOf(state);
    const last = this.starts.length - 1;
    if (
      last >= 0 &&
      this.states[last] === code &&
      this.objects[last] === object &&
      state !== "blocked"
    )
      return;
    if (last >= 0 && this.starts[last] === start) {
      this.states[last] = code;
      this.objects[last] = object;
      this.causes[last] = cause;
      return;
    }
    this.starts.push(start);
    this.states.push(code);
    this.objects.push(object);
    this.causes.push(cause);
  }

  /** Another thread runs now: one that was running is ready. */
  pause(start: number, cause: number): void {
    if (this.states[this.states.length - 1] === BAND_STATES.indexOf("running"))
      this.set(start, "ready", -1, cause);
  }

  finish(): Bands {
    return {
      starts: Uint32Array.from(this.starts),
      states: Uint8Array.from(this.states),
      objects: Int32Array.from(this.objects),
      causes: Uint32Array.from(this.causes),
    };
  }
}
