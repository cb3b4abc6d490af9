// The machine as a model: its states, its choices with what each needs, and how its process ends.

import { standingThreads, type Standing } from "../machine/run/pending.ts";
import { initialState, runToVisible, settle, step } from "../machine/step.ts";
import { hashState } from "../machine/state/hash.ts";
import type { Machine } from "../machine/machine.ts";
import {
  forgetNumbers,
  forgetting,
  type Forgettable,
  type Forgetting,
} from "../machine/state/forgetting.ts";
import { locationOf } from "../machine/state/location.ts";
import { printedText } from "../machine/sync/stdout.ts";
import type { State } from "../machine/state/state.ts";
import type { ThreadId } from "../machine/state/value.ts";
import type { ScheduleStep } from "../trace/schedule.ts";
import { leakFindings } from "./leak.ts";
import { stancesOf } from "./stances.ts";
import { userSpanOf } from "./waiting.ts";
import { growingCells, isInLoop } from "./growing.ts";
import { pathOf } from "./threadPath.ts";
import type { Model, ModelChoice, ModelEnd, Stance } from "./model.ts";

/**
 * `remake` gives a machine of the same program and thread ids that forgets these cells; without it, none is forgotten. What is
 * explored begins behind the steps `after`.
 */
export function machineModel(
  first: Machine,
  remake?: (forgetting: Forgetting) => Machine,
  after: readonly ScheduleStep[] = [],
): Model<State> {
  return new MachineModel(first, remake, after);
}

class MachineModel implements Model<State> {
  private forgotten: readonly Forgettable[] = [];
  /** The last state that was asked for its choices. */
  private asked: { readonly state: State; readonly standing: readonly Standing[] } | undefined;
  /** Cells that turned out to matter. */
  private readonly kept = new Set<string>();

  constructor(
    private machine: Machine,
    private readonly remake: ((forgetting: Forgetting) => Machine) | undefined,
    private readonly after: readonly ScheduleStep[],
  ) {}

  initial(): State {
    let state = this.tidy(settle(this.machine, initialState(this.machine)));
    for (const { thread, alternative } of this.after) {
      const choice = this.choices(state).find(
        (one) => pathOf(state, one.thread) === thread && one.alternative === alternative,
      );
      if (choice === undefined) return state;
      const picked = { thread: choice.thread as ThreadId, alternative };
      state = this.tidy(settle(this.machine, step(this.machine, state, picked)));
    }
    return state;
  }

  choices(state: State): ModelChoice[] {
    this.asked = { state, standing: standingThreads(this.machine, state) };
    return choicesAmong(this.asked.standing);
  }

  stances(state: State, only?: number): readonly Stance[] | undefined {
    // With races and leaks to be found, what stands between the operations counts too.
    if (this.machine.memory !== undefined) return undefined;
    const { asked } = this;
    const standing = asked?.state === state ? asked.standing : standingThreads(this.machine, state);
    return stancesOf(state, standing, only);
  }

  step(state: State, { thread, alternative }: ModelChoice, fuel: number): State {
    return this.tidy(
      step(this.machine, state, { thread: thread as ThreadId, alternative }, { fuel }),
    );
  }

  isFinished(state: State): boolean {
    return state.running.length === 0;
  }

  resume(state: State, fuel: number): State {
    return this.tidy(runToVisible(this.machine, state, { fuel }));
  }

  end(state: State): ModelEnd | undefined {
    return endOf(state);
  }

  key(state: State, output: boolean): string {
    return hashState(this.machine, state, { stdout: output });
  }

  stdout(state: State): string {
    return printedText(this.machine, state);
  }

  hasEnded(state: State, thread: number): boolean {
    const found = state.threads[thread];
    return found?.status === "ended" || (thread === 0 && state.status?.kind === "exit");
  }

  /** A step copies what it writes to: some of the frames and the tables. */
  sizeOf(state: State): number {
    const tables = state.heaps.length + state.objects.length + state.threads.length;
    return STATE_BYTES + TABLE_BYTES * tables + CELL_BYTES * Math.min(state.cellCount, MOST_COPIED);
  }

