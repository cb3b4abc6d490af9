// Weak memory: every location has a history of stores in modification order, and every thread a view of it.
//
// A load may read any store that its thread does not already know to be overwritten; a store may land anywhere behind what its
// thread knows; a read-modify-write stands directly behind the store it read. A release store carries its thread's view,
// an acquire load takes it over. SeqCst operations also share one view. This is the promise-free part of Kang et al., "A
// promising semantics for relaxed-memory concurrency" (POPL 2017), and for loads, stores and updates the operational semantics
// of RC11 by Doherty et al., "Verifying C11 programs operationally" (PPoPP 2019).
//
// Values are immutable; `normalize` (history.ts) forgets what no thread can tell any more, so that states meet again.
//
// Not modelled: load buffering (assumption `no-load-buffering`); SeqCst orders that contradict happens-before, which RC11 allows
// in programs that mix orderings on one location.

import type { Span } from "../../base/span.ts";
import type { Cell, ThreadId } from "../state/value.ts";
import { NO_VIEW, joinViews, seen, withSeen } from "./view.ts";
import type { View } from "./view.ts";

/** A store. */
export interface Message {
  readonly value: Cell;
  /** What whoever reads it with acquire gets to know. */
  readonly view: View;
  /** An update: nothing can come between it and the store before it. */
  readonly attached: boolean;
}

export interface Location {
  /** Of the allocation, which may be another one at the same address later. */
  readonly generation: number;
  /** In modification order. */
  readonly messages: readonly Message[];
  /** Only the last store is kept, together with a stand-in for all older ones (history.ts). */
  readonly folded: boolean;
  /** Folded: every store since the oldest that anybody may know was an update. */
  readonly chained: boolean;
}

export interface ThreadViews {
  readonly current: View;
  /** Of relaxed loads: known after the next acquire fence. */
  readonly acquired: View;
  /** At the last release fence: carried by relaxed stores. */
  readonly released: View;
}

export interface WeakMemory {
  readonly locations: ReadonlyMap<string, Location>;
  readonly threads: ReadonlyMap<ThreadId, ThreadViews>;
  /** What locks, ended threads, messages and the like hand on; several for a queue. */
  readonly handovers: ReadonlyMap<string, readonly View[]>;
  /** What SeqCst stores and fences have made known to SeqCst operations. */
  readonly total: View;
  /** Plain memory that several threads use (dataRace.ts). */
  readonly places: ReadonlyMap<string, PlaceHistory>;
  readonly races: readonly Race[];
}

/** The last write of a place, and who has read it since, as long as somebody does not know of it. */
export interface PlaceHistory {
  /** Of the allocation. */
  readonly generation: number;
  readonly written: RacingAccess | undefined;
  readonly read: readonly RacingAccess[];
}

export interface RacingAccess {
  readonly thread: ThreadId;
  readonly span: Span;
}

export interface Race {
  readonly first: RacingAccess;
  readonly second: RacingAccess;
  /** Whether the second one is a write; if not, the first is. */
  readonly write: boolean;
}

export type Order = "Relaxed" | "Release" | "Acquire" | "AcqRel" | "SeqCst";

export const NO_VIEWS: ThreadViews = { current: NO_VIEW, acquired: NO_VIEW, released: NO_VIEW };

export const EMPTY_MEMORY: WeakMemory = {
  locations: new Map(),
  threads: new Map(),
  handovers: new Map(),
  total: NO_VIEW,
  places: new Map(),
  races: [],
};

export function acquires(order: Order): boolean {
  return order === "Acquire" || order === "AcqRel" || order === "SeqCst";
}

export function releases(order: Order): boolean {
  return order === "Release" || order === "AcqRel" || order === "SeqCst";
}

export function viewsOf(memory: WeakMemory, thread: ThreadId): ThreadViews {
  return memory.threads.get(thread) ?? NO_VIEWS;
}

export function withViews(memory: WeakMemory, thread: ThreadId, views: ThreadViews): WeakMemory {
  return { ...memory, threads: new Map(memory.threads).set(thread, views) };
}

export function historyOf(memory: WeakMemory, key: string): Location {
  const location = memory.locations.get(key);
  if (location === undefined) throw new Error(`bug: no history of ${key}`);
  return location;
}

/** The oldest store that the thread may still read, or put its own store behind. */
export function oldestKnown(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  order: Order,
): number {
  const own = seen(viewsOf(memory, thread).current, key);
  return order === "SeqCst" ? Math.max(own, seen(memory.total, key)) : own;
}

