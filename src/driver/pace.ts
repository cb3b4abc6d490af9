// How the passes of an exploration share its time: most of it is for the verdict, and what is kept back tells more about a program
// whose schedules cannot all be had.

import type { Exploration, Phase } from "../explore/exploration.ts";

/** The part of the time limit at which each pass gives way to the next. */
const SHARES: Readonly<Record<Exclude<Phase, "done">, number>> = {
  verdict: 0.6,
  endings: 0.75,
  preemptions: 0.9,
  random: 1,
  counts: 0.9,
  estimate: 1,
};

/** To be called between slices of work. */
export function keepPace(
  exploration: Exploration<unknown>,
  elapsedMs: number,
  limitMs: number,
): void {
  const reason = `${limitMs / 1000} s`;
  if (elapsedMs > limitMs) exploration.stop(reason);
  const { phase } = exploration;
  if (phase !== "done" && elapsedMs > limitMs * SHARES[phase]) exploration.moveOn(reason);
}
