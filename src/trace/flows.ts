// Flows: pairs of events of two threads of which the first makes the second possible.
//
// spawn → start, end → join, release → next acquire of the same lock (hand-over), send → recv (first in, first out),
// notify → woken, unpark → return from park. They are what the picture draws as curves; they claim no more than the
// events themselves do.

import { eventAt } from "./trace.ts";
import type { ObjectIndex, ThreadIndex, Trace, TraceEvent } from "./trace.ts";

export type FlowKind = "spawn" | "join" | "handOver" | "message" | "notify" | "unpark";

export interface Flow {
  readonly kind: FlowKind;
  readonly fromThread: ThreadIndex;
  readonly fromRow: number;
  readonly toThread: ThreadIndex;
  readonly toRow: number;
  readonly object: ObjectIndex | undefined;
}

/** Sorted by the row of their end. */
export function buildFlows(trace: Trace): readonly Flow[] {
  const state: FlowState = {
    flows: [],
    spawned: new Map(),
    ended: new Map(),
    released: new Map(),
    sent: new Map(),
    notified: new Map(),
    unparked: new Map(),
  };
  for (let row = 0; row < trace.events.count; row++) addEvent(state, eventAt(trace.events, row));
  return state.flows;
}

interface Origin {
  readonly thread: ThreadIndex;
  readonly row: number;
}

interface FlowState {
  readonly flows: Flow[];
  readonly spawned: Map<ThreadIndex, Origin>;
  readonly ended: Map<ThreadIndex, Origin>;
  readonly released: Map<ObjectIndex, Origin>;
  readonly sent: Map<ObjectIndex, Origin[]>;
  /** Notifications that may still wake somebody, with how many. */
  readonly notified: Map<ObjectIndex, { readonly origin: Origin; left: number }[]>;
  readonly unparked: Map<ThreadIndex, Origin>;
}

function addEvent(state: FlowState, event: TraceEvent): void {
  if (event.kind !== "blocked" && event.kind !== "unblocked") firstStep(state, event);
  const origin: Origin = { thread: event.thread, row: event.row };
  const object = event.object;
  switch (event.kind) {
    case "spawn":
      state.spawned.set(event.a, origin);
      return;
    case "end":
      state.ended.set(event.thread, origin);
      return;
    case "join":
      add(state, "join", state.ended.get(event.a), event);
      return;
    case "release":
      if (object !== undefined) state.released.set(object, origin);
      return;
    case "acquire":
      if (object !== undefined) handOver(state, object, event);
      return;
    case "send":
      if (object !== undefined && event.b !== -3) push(state.sent, object, origin);
      return;
    case "recv":
      if (object !== undefined && event.b > -2)
        add(state, "message", state.sent.get(object)?.shift(), event);
      return;
    case "notify":
      if (object !== undefined && event.a > 0)
        push(state.notified, object, { origin, left: event.a });
      return;
    case "woken":
      if (object !== undefined && event.a === 0) wake(state, object, event);
      return;
    case "unpark":
      state.unparked.set(event.a, origin);
      return;
    case "unblocked":
      unparks(state, event);
      return;
    default:
      return;
  }
}

/** The first event of a spawned thread, whatever it is. */
function firstStep(state: FlowState, event: TraceEvent): void {
  const origin = state.spawned.get(event.thread);
  if (origin === undefined) return;
  state.spawned.delete(event.thread);
  add(state, "spawn", origin, event);
}

function handOver(state: FlowState, object: ObjectIndex, event: TraceEvent): void {
  add(state, "handOver", state.released.get(object), event);
  state.released.delete(object);
}

function wake(state: FlowState, object: ObjectIndex, event: TraceEvent): void {
  const pending = state.notified.get(object) ?? [];
  const first = pending.find((entry) => entry.left > 0);
  if (first === undefined) return;
  first.left--;
  add(state, "notify", first.origin, event);
}

function unparks(state: FlowState, event: TraceEvent): void {
  const origin = state.unparked.get(event.thread);
  if (origin === undefined) return;
  state.unparked.delete(event.thread);
  add(state, "unpark", origin, event);
}

function add(state: FlowState, kind: FlowKind, origin: Origin | undefined, to: TraceEvent): void {
  if (origin === undefined || origin.thread === to.thread) return;
  state.flows.push({
    kind,
    fromThread: origin.thread,
    fromRow: origin.row,
    toThread: to.thread,
    toRow: to.row,
    object: to.object,
  });
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
