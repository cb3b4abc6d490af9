// Histories: how they begin, what of them can be forgotten, and how they are folded.
//
// Stores that every thread knows to be overwritten go; a history of one store that carries nothing goes altogether, because the
// memory cell holds its value. So a program whose threads have all met again has no history left.
//
// A folded history keeps the last store alone and, for each view, whether it knows it. That is enough while nobody who does not
// know it loads or stores there, and keeps counters (updates only, read after joining) from having a state for every order of
// their updates. Who does so unfolds the location for good, and the search begins again.

import type { Cell, ThreadId } from "../state/value.ts";
import { NO_VIEW, encodeView, moveSeen, seen } from "./view.ts";
import type { View } from "./view.ts";
import { historyOf, mapViews } from "./weakMemory.ts";
import type { Location, Message, ThreadViews, WeakMemory } from "./weakMemory.ts";

/** Stands for every store before the last. */
const OLDER: Message = { value: undefined, view: NO_VIEW, attached: false };

/** A location's history, begun with what the memory holds if there is none yet. */
export function withHistory(
  memory: WeakMemory,
  key: string,
  generation: number,
  value: Cell,
  folded: boolean,
): WeakMemory {
  const known = memory.locations.get(key);
  const last = known?.messages[known.messages.length - 1];
  if (known?.generation === generation && last !== undefined && sameCell(last.value, value))
    return memory;
  const cleared =
    known === undefined ? memory : mapViews(memory, (view) => moveSeen(view, key, () => 0));
  const fresh: Location = {
    generation,
    messages: [{ value, view: NO_VIEW, attached: false }],
    folded,
    chained: true,
  };
  return { ...cleared, locations: new Map(cleared.locations).set(key, fresh) };
}

export function dropHistory(memory: WeakMemory, key: string): WeakMemory {
  const cleared = mapViews(memory, (view) => moveSeen(view, key, () => 0));
  const locations = new Map(cleared.locations);
  locations.delete(key);
  return { ...cleared, locations };
}

/** Forgets what no thread of `live` can tell. */
export function normalize(memory: WeakMemory, live: readonly ThreadId[]): WeakMemory {
  let next = memory;
  for (const key of memory.locations.keys())
    next = trim(mergeUpdates(fold(next, key), key), key, live);
  const keep = new Set(live);
  const threads = new Map(
    [...next.threads].filter(([thread, views]) => keep.has(thread) && !isEmpty(views)),
  );
  // A queue keeps its length, so that views stay with their messages.
  const handovers = new Map(
    [...next.handovers].filter(
      ([name, views]) => name.startsWith(QUEUE) || views.some((view) => view.size > 0),
    ),
  );
  return { ...next, threads, handovers };
}

/** How names of queues begin. */
export const QUEUE = "queue ";

function isEmpty(views: ThreadViews): boolean {
  return views.current.size + views.acquired.size + views.released.size === 0;
}

/** Leaves of a folded history the last store and the stand-in for the others. */
function fold(memory: WeakMemory, key: string): WeakMemory {
  const location = historyOf(memory, key);
  const last = location.messages.length - 1;
  if (!location.folded || last < 1) return memory;
  const moved =
    last === 1
      ? memory
      : mapViews(memory, (view) => moveSeen(view, key, (position) => (position === last ? 1 : 0)));
  const folded = {
    ...historyOf(moved, key),
    messages: [OLDER, historyOf(moved, key).messages[last] as Message],
  };
  return { ...moved, locations: new Map(moved.locations).set(key, folded) };
}

/**
 * An update that leaves everything as it was, such as the failed turn of a spinning `swap`, is the same store as the one it read:
 * nobody can get in between, and whoever reads either of them gets the same value and the same view.
 */
function mergeUpdates(memory: WeakMemory, key: string): WeakMemory {
  const { messages } = historyOf(memory, key);
  for (let place = 1; place < messages.length; place++) {
    const read = messages[place - 1] as Message;
    const update = messages[place] as Message;
    if (!update.attached || !sameCell(read.value, update.value)) continue;
    if (
      !sameView(
        moveSeen(read.view, key, (at) => (at === place - 1 ? place : at)),
        update.view,
      )
    )
      continue;
    const moved = mapViews(memory, (view) =>
      moveSeen(view, key, (at) => (at >= place ? at - 1 : at)),
    );
    const history = historyOf(moved, key);
    const merged = [...history.messages.slice(0, place), ...history.messages.slice(place + 1)];
    const locations = new Map(moved.locations).set(key, { ...history, messages: merged });
    return mergeUpdates({ ...moved, locations }, key);
  }
  return memory;
}

function sameView(a: View, b: View): boolean {
  if (a.size !== b.size) return false;
  for (const [location, position] of a) if (b.get(location) !== position) return false;
  return true;
}

/** Equal as the program's `==` on the atomic's type sees it: pointers by address. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  if (a.kind !== "pointer" || b.kind !== "pointer") return a === b;
  return a.alloc === b.alloc && a.offset === b.offset;
}

/** Drops the stores before the oldest that some thread may still read. */
function trim(memory: WeakMemory, key: string, live: readonly ThreadId[]): WeakMemory {
  const first = oldest(memory, key, live);
  const moved =
    first === 0
      ? memory
      : mapViews(memory, (view) => moveSeen(view, key, (at) => Math.max(0, at - first)));
  const location = historyOf(moved, key);
  const messages = first === 0 ? location.messages : location.messages.slice(first);
  const locations = new Map(moved.locations);
  const [only] = messages;
  if (messages.length === 1 && only !== undefined && only.view.size === 0) locations.delete(key);
  else
    locations.set(key, {
      ...location,
      messages: detached(messages),
      chained: location.chained || messages.length === 1,
    });
  return { ...moved, locations };
}

/** The first store has nothing before it any more. */
function detached(messages: readonly Message[]): readonly Message[] {
  const [first, ...rest] = messages;
  return first?.attached === true ? [{ ...first, attached: false }, ...rest] : messages;
}

function oldest(memory: WeakMemory, key: string, live: readonly ThreadId[]): number {
  let least = historyOf(memory, key).messages.length - 1;
  for (const thread of live) {
    const views = memory.threads.get(thread);
    least = Math.min(least, views === undefined ? 0 : seen(views.current, key));
  }
  return least;
}

/** For hashing: nothing but numbers, strings and cells, in one order. */
export function encodeMemory(memory: WeakMemory): unknown {
  const byKey = <V>(
    map: ReadonlyMap<string | number, V>,
    encode: (value: V) => unknown,
  ): unknown[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([key, value]) => [key, encode(value)]);
  const view = (one: View) => encodeView(one);
  return [
    byKey(memory.locations, ({ messages, folded, chained }) => [
      folded && chained,
      ...messages.flatMap((message) => [message.value, message.attached, view(message.view)]),
    ]),
    byKey(memory.threads, (views) => [
      view(views.current),
      view(views.acquired),
      view(views.released),
    ]),
    byKey(memory.handovers, (views) => views.map(view)),
    view(memory.total),
    byKey(memory.places, ({ written, read }) => [
      written?.thread ?? -1,
      ...read.map((reader) => reader.thread),
    ]),
    memory.races.length,
  ];
}
