// Schedulers as the panel names them, as strategies.

import { pickByIndex, randomly, roundRobin, type Strategy } from "../explore/strategy.ts";
import { scheduleStrategy } from "./runProgram.ts";
import type { Ready } from "./program.ts";

export type SchedulerChoice =
  | { readonly kind: "roundRobin" }
  | { readonly kind: "random"; readonly seed: number }
  | { readonly kind: "schedule"; readonly schedule: string }
  | { readonly kind: "choose"; readonly prefix: readonly number[] };

/** A fresh strategy, or a sentence that says why the schedule does not fit. */
export function schedulerStrategy(program: Ready, choice: SchedulerChoice): Strategy | string {
  switch (choice.kind) {
    case "roundRobin":
      return roundRobin();
    case "random":
      return randomly(choice.seed);
    case "schedule":
      return scheduleStrategy(program, choice.schedule);
    case "choose":
      return pickByIndex(choice.prefix);
  }
}
