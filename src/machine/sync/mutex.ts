// Mutexes: who holds it, and whether a panic struck meanwhile.
//
// Waiting threads are a set and no part of the object: whoever stands before `lock` waits, and when the mutex is free any of
// them may have it.
//
// Follows: std::sync::Mutex on Linux: a second lock by the holder waits for ever.

import type { Span } from "../../base/span.ts";
import type { BlockReason } from "../primitive.ts";
import type { ObjectId, ThreadId } from "../state/value.ts";

export interface MutexObject {
  readonly kind: "mutex";
  readonly holder: ThreadId | undefined;
  readonly poisoned: boolean;
  /** Where the holder took it; of a free one that was just poisoned, where its holder panicked. */
  readonly note: Span | undefined;
}

export const NEW_MUTEX: MutexObject = {
  kind: "mutex",
  holder: undefined,
  poisoned: false,
  note: undefined,
};

export function mutexBlocked(id: ObjectId, mutex: MutexObject): BlockReason | undefined {
  return mutex.holder === undefined
    ? undefined
    : { kind: "mutex", object: id, holder: mutex.holder };
}

export function lockMutex(mutex: MutexObject, thread: ThreadId, at: Span): MutexObject {
  return { kind: "mutex", holder: thread, poisoned: mutex.poisoned, note: at };
}

export function unlockMutex(mutex: MutexObject, poison: boolean, panicked?: Span): MutexObject {
  const note = poison ? panicked : undefined;
  return { kind: "mutex", holder: undefined, poisoned: mutex.poisoned || poison, note };
}

export function setPoison(mutex: MutexObject, poisoned: boolean): MutexObject {
  return { ...mutex, poisoned };
}
