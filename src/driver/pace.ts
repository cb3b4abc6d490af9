// How the passes of an exploration share its time: most of it is for the verdict, and what is kept back tells more about a program
// whose schedules cannot all be had. Counts have a time of their own behind the verdict.

import type { Exploration, Phase } from "../explore/exploration.ts";

export interface Clock {
  /** Since the start. */
  readonly elapsedMs: number;
  readonly limitMs: number;
  /** When the verdict was there; undefined: it is not yet. */
  readonly decidedMs: number | undefined;
  /** For the counts behind it. */
  readonly countingMs: number;
}

/** The part of the time limit at which each pass gives way to the next. */
const SHARES: Readonly<Partial<Record<Phase, number>>> = {
  verdict: 0.6,
  endings: 0.75,
  preemptions: 0.9,
  random: 1,
};
/** The part of the time for counts in which the exact ones have to be there. */
const EXACT_SHARE = 0.75;
/** The part in which it must be seen whether they can be: by then so much of the graph should be there. */
const PROBE_SHARE = 0.2;
const LEAST_PROGRESS = 0.1;

/** To be called between slices of work. */
export function keepPace(exploration: Exploration<unknown>, clock: Clock): void {
  const { elapsedMs, limitMs, decidedMs, countingMs } = clock;
  const { phase } = exploration;
  const reason = `${limitMs / 1000} s`;
  if (decidedMs === undefined) {
    if (elapsedMs > limitMs) exploration.stop(reason);
    else if (elapsedMs > limitMs * (SHARES[phase] ?? 1)) exploration.moveOn(reason);
    return;
  }
  const counting = elapsedMs - decidedMs;
  if (counting > countingMs) exploration.stop(reason);
  else if (phase === "counts" && isHopeless(counting / countingMs, exploration.progress))
    exploration.moveOn(reason);
}

/** `spent`: the part of the time for counts that is over. */
function isHopeless(spent: number, progress: number): boolean {
  return spent > EXACT_SHARE || (spent > PROBE_SHARE && progress < LEAST_PROGRESS);
}
