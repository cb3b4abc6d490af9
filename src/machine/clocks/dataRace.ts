// Data races: two accesses of one place by different threads, at least one of them a write, neither ordered before the other.
//
// Each place that matters remembers whether it was written, and who has read it since; views (view.ts) say which of these accesses
// a thread knows to lie before its own. That is FastTrack's idea (Flanagan and Freund, PLDI 2009) with knowledge instead of
// clocks, so that places everybody knows about are forgotten and states stay finite.
//
// Which places: allocations that the user's code reaches through a raw pointer or a `static mut`, and that more than one thread
// uses. What they are is learned while a search runs; it then begins again. An access through a raw pointer is a step of its own
// as soon as there is a second thread, which a search may take at once unless a race was seen there; one through a reference made
// from it is checked all the same.
//
// A race ends nothing: the run goes on with the values as they come, and the finding says that no result can be relied on.
//
// With the checks of the compiler off, std's own accesses count too where its text says so (`#[lockstep::unsynchronised]`).
//
// Not modelled: other accesses by std's own code on behalf of the user (`ptr::write`, methods of `Vec`); races with atomics.

import type { Span } from "../../base/span.ts";
import type { MemoryAccess, MemoryModel } from "../memoryModel.ts";
import type { VisibleOp } from "../primitive.ts";
import type { State } from "../state/state.ts";
import type { AllocId, ThreadId } from "../state/value.ts";
import { generationOf } from "../state/memory.ts";
import { settleMemory } from "./happensBefore.ts";
import { forgetPlace, readKey, writeKey } from "./places.ts";
import { moveSeen, seen, withSeen } from "./view.ts";
import { mapViews, viewsOf, withViews } from "./weakMemory.ts";
import type { PlaceHistory, RacingAccess, WeakMemory } from "./weakMemory.ts";

/** What searches have learned about the program's memory; grows, and is shared by all states of a machine. */
export interface SharedPlaces {
  /** Reached through a raw pointer by the user's code. */
  readonly raw: Set<AllocId>;
  readonly users: Map<AllocId, Set<ThreadId>>;
  /** A race was seen there: what threads read depends on who comes first. */
  readonly raced: Set<AllocId>;
}

export function newSharedPlaces(): SharedPlaces {
  return { raw: new Set(), users: new Map(), raced: new Set() };
}

export function raceModel(places: SharedPlaces, unchecked: boolean): MemoryModel {
  return {
    unchecked,
    raced: (alloc) => places.raced.has(alloc),
    visible: (_, state, access) => visibleAccess(places, state, access),
    perform: (_, state, access) => {
      note(places, access);
      if (isContended(places, access.alloc)) perform(places, state, access);
    },
  };
}

function visibleAccess(
  places: SharedPlaces,
  state: State,
  access: MemoryAccess,
): VisibleOp | undefined {
  note(places, access);
  if (!access.raw || state.threads.length < 2) return undefined;
  const { alloc, offset, write } = access;
  const op: VisibleOp = {
    name: write ? "write" : "read",
    object: undefined,
    target: "memory",
    address: { alloc, offset },
    access: write ? "write" : "read",
  };
  // What a search has not observed before makes it begin again.
  const learned = isContended(places, alloc) ? [`shared ${alloc}`] : [];
  if (places.raced.has(alloc)) return { ...op, observes: [...learned, `plain ${alloc}`] };
  return { ...op, mover: `plain ${alloc}`, observes: learned };
}

function note(places: SharedPlaces, access: MemoryAccess): void {
  if (access.raw) places.raw.add(access.alloc);
  const users = places.users.get(access.alloc);
  if (users === undefined) places.users.set(access.alloc, new Set([access.thread]));
  else users.add(access.thread);
}

function isContended(places: SharedPlaces, alloc: AllocId): boolean {
  return places.raw.has(alloc) && (places.users.get(alloc)?.size ?? 0) > 1;
}

function perform(places: SharedPlaces, state: State, access: MemoryAccess): void {
  let memory = state.order;
  if (memory === undefined) return;
  const generation = generationOf(state, access.alloc);
  for (let cell = access.offset; cell < access.offset + access.size; cell++) {
    const key = `${access.alloc}.${cell}`;
    // An earlier tenant of the same memory is another place.
    if (memory.places.get(key)?.generation !== generation) memory = forgetPlace(memory, key);
    memory = access.write
      ? written(memory, access, key, generation)
      : readBy(memory, access, key, generation);
  }
  if (memory.races !== state.order?.races) places.raced.add(access.alloc);
  settleMemory(state, memory);
}

function written(
  memory: WeakMemory,
  access: MemoryAccess,
  key: string,
  generation: number,
): WeakMemory {
  const place = memory.places.get(key);
  const raced = place === undefined ? undefined : unknownBefore(memory, access, key, place, true);
  const told = raced === undefined ? memory : withRace(memory, raced, access);
  const history: PlaceHistory = {
    generation,
    written: { thread: access.thread, span: access.span },
    read: [],
  };
  const known = mapViews(told, (view) => {
    let next = moveSeen(view, writeKey(key), () => 0);
    for (const reader of place?.read ?? [])
      next = moveSeen(next, readKey(key, reader.thread), () => 0);
    return next;
  });
  return knows(
    { ...known, places: new Map(known.places).set(key, history) },
    access.thread,
    writeKey(key),
  );
}

function readBy(
  memory: WeakMemory,
  access: MemoryAccess,
  key: string,
  generation: number,
): WeakMemory {
  const place = memory.places.get(key) ?? { generation, written: undefined, read: [] };
  const raced = unknownBefore(memory, access, key, place, false);
  const told = raced === undefined ? memory : withRace(memory, raced, access);
  const own = readKey(key, access.thread);
  const others = place.read.filter((reader) => reader.thread !== access.thread);
  const read = [...others, { thread: access.thread, span: access.span }].sort(
    (a, b) => a.thread - b.thread,
  );
  const known = mapViews(told, (view) => moveSeen(view, own, () => 0));
  return knows(
    { ...known, places: new Map(known.places).set(key, { ...place, read }) },
    access.thread,
    own,
  );
}

/** An earlier access that conflicts and that the thread does not know of. */
function unknownBefore(
  memory: WeakMemory,
  access: MemoryAccess,
  key: string,
  place: PlaceHistory,
  write: boolean,
): RacingAccess | undefined {
  const { current } = viewsOf(memory, access.thread);
  const { written: writer } = place;
  if (writer !== undefined && writer.thread !== access.thread && seen(current, writeKey(key)) === 0)
    return writer;
  if (!write) return undefined;
  return place.read.find(
    (reader) => reader.thread !== access.thread && seen(current, readKey(key, reader.thread)) === 0,
  );
}

function withRace(memory: WeakMemory, first: RacingAccess, access: MemoryAccess): WeakMemory {
  const second: RacingAccess = { thread: access.thread, span: access.span };
  const known = memory.races.some(
    (race) => sameSpan(race.first.span, first.span) && sameSpan(race.second.span, second.span),
  );
  return known
    ? memory
    : { ...memory, races: [...memory.races, { first, second, write: access.write }] };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function knows(memory: WeakMemory, thread: ThreadId, key: string): WeakMemory {
  const views = viewsOf(memory, thread);
  return withViews(memory, thread, {
    ...views,
    current: withSeen(views.current, key, 1),
    acquired: withSeen(views.acquired, key, 1),
  });
}
