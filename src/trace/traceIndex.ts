// Everything that can be asked of a trace quickly: states, guards, flows, rows by thread, object and line.
// Built once per trace in one pass each; every question is a binary search.

import { bandAt, buildBands } from "./bands.ts";
import type { Band, Bands } from "./bands.ts";
import { buildFlows } from "./flows.ts";
import type { Flow } from "./flows.ts";
import { floorIndex, lowerBound } from "./search.ts";
import { buildSlices } from "./slices.ts";
import type { Slice } from "./slices.ts";
import { EVENT_KINDS, eventAt } from "./trace.ts";
import type { EventKind, ObjectIndex, ThreadIndex, Trace, TraceEvent } from "./trace.ts";

export interface TraceIndex {
  readonly trace: Trace;
  readonly tracks: readonly Track[];
  readonly flows: FlowIndex;
  readonly slices: readonly Slice[];
  readonly slicesOfObject: ReadonlyMap<ObjectIndex, readonly Slice[]>;
  /** By the rows of its acquire and of its release. */
  readonly sliceOfRow: ReadonlyMap<number, Slice>;
  readonly rowsOfObject: ReadonlyMap<ObjectIndex, Uint32Array>;
  readonly rowsOfLine: ReadonlyMap<number, Uint32Array>;
  /** Rows that print. */
  readonly prints: Uint32Array;
  /** Rows at which the running thread changes. */
  readonly switches: Uint32Array;
}

export interface Track {
  readonly thread: ThreadIndex;
  readonly bands: Bands;
  /** Rows in which it ran. */
  readonly rows: Uint32Array;
  /** By depth; disjoint and sorted within one depth. */
  readonly slices: readonly (readonly Slice[])[];
  /** Rows that are worth a mark: all but `line` and the ends of guards. */
  readonly marks: Uint32Array;
}

export interface FlowIndex {
  readonly flows: readonly Flow[];
  /** For each block of FLOW_BLOCK rows, the flows that touch it. */
  readonly blocks: readonly (readonly number[])[];
  /** Flows over many blocks, checked one by one. */
  readonly long: readonly number[];
}

const FLOW_BLOCK = 256;
const LONG_FLOW_BLOCKS = 8;

/** Kinds that are told by the bands and slices themselves. */
const UNMARKED: ReadonlySet<EventKind> = new Set<EventKind>([
  "line",
  "start",
  "end",
  "blocked",
  "unblocked",
  "acquire",
  "release",
  "borrow",
  "borrowEnd",
  "sleep",
]);

export function buildTraceIndex(trace: Trace): TraceIndex {
  const { bands, rows } = buildBands(trace);
  const slices = buildSlices(trace);
  const marks = marksByThread(trace);
  const tracks = trace.threads.map((thread, index) => ({
    thread: thread.index,
    bands: bands[index] ?? EMPTY_BANDS,
    rows: rows[index] ?? new Uint32Array(0),
    slices: byDepth(slices.filter((slice) => slice.thread === index)),
    marks: marks[index] ?? new Uint32Array(0),
  }));
  return {
    trace,
    tracks,
    flows: indexFlows(buildFlows(trace), trace.events.count),
    slices,
    slicesOfObject: groupBy(slices, (slice) => slice.object),
    sliceOfRow: byRow(slices),
    rowsOfObject: rowsBy(trace, trace.events.object, (value) => value >= 0),
    rowsOfLine: rowsBy(trace, trace.events.line, (value) => value > 0),
    prints: rowsOfKind(trace, "print"),
    switches: switchRows(trace),
  };
}

/** What a thread does after the event of this row; undefined before its birth. */
export function stateAt(index: TraceIndex, thread: ThreadIndex, row: number): Band | undefined {
  const track = index.tracks[thread];
  return track === undefined
    ? undefined
    : bandAt(track.bands, 2 * row + 1, 2 * index.trace.events.count);
}

/** Guards of an object that are alive after the event of this row. */
export function holdersAt(index: TraceIndex, object: ObjectIndex, row: number): readonly Slice[] {
  const slices = index.slicesOfObject.get(object) ?? [];
  return slices.filter((slice) => slice.from <= row && (slice.to === undefined || slice.to > row));
}

/** Threads that wait for this object after the event of this row. */
export function waitersAt(
  index: TraceIndex,
  object: ObjectIndex,
  row: number,
): readonly ThreadIndex[] {
  const waiting: ThreadIndex[] = [];
  for (const track of index.tracks) {
    const band = stateAt(index, track.thread, row);
    if (band !== undefined && band.object === object && isWaiting(band)) waiting.push(track.thread);
  }
  return waiting;
}

/** The `blocked` event in which a thread stands after this row. */
export function blockedEvent(
  index: TraceIndex,
  thread: ThreadIndex,
  row: number,
): TraceEvent | undefined {
  const band = stateAt(index, thread, row);
  if (band === undefined || !isWaiting(band)) return undefined;
  const event = eventAt(index.trace.events, band.cause);
  return event.kind === "blocked" ? event : undefined;
}

/**
 * Where a wait leads: from a thread that waits for what another holds to that one's acquire, or for a thread's end to its
 * last event; from an acquire to the first event in which somebody waits for it.
 */
