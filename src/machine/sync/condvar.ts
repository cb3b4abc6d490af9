// Condition variables: who waits, who wakes.
//
// A wait is three visible steps: release the mutex and join the waiters; be woken; take the mutex again.
// Which waiter a notify_one wakes, and whether a wait ends without any notify, are choices.
// A notify that finds nobody waiting is lost: that is the lost-wakeup bug, and it must show.
//
// Follows: std::sync::Condvar. Not modelled: how long a timed wait really took.

import type { Alternative, BlockReason } from "../primitive.ts";
import type { ObjectId, ThreadId } from "../state/value.ts";
import { withThread, withoutThread } from "./objects.ts";

export interface CondvarObject {
  readonly kind: "condvar";
  readonly waiters: readonly ThreadId[];
  /** Notified, and not yet gone on. */
  readonly woken: readonly ThreadId[];
  /** Notifies that found nobody. */
  readonly note: number;
}

export const NEW_CONDVAR: CondvarObject = { kind: "condvar", waiters: [], woken: [], note: 0 };

type Wakeup = "notified" | "spurious" | "timeout";

export function joinWaiters(condvar: CondvarObject, thread: ThreadId): CondvarObject {
  return { ...condvar, waiters: withThread(condvar.waiters, thread) };
}

/** Whether the thread can go on by itself. `late`: its deadline has passed. */
export function waitBlocked(
  id: ObjectId,
  condvar: CondvarObject,
  thread: ThreadId,
  late: boolean,
): BlockReason | undefined {
  return late || condvar.woken.includes(thread) ? undefined : { kind: "condvar", object: id };
}

interface WaitEnd extends Alternative {
  readonly how: Wakeup;
}

/** The ways in which a wait can end now. `deadline` undefined: it waits without one. */
export function waitEnds(
  condvar: CondvarObject,
  thread: ThreadId,
  deadline: bigint | undefined,
  late: boolean,
): readonly WaitEnd[] {
  if (condvar.woken.includes(thread)) return [{ label: "woken", how: "notified" }];
  const spurious: WaitEnd = {
    label: "wakes for no reason",
    needs: "spurious wake",
    how: "spurious",
  };
  if (deadline === undefined) return [spurious];
  if (late) return [{ label: "times out", how: "timeout" }];
  return [{ label: "times out", needs: "timer", deadline, how: "timeout" }, spurious];
}

export function leaveWait(condvar: CondvarObject, thread: ThreadId): CondvarObject {
  return {
    ...condvar,
    waiters: withoutThread(condvar.waiters, thread),
    woken: withoutThread(condvar.woken, thread),
  };
}

/** One alternative for each thread that a `notify_one` can wake. */
export function notifyChoices(condvar: CondvarObject): readonly Alternative[] {
  if (condvar.waiters.length < 2) return [{ label: "" }];
  return condvar.waiters.map((thread) => ({ label: `wakes t${thread}` }));
}

export function notify(condvar: CondvarObject, woken: readonly ThreadId[]): CondvarObject {
  if (woken.length === 0) return { ...condvar, note: condvar.note + 1 };
  return {
    ...condvar,
    waiters: condvar.waiters.filter((thread) => !woken.includes(thread)),
    woken: [...condvar.woken, ...woken].sort((a, b) => a - b),
  };
}
