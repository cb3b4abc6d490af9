// Happens-before between threads, besides atomics: what a lock, a join, a message or a wake-up hands on.
//
// Whoever gives something leaves its view under a name, whoever takes it gets to know what the view says. Without weak memory
// (`state.order` undefined) all of this does nothing.

import type { State } from "../state/state.ts";
import type { AllocId, ThreadId } from "../state/value.ts";
import { isAllocated } from "../state/memory.ts";
import { dropHistory, normalize } from "./history.ts";
import { forgetKnown, forgetPlace } from "./places.ts";
import { NO_VIEW, joinViews } from "./view.ts";
import type { View } from "./view.ts";
import { NO_VIEWS, viewsOf, withViews } from "./weakMemory.ts";
import type { WeakMemory } from "./weakMemory.ts";

/** The thread's view is added to what lies under the name. */
export function release(state: State, thread: ThreadId, name: string): void {
  change(state, (memory) => {
    const left = memory.handovers.get(name)?.[0] ?? NO_VIEW;
    return withHandover(memory, name, [joinViews(left, viewsOf(memory, thread).current)]);
  });
}

/** The thread gets to know all that lies under the name. */
export function acquire(state: State, thread: ThreadId, name: string): void {
  change(state, (memory) =>
    learn(memory, thread, (memory.handovers.get(name) ?? []).reduce(joinViews, NO_VIEW)),
  );
}

/** The thread's view goes to the end of the queue under the name. */
export function enqueueView(state: State, thread: ThreadId, name: string): void {
  change(state, (memory) =>
    withHandover(memory, name, [
      ...(memory.handovers.get(name) ?? []),
      viewsOf(memory, thread).current,
    ]),
  );
}

/** The thread takes the view at the head of the queue. */
export function dequeueView(state: State, thread: ThreadId, name: string): void {
  change(state, (memory) => {
    const [first, ...rest] = memory.handovers.get(name) ?? [];
    return learn(withHandover(memory, name, rest), thread, first ?? NO_VIEW);
  });
}

export function forget(state: State, name: string): void {
  change(state, (memory) => withHandover(memory, name, []));
}

/** The child knows what its parent knew. */
export function startViews(state: State, parent: ThreadId, child: ThreadId): void {
  change(state, (memory) => {
    const { current } = viewsOf(memory, parent);
    return withViews(memory, child, { ...NO_VIEWS, current, acquired: current });
  });
}

/** Threads whose views count: those that have not ended. */
function liveThreads(state: State): ThreadId[] {
  const live: ThreadId[] = [];
  for (const thread of state.threads)
    if (thread !== undefined && thread.status !== "ended") live.push(thread.id);
  return live;
}

/** Forgets what nobody can tell after a change. */
export function settleMemory(state: State, memory: WeakMemory): void {
  const live = liveThreads(state);
  state.order = normalize(forgetKnown(withoutFreed(state, memory), live), live);
}

/** Histories of memory that is gone go too. */
function withoutFreed(state: State, memory: WeakMemory): WeakMemory {
  let next = memory;
  for (const [key, { generation }] of memory.places) {
    if (!isAllocated(state, Number.parseInt(key, 10) as AllocId, generation))
      next = forgetPlace(next, key);
  }
  for (const [key, { generation }] of memory.locations) {
    if (isAllocated(state, Number.parseInt(key, 10) as AllocId, generation)) continue;
    next = dropHistory(next, key);
  }
  return next;
}

function change(state: State, next: (memory: WeakMemory) => WeakMemory): void {
  if (state.order !== undefined) settleMemory(state, next(state.order));
}

function learn(memory: WeakMemory, thread: ThreadId, view: View): WeakMemory {
  const views = viewsOf(memory, thread);
  return withViews(memory, thread, {
    ...views,
    current: joinViews(views.current, view),
    acquired: joinViews(views.acquired, view),
  });
}

function withHandover(memory: WeakMemory, name: string, views: readonly View[]): WeakMemory {
  const handovers = new Map(memory.handovers);
  if (views.length === 0) handovers.delete(name);
  else handovers.set(name, views);
  return { ...memory, handovers };
}
