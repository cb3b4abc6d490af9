// Plain memory that several threads use: what is remembered of it, and when that can be forgotten.

import type { ThreadId } from "../state/value.ts";
import { moveSeen, seen } from "./view.ts";
import { mapViews, viewsOf } from "./weakMemory.ts";
import type { WeakMemory } from "./weakMemory.ts";

/** In views: whether the last write of the place is known. */
export function writeKey(place: string): string {
  return `w${place}`;
}

/** In views: whether the thread's last read of the place is known. */
export function readKey(place: string, thread: ThreadId): string {
  return `r${place} ${thread}`;
}

export function forgetPlace(memory: WeakMemory, key: string): WeakMemory {
  const place = memory.places.get(key);
  if (place === undefined) return memory;
  const names = [writeKey(key), ...place.read.map((reader) => readKey(key, reader.thread))];
  const cleared = forgetNames(memory, names);
  const places = new Map(cleared.places);
  places.delete(key);
  return { ...cleared, places };
}

/** Forgets the accesses that every live thread knows of. */
export function forgetKnown(memory: WeakMemory, live: readonly ThreadId[]): WeakMemory {
  let next = memory;
  for (const [key, place] of memory.places) {
    const isKnown = (name: string): boolean =>
      live.every((thread) => seen(viewsOf(memory, thread).current, name) > 0);
    const keepsWrite = place.written !== undefined && !isKnown(writeKey(key));
    const read = place.read.filter((reader) => !isKnown(readKey(key, reader.thread)));
    if (keepsWrite === (place.written !== undefined) && read.length === place.read.length) continue;
    if (!keepsWrite && read.length === 0) {
      next = forgetPlace(next, key);
      continue;
    }
    const gone = place.read
      .filter((reader) => !read.includes(reader))
      .map((reader) => readKey(key, reader.thread));
    next = forgetNames(next, keepsWrite ? gone : [writeKey(key), ...gone]);
    const written = keepsWrite ? place.written : undefined;
    next = { ...next, places: new Map(next.places).set(key, { ...place, written, read }) };
  }
  return next;
}

function forgetNames(memory: WeakMemory, names: readonly string[]): WeakMemory {
  return mapViews(memory, (view) =>
    names.reduce((one, name) => moveSeen(one, name, () => 0), view),
  );
}
