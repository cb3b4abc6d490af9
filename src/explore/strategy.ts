// Strategies: who runs next. Each is a small object that is asked at every choice and keeps its own place.

import type { ScheduleStep } from "../trace/schedule.ts";
import { createChance } from "./chance.ts";
import { schedulingChoices, type ModelChoice } from "./model.ts";

export interface Strategy {
  /** One of the choices, or undefined to stop here. `choices` is never empty. */
  pick(choices: readonly ModelChoice[], lastThread: number): ModelChoice | undefined;
}

/** Each thread takes one step, then the next one that can. */
export function roundRobin(): Strategy {
  return {
    pick(choices, lastThread) {
      const open = schedulingChoices(choices);
      return open.find((choice) => choice.thread > lastThread) ?? open[0];
    },
  };
}

/** Every open choice equally likely; the seed decides. */
export function randomly(seed: number): Strategy {
  const next = createChance(seed);
  return {
    pick(choices) {
      const open = schedulingChoices(choices);
      return open[Math.floor(next() * open.length)];
    },
  };
}

/** The given choices in order, then what `after` says (default: stop). `nameOf` gives the schedule's name of a thread. */
export function replay(
  schedule: readonly ScheduleStep[],
  nameOf: (thread: number) => string,
  after?: Strategy,
): Strategy {
  let at = 0;
  return {
    pick(choices, lastThread) {
      const wanted = schedule[at++];
      if (wanted === undefined) return after?.pick(choices, lastThread);
      return choices.find(
        (one) => one.alternative === wanted.alternative && nameOf(one.thread) === wanted.thread,
      );
    },
  };
}

/** The choices of the given positions in the list of all choices, then stop: “you choose”. */
export function pickByIndex(prefix: readonly number[]): Strategy {
  let at = 0;
  return { pick: (choices) => choices[prefix[at++] ?? -1] };
}
