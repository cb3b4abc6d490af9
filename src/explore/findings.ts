// What went wrong in the state in which a run ends: who waits for whom, what leaked.

import type { Span } from "../base/span.ts";
import type { Machine } from "../machine/machine.ts";
import type { State } from "../machine/state.ts";
import { deadlockFindings } from "./deadlock.ts";
import { leakFindings } from "./leak.ts";
import { raceFindings } from "./races.ts";

export interface Finding {
  readonly kind: string;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly cycle?: readonly FindingLink[];
}

/** One thread of a deadlock's cycle. Thread and object numbers are the machine's. */
export interface FindingLink {
  readonly thread: number;
  readonly holds: number | undefined;
  readonly holdsSince: Span;
  readonly wants: number;
  readonly wantsKind: "object" | "thread";
  readonly wantsAt: Span;
}

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
  if (livelock) {
    return [
      {
        kind: "livelock",
        message: "The threads go on for ever without getting anywhere.",
        span: { start: 0, end: 0 },
        related: [],
      },
    ];
  }
  if (deadlock) return deadlockFindings(machine, state);
  const { status } = state;
  if (status?.kind === "undefinedBehaviour") {
    return [
      { kind: "undefined_behaviour", message: status.message, span: status.span, related: [] },
    ];
  }
  return status?.kind === "exit" ? leakFindings(machine, state) : [];
}