export function counterpart(
  index: TraceIndex,
  row: number,
  chosen: ThreadIndex | undefined,
): number | undefined {
  const { events } = index.trace;
  const event = eventAt(events, row);
  const blocked = blockedEvent(index, chosen ?? event.thread, row);
  if (blocked !== undefined) {
    if (blocked.object !== undefined)
      return holdersAt(index, blocked.object, row).find((slice) => slice.thread === blocked.a)
        ?.from;
    return index.tracks[blocked.a]?.rows.at(-1);
  }
  const held = event.object;
  if (held === undefined) return undefined;
  const rows = index.rowsOfObject.get(held) ?? [];
  for (const at of rows) if (at > row && kindAt(index.trace, at) === "blocked") return at;
  return undefined;
}

/** The line on which a thread stands after this row; 0 before its first event and after its end. */
export function lineAt(index: TraceIndex, thread: ThreadIndex, row: number): number {
  const track = index.tracks[thread];
  const band = stateAt(index, thread, row);
  if (
    track === undefined ||
    band === undefined ||
    band.state === "done" ||
    band.state === "panicked"
  )
    return 0;
  const at = floorIndex(track.rows, row);
  return at < 0 ? 0 : (index.trace.events.line[track.rows[at] ?? 0] ?? 0);
}

/** Next row after `row` (or before it) in a sorted list; undefined at the end of the list. */
export function neighbour(rows: Uint32Array, row: number, direction: 1 | -1): number | undefined {
  return direction === 1 ? rows[lowerBound(rows, row + 1)] : rows[lowerBound(rows, row) - 1];
}

/** Flows that touch [from, to], in rows. */
export function flowsBetween(index: FlowIndex, from: number, to: number): readonly Flow[] {
  const found = new Set<number>();
  const first = Math.max(0, Math.floor(from / FLOW_BLOCK));
  const last = Math.min(index.blocks.length - 1, Math.floor(to / FLOW_BLOCK));
  for (let block = first; block <= last; block++)
    for (const at of index.blocks[block] ?? []) found.add(at);
  for (const at of index.long) found.add(at);
  const flows: Flow[] = [];
  for (const at of found) {
    const flow = index.flows[at];
    if (flow !== undefined && flow.toRow >= from && flow.fromRow <= to) flows.push(flow);
  }
  return flows;
}

export function kindAt(trace: Trace, row: number): EventKind {
  return EVENT_KINDS[trace.events.kind[row] ?? 0] ?? "line";
}

function isWaiting(band: Band): boolean {
  return (
    band.state === "blocked" ||
    band.state === "waiting" ||
    band.state === "parked" ||
    band.state === "sleeping"
  );
}

const EMPTY_BANDS: Bands = {
  starts: new Uint32Array(0),
  states: new Uint8Array(0),
  objects: new Int32Array(0),
  causes: new Uint32Array(0),
};

/** By the row of their beginning and of their end. */
function byRow(slices: readonly Slice[]): ReadonlyMap<number, Slice> {
  const found = new Map<number, Slice>();
  for (const slice of slices) {
    found.set(slice.from, slice);
    found.set(slice.to ?? slice.from, slice);
  }
  return found;
}

function rowsOfKind(trace: Trace, kind: EventKind): Uint32Array {
  const wanted = EVENT_KINDS.indexOf(kind);
  const rows: number[] = [];
  trace.events.kind.forEach((one, row) => {
    if (one === wanted && row < trace.events.count) rows.push(row);
  });
  return Uint32Array.from(rows);
}

function byDepth(slices: readonly Slice[]): readonly (readonly Slice[])[] {
  const lanes: Slice[][] = [];
  for (const slice of slices) (lanes[slice.depth] ??= []).push(slice);
  return lanes;
}

function marksByThread(trace: Trace): readonly Uint32Array[] {
  const marks: number[][] = trace.threads.map(() => []);
  for (let row = 0; row < trace.events.count; row++) {
    if (!UNMARKED.has(kindAt(trace, row))) marks[trace.events.thread[row] ?? 0]?.push(row);
  }
  return marks.map((rows) => Uint32Array.from(rows));
}

function switchRows(trace: Trace): Uint32Array {
  const rows: number[] = [];
  const table = trace.events;
  for (let row = 1; row < table.count; row++)
    if (table.step[row] !== table.step[row - 1]) rows.push(row);
  return Uint32Array.from(rows);
}

function rowsBy(
  trace: Trace,
  column: Int32Array | Uint32Array,
  keep: (value: number) => boolean,
): ReadonlyMap<number, Uint32Array> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < trace.events.count; row++) {
    const value = column[row] ?? 0;
    if (!keep(value)) continue;
    const list = rows.get(value);
    if (list === undefined) rows.set(value, [row]);
    else list.push(row);
  }
  return new Map([...rows].map(([value, list]) => [value, Uint32Array.from(list)]));
}

function groupBy<K, V>(values: readonly V[], key: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const list = groups.get(key(value));
    if (list === undefined) groups.set(key(value), [value]);
    else list.push(value);
  }
  return groups;
}

function indexFlows(flows: readonly Flow[], rows: number): FlowIndex {
  const blocks: number[][] = Array.from({ length: Math.ceil(rows / FLOW_BLOCK) }, () => []);
  const long: number[] = [];
  flows.forEach((flow, at) => {
    const first = Math.floor(flow.fromRow / FLOW_BLOCK);
    const last = Math.floor(flow.toRow / FLOW_BLOCK);
    if (last - first > LONG_FLOW_BLOCKS) long.push(at);
    else for (let block = first; block <= last; block++) blocks[block]?.push(at);
  });
  return { flows, blocks, long };
}
