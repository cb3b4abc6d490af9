// Virtual time: moments, deadlines, and what happens to the clock when a timer fires.
//
// The clock stands still while threads run. A timer that fires sets it to its deadline, unless it is later already.

import type { Alternative } from "../primitive.ts";
import type { State } from "../state/state.ts";
import { undefinedBehaviour } from "../run/trap.ts";
import type { Cell, InstantCell } from "../state/value.ts";

const SECOND = 1_000_000_000n;
/** Seconds that a moment can count, as in std on Linux. */
const LAST_SECOND = 1n << 63n;

export function instantOf(cell: Cell): bigint {
  if (typeof cell === "object" && cell.kind === "instant") return cell.nanos;
  return undefinedBehaviour("something that is no Instant was used as one");
}

export function makeInstant(nanos: bigint): InstantCell {
  return { kind: "instant", nanos };
}

export function nanosOf(secs: Cell, nanos: Cell): bigint {
  return BigInt(secs as number | bigint) * SECOND + BigInt(nanos as number | bigint);
}

/** Seconds and the rest in nanoseconds. */
export function splitNanos(nanos: bigint): readonly [bigint, number] {
  return [nanos / SECOND, Number(nanos % SECOND)];
}

export function isRepresentable(nanos: bigint): boolean {
  const seconds = nanos / SECOND;
  return -LAST_SECOND <= seconds && seconds < LAST_SECOND;
}

export function isPast(state: State, deadline: bigint): boolean {
  return state.now >= deadline;
}

/** The alternative of a wait that its deadline ends. */
export function timer(label: string, deadline: bigint): Alternative {
  return { label, needs: "timer", deadline };
}

/** The timer has fired, in a state at hand. */
export function passTime(state: State, deadline: bigint): void {
  if (deadline > state.now) state.now = deadline;
}
