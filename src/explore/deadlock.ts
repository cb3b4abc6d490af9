// Deadlocks: the circle of threads that wait for each other, also when others have gone on; a wake-up that came too early.
//
// A circle of those who are named (the holder of a lock, the thread joined) is looked for first, then one over channels and
// barriers, then one over condition variables that goes through a lock. Without a circle, a thread that waits to be notified
// has lost its wake-up.

import type { Machine } from "../machine/machine.ts";
import type { BlockReason } from "../machine/primitive.ts";
import type { State } from "../machine/state/state.ts";
import type { ObjectId, ThreadId } from "../machine/state/value.ts";
import type { Finding, FindingLink, Waiter } from "./finding.ts";
import {
  findCycle,
  heldSince,
  threadName,
  waitingThreads,
  type Reach,
  type Waiting,
} from "./waiting.ts";

/** Nobody can go on. */
export function deadlockFinding(machine: Machine, state: State): Finding[] {
  const waiting = waitingThreads(machine, state);
  const all = [...waiting.values()];
  const [first] = all;
  if (first === undefined) return [];
  const cycle = anyCycle(state, waiting, ["named", "channels", "all"]);
  if (cycle !== undefined) return [circle("deadlock_cycle", machine, state, cycle, all)];
  const lost = all.find((one) => one.reason.kind === "condvar" || one.reason.kind === "park");
  if (lost !== undefined)
    return [{ kind: "lost_wakeup", span: lost.span, waiting: moved(all, lost).map(asWaiter) }];
  return [{ kind: "deadlock_cycle", span: first.span, cycle: [], waiting: all.map(asWaiter) }];
}

/** The process has ended, and some of its threads wait for each other all the same. */
export function partialDeadlock(machine: Machine, state: State): Finding[] {
  // An ended process asks nobody what he stands before.
  const open: State = { ...state, status: undefined };
  const waiting = waitingThreads(machine, open);
  const cycle = anyCycle(open, waiting, ["named"]);
  if (cycle === undefined) return [];
  return [circle("partial_deadlock", machine, open, cycle, [...waiting.values()])];
}

function anyCycle(
  state: State,
  waiting: ReadonlyMap<ThreadId, Waiting>,
  reaches: readonly Reach[],
): Waiting[] | undefined {
  for (const reach of reaches) {
    const cycle = findCycle(state, waiting, reach);
    if (cycle === undefined) continue;
    // A thread that waits for a notification and one that waits for its end only say that it was lost.
    if (reach !== "all" || cycle.some(({ reason }) => isLock(reason))) return cycle;
  }
  return undefined;
}

function isLock(reason: BlockReason): boolean {
  return reason.kind === "mutex" || reason.kind === "rwlockRead" || reason.kind === "rwlockWrite";
}

function moved(all: readonly Waiting[], first: Waiting): readonly Waiting[] {
  return [first, ...all.filter((one) => one !== first)];
}

function circle(
  kind: "deadlock_cycle" | "partial_deadlock",
  machine: Machine,
  state: State,
  cycle: readonly Waiting[],
  all: readonly Waiting[],
): Finding {
  const links = cycle.map((one, index) => {
    const before = cycle[(index + cycle.length - 1) % cycle.length] as Waiting;
    return linkOf(machine, state, one, before);
  });
  const rest = all.filter((one) => !cycle.includes(one));
  return {
    kind,
    span: (cycle[0] as Waiting).span,
    cycle: links,
    waiting: [...cycle, ...rest].map(asWaiter),
  };
}

function linkOf(machine: Machine, state: State, one: Waiting, before: Waiting): FindingLink {
  const { reason } = one;
  const holds = isLock(before.reason) ? objectOf(before.reason) : undefined;
  const joined = reason.kind === "join" ? reason.thread : undefined;
  return {
    ...asWaiter(one),
    holds,
    holdsSince: holds === undefined ? undefined : heldSince(machine, state, holds),
    wants: joined ?? objectOf(reason) ?? -1,
    wantsKind: joined === undefined ? "object" : "thread",
  };
}

function objectOf(reason: BlockReason): ObjectId | undefined {
  return "object" in reason ? reason.object : undefined;
}

function asWaiter({ thread, reason, span }: Waiting): Waiter {
  return { thread: thread.id, name: threadName(thread), span, reason };
}
