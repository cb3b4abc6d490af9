// What went wrong in the state in which a run ends, as data: who waits for whom, what leaked, which accesses race. The
// sentences are in explain/findingText.ts.

import type { Machine } from "../machine/machine.ts";
import type { Finding, Waiter } from "./finding.ts";
import type { State } from "../machine/state/state.ts";
import { deadlockFinding, partialDeadlock } from "./deadlock.ts";
import { leakFindings } from "./leak.ts";
import { poisonCascades } from "./poison.ts";
import { raceFindings } from "./races.ts";
import { threadName, userSpanOf } from "./waiting.ts";

export function findingsOf(
  machine: Machine,
  state: State,
  deadlock: boolean,
  livelock = false,
): readonly Finding[] {
  const end = endFindings(machine, state, deadlock, livelock);
  return [...end, ...poisonCascades(state), ...raceFindings(state)];
}

function endFindings(
  machine: Machine,
  state: State,
  deadlock: boolean,
  livelock: boolean,
): readonly Finding[] {
  if (livelock) return [livelockFinding(state, undefined)];
  if (deadlock) return deadlockFinding(machine, state);
  const { status } = state;
  if (status?.kind === "undefinedBehaviour")
    return [{ kind: "undefined_behaviour", message: status.message, span: status.span }];
  if (status?.kind !== "exit") return [];
  return [...partialDeadlock(machine, state), ...leakFindings(machine, state)];
}

/** Threads that the others, which never end, can keep from getting on for ever. */
export function starvationFinding(
  state: State,
  threads: readonly number[],
  kept: readonly number[],
): Finding {
  const waiting = runningIn(state, kept);
  const others = runningIn(
    state,
    threads.filter((thread) => !kept.includes(thread)),
  );
  return { kind: "starvation", span: waiting[0]?.span ?? { start: 0, end: 0 }, waiting, others };
}

/** `threads`: those that only can keep each other from getting on; undefined: all, for ever. */
export function livelockFinding(state: State, threads: readonly number[] | undefined): Finding {
  const waiting = runningIn(state, threads);
  return {
    kind: "livelock",
    span: waiting[0]?.span ?? { start: 0, end: 0 },
    waiting,
    possible: threads !== undefined,
  };
}

function runningIn(state: State, threads: readonly number[] | undefined): Waiter[] {
  return state.threads.flatMap((thread) =>
    thread?.status === "live" && (threads?.includes(thread.id) ?? true)
      ? [
          {
            thread: thread.id,
            name: threadName(thread),
            span: userSpanOf(thread),
            reason: undefined,
          },
        ]
      : [],
  );
}
