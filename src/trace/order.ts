// What happens before what in a run: program order, and the edges by which one thread's past becomes another's.
//
// Edges: spawn to a thread's first event, its end to who joins it, a release to the next acquires of that lock (readers'
// releases to the next writer's), a message to its receipt, an initialisation to who finds it done, an arrival at a barrier to
// who leaves it, `unpark` to the park that it ends, and a release store or an update behind it to an acquire load that reads
// it. Everything else that lies before or after follows by going along the edges (Lamport's happens-before).
//
// Not modelled: fences; a load of an older value counts as reading nothing; which of a thread's children a scope waits for.

import { eventAt } from "./trace.ts";
import type { Trace, TraceEvent } from "./trace.ts";

export type OrderSide = "before" | "after" | "concurrent";

/** The rows on that side of a row, itself left out. */
export function rowsOrdered(trace: Trace, row: number, side: OrderSide): Uint32Array {
  const edges = edgesOf(trace);
  const after = side === "before" ? undefined : reached(trace, edges, row);
  const before = side === "after" ? undefined : reaching(trace, edges, row);
  const rows: number[] = [];
  for (let at = 0; at < trace.events.count; at++) {
    const isAfter = after?.[at] === 1;
    const isBefore = before?.[at] === 1;
    if (at !== row && (side === "concurrent" ? !isAfter && !isBefore : isAfter || isBefore))
      rows.push(at);
  }
  return Uint32Array.from(rows);
}

/** By target, its sources: always smaller rows. */
type Edges = ReadonlyMap<number, readonly number[]>;

function reached(trace: Trace, edges: Edges, row: number): Uint8Array {
  const { thread, count } = trace.events;
  const marks = new Uint8Array(count);
  const threads = new Set([thread[row]]);
  marks[row] = 1;
  for (let at = row + 1; at < count; at++) {
    if (!threads.has(thread[at]) && edges.get(at)?.some((from) => marks[from] === 1) !== true)
      continue;
    threads.add(thread[at]);
    marks[at] = 1;
  }
  return marks;
}

function reaching(trace: Trace, edges: Edges, row: number): Uint8Array {
  const { thread, count } = trace.events;
  const marks = new Uint8Array(count);
  const threads = new Set<number | undefined>([thread[row]]);
  marks[row] = 1;
  for (let at = row; at >= 0; at--) {
    if (threads.has(thread[at])) marks[at] = 1;
    if (marks[at] !== 1) continue;
    threads.add(thread[at]);
    for (const from of edges.get(at) ?? []) marks[from] = 1;
  }
  return marks;
}

interface Building {
  readonly edges: Map<number, number[]>;
  readonly trace: Trace;
  /** Threads that have not had an event, and their spawn. */
  readonly spawned: Map<number, number>;
  readonly ended: Map<number, number>;
  /** By object: the last release of a writer, and of readers since. */
  readonly released: Map<number, { writer: number | undefined; readers: number[] }>;
  readonly sent: Map<number, number[]>;
  readonly done: Map<number, number>;
  /** By barrier: the arrivals of this round. */
  readonly arrived: Map<number, number[]>;
  /** By thread: what it waits for at a barrier that is now open, or the `unpark` that wakes it. */
  readonly waking: Map<number, number[]>;
  readonly parked: Map<number, number>;
  /** By atomic: stores that an acquire load of its value learns from. */
  readonly stored: Map<number, number[]>;
  readonly inScope: Set<number>;
}

function edgesOf(trace: Trace): Edges {
  const building: Building = {
    edges: new Map(),
    trace,
    spawned: new Map(),
    ended: new Map(),
    released: new Map(),
    sent: new Map(),
    done: new Map(),
    arrived: new Map(),
    waking: new Map(),
    parked: new Map(),
    stored: new Map(),
    inScope: new Set(),
  };
  for (let row = 0; row < trace.events.count; row++) addEdges(building, eventAt(trace.events, row));
  return building.edges;
}

function addEdges(building: Building, event: TraceEvent): void {
  const { row, thread, object = -1 } = event;
  const birth = building.spawned.get(thread);
  if (birth !== undefined && event.kind !== "blocked" && event.kind !== "unblocked") {
    building.spawned.delete(thread);
    link(building, row, [birth]);
  }
  switch (event.kind) {
    case "spawn":
      building.spawned.set(event.a, row);
      return;
    case "end":
      building.ended.set(thread, row);
      return;
    case "join":
      return link(building, row, [building.ended.get(event.a)]);
    case "acquire":
      return acquired(building, event);
    case "release":
      return released(building, event);
    case "send":
      if (event.b !== -3 && event.b !== -2) pushTo(building.sent, object, row);
      return;
    case "recv":
      if (event.b > -2) link(building, row, [building.sent.get(object)?.shift()]);
      return;
    case "once":
      if (event.a === 1) building.done.set(object, row);
      return event.a === 3 ? link(building, row, [building.done.get(object)]) : undefined;
    case "barrier":
      return atBarrier(building, event);
    case "unpark":
      building.parked.set(event.a, row);
      return;
    case "blocked":
      if (event.text === "scope") building.inScope.add(thread);
      return;
    case "unblocked":
      return unblocked(building, event);
    case "load":
    case "store":
    case "rmw":
      return atomic(building, event);
    default:
      return;
  }
}

function acquired(building: Building, event: TraceEvent): void {
  const last = building.released.get(event.object ?? -1);
  if (last === undefined) return;
  link(building, event.row, [last.writer, ...(event.a === 1 ? [] : last.readers)]);
}

function released(building: Building, event: TraceEvent): void {
  const object = event.object ?? -1;
  const last = building.released.get(object) ?? { writer: undefined, readers: [] };
  if (event.a === 1) last.readers.push(event.row);
  building.released.set(object, event.a === 1 ? last : { writer: event.row, readers: [] });
}

/** The last to arrive opens it for all: everybody's past is everybody's from here on. */
function atBarrier(building: Building, event: TraceEvent): void {
  const object = event.object ?? -1;
  pushTo(building.arrived, object, event.row);
  if (event.a < event.b) return;
  const round = building.arrived.get(object) ?? [];
  building.arrived.delete(object);
  link(building, event.row, round);
  for (const row of round) building.waking.set(building.trace.events.thread[row] ?? 0, round);
}

function unblocked(building: Building, event: TraceEvent): void {
  const { thread, row } = event;
  link(building, row, building.waking.get(thread) ?? []);
  building.waking.delete(thread);
  link(building, row, [building.parked.get(thread)]);
  building.parked.delete(thread);
  if (!building.inScope.delete(thread)) return;
  for (const child of building.trace.threads)
    if (child.parent === thread) link(building, row, [building.ended.get(child.index)]);
}

const RELEASING = /^(Release|AcqRel|SeqCst)/;
const ACQUIRING = /^(Acquire|AcqRel|SeqCst)/;

function atomic(building: Building, event: TraceEvent): void {
  const object = event.object ?? -1;
  const [order = ""] = event.text.split("\n");
  if (order === "") return;
  const stored = building.stored.get(object) ?? [];
  if (event.kind !== "store" && event.b !== 1 && ACQUIRING.test(order))
    link(building, event.row, stored);
  if (event.kind === "load") return;
  const own = RELEASING.test(order) ? [event.row] : [];
  // An update goes on with the release sequence; a store begins another one.
  building.stored.set(object, event.kind === "rmw" ? [...stored, ...own] : own);
}

function link(building: Building, to: number, from: readonly (number | undefined)[]): void {
  for (const source of from)
    if (source !== undefined && source < to) pushTo(building.edges, to, source);
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
