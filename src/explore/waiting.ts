// Who waits for whom, in a state in which threads cannot go on.
//
// A lock, a join, a scope, a once-cell and standard output name the threads they wait for. Who could send a message, make room,
// come to a barrier or notify is found in memory: the threads from whose frames the object can be reached.

import type { Machine } from "../machine/machine.ts";
import { blockedReason } from "../machine/run/pending.ts";
import type { BlockReason } from "../machine/primitive.ts";
import type { Memory, State, Thread } from "../machine/state/state.ts";
import { memoryById } from "../machine/state/memory.ts";
import { findObject } from "../machine/state/objects.ts";
import type { AllocId, Cell, ObjectId, ThreadId } from "../machine/state/value.ts";
import type { Span } from "../base/span.ts";

export interface Waiting {
  readonly thread: Thread;
  readonly reason: BlockReason;
  readonly span: Span;
}

/** How far to look for those who could end a wait: only at what names them, at channels and barriers too, at everything. */
export type Reach = "named" | "channels" | "all";

export function waitingThreads(machine: Machine, state: State): Map<ThreadId, Waiting> {
  const waiting = new Map<ThreadId, Waiting>();
  for (const thread of state.threads) {
    if (thread?.status !== "live") continue;
    const reason = blockedReason(machine, state, thread.id);
    if (reason !== undefined) waiting.set(thread.id, { thread, reason, span: userSpanOf(thread) });
  }
  return waiting;
}

/** Threads each of which waits for the next, and the last for the first; the shortest circle. */
export function findCycle(
  state: State,
  waiting: ReadonlyMap<ThreadId, Waiting>,
  reach: Reach,
): Waiting[] | undefined {
  let shortest: Waiting[] | undefined;
  for (const start of waiting.keys()) {
    const found = circleFrom(state, waiting, start, reach);
    if (found !== undefined && found.length < (shortest?.length ?? Infinity)) shortest = found;
  }
  return shortest;
}

/** Breadth first, so that the circle is short. */
function circleFrom(
  state: State,
  waiting: ReadonlyMap<ThreadId, Waiting>,
  start: ThreadId,
  reach: Reach,
): Waiting[] | undefined {
  const cameFrom = new Map<ThreadId, ThreadId>();
  const open: ThreadId[] = [start];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const one = waiting.get(at);
    for (const next of one === undefined ? [] : waitsFor(state, one, reach)) {
      if (next === start) return pathTo(waiting, cameFrom, start, at);
      if (!waiting.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  }
  return undefined;
}

function pathTo(
  waiting: ReadonlyMap<ThreadId, Waiting>,
  cameFrom: ReadonlyMap<ThreadId, ThreadId>,
  start: ThreadId,
  end: ThreadId,
): Waiting[] {
  const path: ThreadId[] = [];
  for (let at: ThreadId | undefined = end; at !== undefined; at = cameFrom.get(at)) {
    path.unshift(at);
    if (at === start) break;
  }
  return path.flatMap((id) => waiting.get(id) ?? []);
}

/** The threads that the reason itself names. */
export function namedBy(reason: BlockReason): readonly ThreadId[] {
  switch (reason.kind) {
    case "mutex":
    case "once":
      return reason.holder === undefined ? [] : [reason.holder];
    case "rwlockRead":
    case "rwlockWrite":
      return reason.holders;
    case "join":
      return [reason.thread];
    case "scope":
      return reason.threads;
    case "stdout":
      return [reason.holder];
    default:
      return [];
  }
}

/** The threads that could end the wait. */
function waitsFor(state: State, { thread, reason }: Waiting, reach: Reach): readonly ThreadId[] {
  switch (reason.kind) {
    case "recv":
    case "send":
    case "barrier":
      return reach === "named" ? [] : whoReaches(state, reason.object, thread.id);
    case "condvar":
      return reach === "all" ? whoReaches(state, reason.object, thread.id) : [];
    default:
      return namedBy(reason);
  }
}

/** Other threads first: a thread that keeps its own wait from ending counts only where nobody else could end it. */
function whoReaches(state: State, object: ObjectId, self: ThreadId): readonly ThreadId[] {
  const closed = locksOf(state, self);
  const found = state.threads.flatMap((thread) =>
    thread?.status === "live" && reaches(state, thread, object, closed) ? [thread.id] : [],
  );
  const others = found.filter((id) => id !== self);
  return others.length > 0 ? others : found;
}

/** What lies behind a lock that the waiting thread itself holds (`closed`) is out of reach. */
function reaches(
  state: State,
  thread: Thread,
  object: ObjectId,
  closed: ReadonlySet<ObjectId>,
): boolean {
  const only = new Set([object]);
  const seen = new Set<AllocId>();
  const open: Memory[] = [...thread.frames];
  for (let memory = open.pop(); memory !== undefined; memory = open.pop()) {
    if (memory.cells.some((cell) => isHandle(cell, closed))) continue;
    for (const cell of memory.cells) {
      if (isHandle(cell, only)) return true;
      const alloc = pointee(cell);
      if (alloc === undefined || seen.has(alloc)) continue;
      seen.add(alloc);
      const next = memoryById(state, alloc);
      if (next !== undefined) open.push(next);
    }
  }
  return false;
}

function isHandle(cell: Cell, objects: ReadonlySet<ObjectId>): boolean {
  return typeof cell === "object" && cell.kind === "object" && objects.has(cell.id);
}

function pointee(cell: Cell): AllocId | undefined {
  return typeof cell === "object" && cell.kind === "pointer" && cell.alloc !== 0
    ? cell.alloc
    : undefined;
}

/** The mutexes and written rwlocks that a thread holds. */
function locksOf(state: State, thread: ThreadId): ReadonlySet<ObjectId> {
  const held = new Set<ObjectId>();
  for (const table of state.objects) {
    for (const slot of table?.slots ?? []) {
      if (slot !== undefined && holderOf(slot.data as HeldObject) === thread) held.add(slot.id);
    }
  }
  return held;
}

/** What mutexes and rwlocks say about who has them. */
interface HeldObject {
  readonly kind: string;
  readonly holder?: ThreadId;
  readonly writer?: ThreadId;
  readonly note?: Span;
}

function holderOf(object: HeldObject): ThreadId | undefined {
  return object.kind === "rwlock" ? object.writer : object.holder;
}

/** Where the holder took a lock; undefined where that is not known. */
export function heldSince(machine: Machine, state: State, object: ObjectId): Span | undefined {
  const data = findObject(machine, state, object) as HeldObject | undefined;
  return data?.kind === "mutex" || data?.kind === "rwlock" ? data.note : undefined;
}

/** The user's line on which a thread stands. */
export function userSpanOf(thread: Thread): Span {
  const frame = thread.frames.findLast((one) => one.code.isUser);
  return frame?.code.spans[frame.pc] ?? { start: 0, end: 0 };
}

/** `main`, the name it was given, or its number. */
export function threadName(thread: Thread): string {
  if (thread.path.length === 0) return "main";
  return thread.name ?? `thread ${thread.path.map((step) => step + 1).join(".")}`;
}