  mark(state: State): string {
    return this.machine.memory?.unchecked === true ? harmOf(this.machine, state) : "";
  }

  place(state: State): string {
    return state.threads
      .map((thread) => (thread === undefined ? "" : locationOf(this.machine, state, thread.id)))
      .join();
  }

  coarsen(states: readonly State[]): boolean {
    if (this.remake === undefined) return false;
    const fresh = growingCells(states).filter((cell) => !this.kept.has(JSON.stringify(cell)));
    return fresh.length > 0 && this.forget([...this.forgotten, ...fresh]);
  }

  grows(states: readonly State[]): number | undefined {
    const cells = growingCells(states);
    const state = states[0];
    if (state === undefined || cells.length === 0) return undefined;
    const frames = cells.flatMap((cell) => (cell.kind === "frame" ? [cell.instance] : []));
    const turning = state.threads.filter((thread) => thread !== undefined && isInLoop(thread));
    const own = turning.find((thread) =>
      thread?.frames.some((frame) => frames.includes(frame.code.instance?.key ?? "")),
    );
    const thread = own ?? turning[0];
    return thread === undefined ? undefined : userSpanOf(thread).start;
  }

  refine({ status }: State): boolean {
    if (status?.kind !== "observed") return false;
    const { cell } = status;
    const wrong = cell === undefined ? this.forgotten : [this.forgotten[cell] as Forgettable];
    for (const one of wrong) this.kept.add(JSON.stringify(one));
    return this.forget(this.forgotten.filter((one) => !wrong.includes(one)));
  }

  private forget(cells: readonly Forgettable[]): boolean {
    this.forgotten = cells;
    if (this.remake !== undefined) this.machine = this.remake(forgetting(cells));
    return true;
  }

  /** A finished state without the numbers that are forgotten. */
  private tidy(state: State): State {
    const { forgetting: cells } = this.machine;
    if (cells !== undefined && state.running.length === 0) forgetNumbers(state, cells);
    return state;
  }
}

const STATE_BYTES = 600;
const TABLE_BYTES = 8;
const CELL_BYTES = 8;
/** Cells that one step is likely to copy. */
const MOST_COPIED = 1000;

/** Without the compiler's checks what breaks is what people look for: a leak is not the same ending as none. */
function harmOf(machine: Machine, state: State): string {
  if (state.status?.kind === "undefinedBehaviour") return state.status.message;
  return leakFindings(machine, state).length > 0 ? "leak" : "";
}

export function choicesOf(machine: Machine, state: State): ModelChoice[] {
  return choicesAmong(standingThreads(machine, state));
}

function choicesAmong(standing: readonly Standing[]): ModelChoice[] {
  const choices: ModelChoice[] = [];
  for (const { thread, op, reason, ways } of standing) {
    const mover = ways.length > 1 ? undefined : op?.mover;
    ways.forEach(({ needs, deadline }, alternative) => {
      if (reason !== undefined && needs === undefined) return;
      const observes = op?.observes ?? NOTHING;
      choices.push({ thread, alternative, needs, deadline, mover, observes });
    });
  }
  return choices;
}

const NOTHING: readonly string[] = [];

export function endOf(state: State): ModelEnd | undefined {
  const { status } = state;
  if (status === undefined) return undefined;
  switch (status.kind) {
    case "exit":
      return { kind: "exit", code: status.code, reason: "", position: 0 };
    case "abort":
      return { kind: "exit", code: undefined, reason: status.message, position: 0 };
    case "undefinedBehaviour":
      return { kind: "exit", code: undefined, reason: status.message, position: status.span.start };
    case "observed":
      return { kind: "limit", code: undefined, reason: "", position: status.span.start };
    case "unsupported":
      return {
        kind: "unsupported",
        code: undefined,
        reason: `${status.what}: ${status.reason}`,
        position: status.span.start,
      };
    case "limit":
      return {
        kind: "limit",
        code: undefined,
        reason: `${status.limit} ${status.what}`,
        position: status.span.start,
        limit: { what: status.what, limit: status.limit },
      };
  }
}