/** Positions that a load can read, the newest first. */
export function readable(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  order: Order,
): readonly number[] {
  return positions(memory, key, oldestKnown(memory, thread, key, order), () => true);
}

/** Positions behind which a store can land, or whose store an update can read; the newest first. */
export function extendable(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  order: Order,
): readonly number[] {
  const { messages } = historyOf(memory, key);
  const from = oldestKnown(memory, thread, key, order);
  return positions(memory, key, from, (position) => messages[position + 1]?.attached !== true);
}

function positions(
  memory: WeakMemory,
  key: string,
  from: number,
  allowed: (position: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let position = historyOf(memory, key).messages.length - 1; position >= from; position--) {
    if (allowed(position)) found.push(position);
  }
  return found;
}

/** The thread reads the store at `position`. */
export function load(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  position: number,
  order: Order,
): WeakMemory {
  const message = historyOf(memory, key).messages[position] as Message;
  const views = viewsOf(memory, thread);
  const acquired = joinViews(withSeen(views.acquired, key, position), message.view);
  let current = withSeen(views.current, key, position);
  if (acquires(order)) current = joinViews(current, message.view);
  return withViews(memory, thread, { ...views, current, acquired: joinViews(acquired, current) });
}

/** The thread's store lands behind the one at `position`. */
export function store(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  position: number,
  value: Cell,
  order: Order,
): WeakMemory {
  return append(memory, thread, key, position, value, order, NO_VIEW, false);
}

/** The thread reads the store at `position` and puts its own directly behind it. */
export function update(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  position: number,
  value: Cell,
  order: Order,
): WeakMemory {
  const read = historyOf(memory, key).messages[position] as Message;
  const loaded = load(memory, thread, key, position, order);
  return append(loaded, thread, key, position, value, order, read.view, true);
}

export function fence(memory: WeakMemory, thread: ThreadId, order: Order): WeakMemory {
  const views = viewsOf(memory, thread);
  let { current } = views;
  let { total } = memory;
  if (acquires(order)) current = joinViews(current, views.acquired);
  if (order === "SeqCst") total = current = joinViews(current, total);
  const released = releases(order) ? current : views.released;
  return withViews({ ...memory, total }, thread, {
    current,
    acquired: joinViews(views.acquired, current),
    released,
  });
}

function append(
  memory: WeakMemory,
  thread: ThreadId,
  key: string,
  behind: number,
  value: Cell,
  order: Order,
  inherited: View,
  attached: boolean,
): WeakMemory {
  const place = behind + 1;
  const made = makeRoom(memory, key, place);
  const views = viewsOf(made, thread);
  const current = withSeen(views.current, key, place);
  const carried = releases(order) ? current : withSeen(views.released, key, place);
  const message = { value, view: joinViews(carried, shifted(inherited, key, place)), attached };
  const history = historyOf(made, key);
  const messages = [...history.messages.slice(0, place), message, ...history.messages.slice(place)];
  const chained = history.chained && attached;
  const locations = new Map(made.locations).set(key, { ...history, messages, chained });
  const total = order === "SeqCst" ? withSeen(made.total, key, place) : made.total;
  const acquired = joinViews(views.acquired, current);
  return withViews({ ...made, locations, total }, thread, { ...views, current, acquired });
}

/** Moves every view of what lies at `place` or behind one on. */
function makeRoom(memory: WeakMemory, key: string, place: number): WeakMemory {
  if (place === historyOf(memory, key).messages.length) return memory;
  return mapViews(memory, (view) => shifted(view, key, place));
}

function shifted(view: View, key: string, place: number): View {
  const position = view.get(key);
  return position === undefined || position < place ? view : new Map(view).set(key, position + 1);
}

export function mapViews(memory: WeakMemory, change: (view: View) => View): WeakMemory {
  const mapThread = (views: ThreadViews): ThreadViews => ({
    current: change(views.current),
    acquired: change(views.acquired),
    released: change(views.released),
  });
  const mapLocation = (location: Location): Location => ({
    ...location,
    messages: location.messages.map((message) => ({ ...message, view: change(message.view) })),
  });
  return {
    locations: mapValues(memory.locations, mapLocation),
    threads: mapValues(memory.threads, mapThread),
    handovers: mapValues(memory.handovers, (views) => views.map(change)),
    total: change(memory.total),
    places: memory.places,
    races: memory.races,
  };
}

function mapValues<K, V>(map: ReadonlyMap<K, V>, change: (value: V) => V): ReadonlyMap<K, V> {
  const mapped = new Map<K, V>();
  for (const [key, value] of map) mapped.set(key, change(value));
  return mapped;
}
