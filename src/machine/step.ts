// The machine from outside: initial states and steps.
//
// A step performs one visible operation and then runs on, invisibly, to just before the next; threads it spawns run to
// their first visible operation within the same step. States are values: `step` works on a fork. Invisible running may be
// cut up by fuel: the state then names in `running` who is not there yet, and `runToVisible` goes on with it in place.

import { userSpan } from "./run/calls.ts";
import type { Exec } from "./code.ts";
import type { EventSink } from "./run/events.ts";
import { createExec, run } from "./run/exec.ts";
import type { Stop } from "./run/exec.ts";
import { spanOfEntry } from "./machine.ts";
import type { Machine } from "./machine.ts";
import type { Choice } from "./run/pending.ts";
import { startMain } from "./run/spawn.ts";
import { newState } from "./state/start.ts";
import { Trap } from "./run/trap.ts";
import { forkState } from "./state/state.ts";
import type { State } from "./state/state.ts";
import type { ThreadId } from "./state/value.ts";

export interface StepOptions {
  readonly sink?: EventSink | undefined;
  /** Operations before the step is handed back unfinished. Default: the machine's limit. */
  readonly fuel?: number;
  /** The state before is given up: it may be changed in place. */
  readonly consume?: boolean;
}

/** Main at its first operation, not yet run. */
export function initialState(machine: Machine): State {
  const state = newState(machine);
  try {
    startMain(machine, state);
  } catch (error) {
    if (!(error instanceof Trap)) throw error;
    state.running = [];
    state.status = {
      kind: "unsupported",
      what: error.message,
      reason: error.reason,
      thread: 0 as ThreadId,
      span: spanOfEntry(machine),
    };
  }
  return state;
}

export function step(
  machine: Machine,
  state: State,
  choice: Choice,
  options: StepOptions = {},
): State {
  const next = options.consume ? state : forkState(state, machine.stamp());
  next.step = state.step + 1;
  next.running = [choice.thread];
  return advance(machine, next, options, choice.alternative);
}

/** Goes on with an unfinished state, in place. */
export function runToVisible(machine: Machine, state: State, options: StepOptions = {}): State {
  return advance(machine, state, options, undefined);
}

/** Goes on until the state is finished. */
export function settle(machine: Machine, state: State, sink?: EventSink): State {
  let next = state;
  while (next.running.length > 0 && next.status === undefined)
    next = runToVisible(machine, next, { sink });
  return next;
}

function advance(
  machine: Machine,
  state: State,
  options: StepOptions,
  alternative: number | undefined,
): State {
  let chosen = alternative;
  // At least one: the first operation is the chosen one, and a choice must not get lost.
  let fuel = Math.max(1, options.fuel ?? machine.limits.steps);
  while (state.running.length > 0 && state.status === undefined && fuel > 0) {
    const id = state.running[0] as ThreadId;
    const x = createExec(machine, state, id, options.sink);
    x.alternative = chosen;
    chosen = undefined;
    const used = runThread(x, fuel);
    fuel -= used.fuel;
    if (used.stop !== "fuel") state.running = state.running.filter((each) => each !== id);
  }
  if (state.status !== undefined) state.running = [];
  return state;
}

interface Used {
  readonly stop: Stop;
  readonly fuel: number;
}

function runThread(x: Exec, fuel: number): Used {
  const { limits } = x.machine;
  const before = x.thread.idle;
  const stop = run(x, Math.min(fuel, limits.steps - before));
  const used = x.spent;
  x.thread.idle = stop === "fuel" ? before + used : 0;
  if (stop === "ended") endThread(x);
  if (stop === "fuel" && x.thread.idle >= limits.steps) {
    x.state.status = {
      kind: "limit",
      what: "steps without a visible operation",
      limit: limits.steps,
      thread: x.thread.id,
      span: userSpan(x),
    };
  }
  return { stop, fuel: used };
}

/** The root function has returned, or a panic left it. Without std's own start and end, main's end is the process's. */
function endThread(x: Exec): void {
  const { thread, state } = x;
  thread.status = "ended";
  thread.result = x.returned;
  if (thread.path.length === 0) state.status = { kind: "exit", code: thread.panicked ? 101 : 0 };
}
