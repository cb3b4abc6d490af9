// What went wrong in the state in which a run ends, as data: who waits for whom, what leaked, which accesses race. The
// sentences are in explain/findingText.ts.

import type { Span } from "../base/span.ts";
import type { Machine } from "../machine/machine.ts";
import type { BlockReason } from "../machine/primitive.ts";
import type { State } from "../machine/state/state.ts";
import { deadlockFinding, partialDeadlock } from "./deadlock.ts";
import { leakFindings } from "./leak.ts";
import { raceFindings } from "./races.ts";
import { threadName, userSpanOf } from "./waiting.ts";

/** A thread that stands somewhere for ever. */
export interface Waiter {
  readonly thread: number;
  readonly name: string;
  readonly span: Span;
  /** Undefined: it runs. */
  readonly reason: BlockReason | undefined;
}

/** One thread of a circle: what it holds that the one before wants, and what it waits for. Numbers are the machine's. */
export interface FindingLink extends Waiter {
  readonly holds: number | undefined;
  readonly holdsSince: Span | undefined;
  readonly wants: number;
  readonly wantsKind: "object" | "thread";
}

export type Finding =
  | {
      readonly kind: "deadlock_cycle" | "partial_deadlock";
      readonly span: Span;
      /** Empty: nobody is left to do what they wait for. */
      readonly cycle: readonly FindingLink[];
      readonly waiting: readonly Waiter[];
    }
  | { readonly kind: "lost_wakeup"; readonly span: Span; readonly waiting: readonly Waiter[] }
  | {
      readonly kind: "livelock";
      readonly span: Span;
      readonly waiting: readonly Waiter[];
      /** The threads only can keep each other from getting on. */
      readonly possible: boolean;
    }
  /** So many values keep each other alive; 0: an owner was counted too often. */
  | { readonly kind: "leak"; readonly span: Span; readonly count: number }
  | {
      readonly kind: "data_race";
      readonly span: Span;
      readonly first: { readonly name: string; readonly span: Span };
      readonly second: { readonly name: string };
      /** Whether the second access is a write; if not, the first is. */
      readonly write: boolean;
    }
  | { readonly kind: "undefined_behaviour"; readonly span: Span; readonly message: string };

export function findingsOf(
  machine: Machine,
  state: State,
  deadlock: boolean,
  livelock = false,
): readonly Finding[] {
  return [...endFindings(machine, state, deadlock, livelock), ...raceFindings(state)];
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

/** `threads`: those that only can keep each other from getting on; undefined: all, for ever. */
export function livelockFinding(state: State, threads: readonly number[] | undefined): Finding {
  const waiting = state.threads.flatMap((thread) =>
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
  return {
    kind: "livelock",
    span: waiting[0]?.span ?? { start: 0, end: 0 },
    waiting,
    possible: threads !== undefined,
  };
}
