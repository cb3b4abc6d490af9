// Read-write locks: readers, a writer, writers that have come and wait, readers that queued up behind them.
//
// A writer that has to wait is seen to wait (its arrival is a step). A reader that finds one may go ahead of it or wait behind
// it: which of the two the system picks is open, so both are choices. Queued readers go on when a writer gives the lock back.
//
// Follows: std::sync::RwLock (futex version). Not modelled: the limit on the number of readers.

import type { Span } from "../../base/span.ts";
import type { BlockReason } from "../primitive.ts";
import type { ObjectId, ThreadId } from "../state/value.ts";
import { withThread, withoutThread } from "./objects.ts";

export interface RwLockObject {
  readonly kind: "rwlock";
  /** A thread that reads twice stands here twice. */
  readonly readers: readonly ThreadId[];
  readonly writer: ThreadId | undefined;
  readonly waitingWriters: readonly ThreadId[];
  readonly queuedReaders: readonly ThreadId[];
  readonly poisoned: boolean;
  /** Where the last holder took it. */
  readonly note: Span | undefined;
}

export const NEW_RWLOCK: RwLockObject = {
  kind: "rwlock",
  readers: [],
  writer: undefined,
  waitingWriters: [],
  queuedReaders: [],
  poisoned: false,
  note: undefined,
};

export function isFree(lock: RwLockObject): boolean {
  return lock.writer === undefined && lock.readers.length === 0;
}

export function readBlocked(id: ObjectId, lock: RwLockObject): BlockReason | undefined {
  return lock.writer === undefined
    ? undefined
    : { kind: "rwlockRead", object: id, holders: [lock.writer] };
}

/** For a reader in the queue: it waits for the writers before it. */
export function queuedReadBlocked(
  id: ObjectId,
  lock: RwLockObject,
  thread: ThreadId,
): BlockReason | undefined {
  if (lock.writer !== undefined) return { kind: "rwlockRead", object: id, holders: [lock.writer] };
  if (!lock.queuedReaders.includes(thread)) return undefined;
  return { kind: "rwlockRead", object: id, holders: lock.waitingWriters };
}

export function writeBlocked(id: ObjectId, lock: RwLockObject): BlockReason | undefined {
  if (isFree(lock)) return undefined;
  const holders = lock.writer === undefined ? lock.readers : [lock.writer];
  return { kind: "rwlockWrite", object: id, holders };
}

export function startReading(lock: RwLockObject, thread: ThreadId, at: Span): RwLockObject {
  return {
    ...lock,
    readers: withThread(lock.readers, thread),
    queuedReaders: withoutThread(lock.queuedReaders, thread),
    note: at,
  };
}

export function queueReader(lock: RwLockObject, thread: ThreadId): RwLockObject {
  return { ...lock, queuedReaders: withThread(lock.queuedReaders, thread) };
}

export function stopReading(lock: RwLockObject, thread: ThreadId): RwLockObject {
  return { ...lock, readers: withoutThread(lock.readers, thread) };
}

export function queueWriter(lock: RwLockObject, thread: ThreadId): RwLockObject {
  return { ...lock, waitingWriters: withThread(lock.waitingWriters, thread) };
}

export function startWriting(lock: RwLockObject, thread: ThreadId, at: Span): RwLockObject {
  return {
    ...lock,
    writer: thread,
    waitingWriters: withoutThread(lock.waitingWriters, thread),
    note: at,
  };
}

export function stopWriting(lock: RwLockObject, poison: boolean, panicked?: Span): RwLockObject {
  const poisoned = lock.poisoned || poison;
  const note = poison ? panicked : lock.note;
  return { ...lock, writer: undefined, queuedReaders: [], poisoned, note };
}

/** The writer goes on as a reader. */
export function downgrade(lock: RwLockObject, thread: ThreadId): RwLockObject {
  return startReading(
    { ...lock, writer: undefined, queuedReaders: [] },
    thread,
    lock.note ?? { start: 0, end: 0 },
  );
}
