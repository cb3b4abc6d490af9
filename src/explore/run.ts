// One run: a strategy picks at every choice until the process ends, nothing can go on, or a limit is reached.

import { settle, step } from "../machine/step.ts";
import type { EventSink } from "../machine/run/events.ts";
import type { Machine } from "../machine/machine.ts";
import { initialState } from "../machine/step.ts";
import type { State } from "../machine/state/state.ts";
import type { ThreadId } from "../machine/state/value.ts";
import type { ScheduleStep } from "../trace/schedule.ts";
import { choicesOf, endOf } from "./machineModel.ts";
import { pathOf } from "./threadPath.ts";
import { isStuck, type Limit, type ModelChoice, type ModelEnd } from "./model.ts";
import type { Strategy } from "./strategy.ts";

export interface RunOptions {
  readonly strategy: Strategy;
  /** Visible steps. */
  readonly maxSteps: number;
  readonly maxStdout: number;
  readonly sink?: EventSink;
  /** Told of every finished state, the first included: `steps` choices have been made, the last one for `thread`. */
  readonly onState?: (state: State, steps: number, thread: number) => void;
}

export interface RunResult {
  readonly state: State;
  readonly steps: readonly ScheduleStep[];
  /** Undefined: a deadlock, or stopped by the strategy. */
  readonly end: ModelEnd | undefined;
  readonly deadlock: boolean;
  /** What could have been picked where the strategy stopped. */
  readonly next: readonly ModelChoice[];
  readonly limit: Limit | undefined;
}

export function runOnce(machine: Machine, options: RunOptions): RunResult {
  const steps: ScheduleStep[] = [];
  let state = settle(machine, initialState(machine), options.sink);
  options.onState?.(state, 0, 0);
  let last = -1;
  for (;;) {
    const end = endOf(state);
    const done = { state, steps, end, deadlock: false, next: [], limit: undefined };
    if (end !== undefined) return done;
    const choices = choicesOf(machine, state);
    if (isStuck(choices)) return { ...done, deadlock: true };
    if (steps.length >= options.maxSteps) {
      return { ...done, limit: { what: "visible steps", limit: options.maxSteps } };
    }
    if (state.stdout.length > options.maxStdout) {
      return { ...done, limit: { what: "bytes of output", limit: options.maxStdout } };
    }
    const choice = options.strategy.pick(choices, last);
    if (choice === undefined) return { ...done, next: choices };
    last = choice.thread;
    steps.push({ thread: pathOf(state, choice.thread), alternative: choice.alternative });
    const picked = { thread: choice.thread as ThreadId, alternative: choice.alternative };
    state = settle(
      machine,
      step(machine, state, picked, {
        sink: options.sink,
        consume: options.onState === undefined && options.sink === undefined,
      }),
      options.sink,
    );
    options.onState?.(state, steps.length, last);
  }
}
