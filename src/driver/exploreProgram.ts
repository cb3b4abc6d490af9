// Every schedule of a prepared program, as a verdict that people and scripts read.

import type { Forgetting } from "../machine/state/forgetting.ts";
import { coveredText, unrolledText } from "../explain/coveredText.ts";
import {
  createExploration,
  type Exploration,
  type ExplorationResult,
  type RawOutcome,
} from "../explore/exploration.ts";
import { findingsOf, livelockFinding, starvationFinding } from "../explore/findings.ts";
import { withOtherOrder } from "../explore/otherOrder.ts";
import { createSearch, type Search } from "../explore/search.ts";
import { machineModel } from "../explore/machineModel.ts";
import type { State } from "../machine/state/state.ts";
import type { ScheduleStep } from "../trace/schedule.ts";
import type { Outcome, Verdict } from "../trace/verdict.ts";
import type { TraceFinding } from "../trace/trace.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { Analysis } from "./contract.ts";
import { toTraceFinding } from "./findings.ts";
import { lineAt } from "./places.ts";
import { machineOf, prepare, type EntryChoice, type Ready } from "./program.ts";
import { scheduleOf, threadNames } from "./runProgram.ts";

export interface ExplorationOptions {
  readonly maxStates: number;
  /** Only what can happen behind these steps. */
  readonly after?: readonly ScheduleStep[];
  /** States of the unreduced graph that may be built for counts. */
  readonly maxCounted?: number;
  /** Memory of one search, by estimate. */
  readonly maxBytes?: number;
  /** Random schedules, where those must do. */
  readonly maxWalks?: number;
  /** States after which a search asks whether it grows for ever. */
  readonly patience?: number;
}

export interface ProgramExploration {
  readonly exploration: Exploration<State>;
  verdict(elapsedMs: number): Verdict;
}

const MAX_COUNTED = 1_000_000;
const MAX_WALKS = 10_000;
const PATIENCE = 3_000;
/** Several searches may be there at once, in an editor beside others. */
const MAX_BYTES = 600_000_000;

export function startExploration(prepared: Ready, options: ExplorationOptions): ProgramExploration {
  const weak = prepared.machine.weak !== undefined;
  const program = weak ? { ...prepared, machine: machineOf(prepared, true) } : prepared;
  const { threadIds, met } = program.machine;
  const forgotten: Forgetting[] = [];
  const remake = (forgetting: Forgetting) => {
    forgotten.push(forgetting);
    return machineOf(prepared, true, { forgetting, threadIds, met });
  };
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const first = createExploration(machineModel(program.machine, remake, options.after), {
    maxStates: options.maxStates,
    maxCounted: Math.min(options.maxCounted ?? MAX_COUNTED, options.maxStates),
    maxWalks: options.maxWalks ?? MAX_WALKS,
    maxBytes,
    patience: options.patience ?? PATIENCE,
  });
  const exploration = withOtherOrder(
    first,
    () => (met.has(HASH_ORDER) ? otherHashOrder(prepared, options) : undefined),
    HASH_ORDER,
  );
  const assumed = () =>
    [...(forgotten.at(-1)?.assumed ?? []), ...met].map((id) => ({ id, line: 0 }));
  return {
    exploration,
    verdict: (elapsedMs) => {
      const verdict = verdictOf(program, exploration, elapsedMs);
      return { ...verdict, assumptions: [...verdict.assumptions, ...assumed()] };
    },
  };
}

/** The order of a hash map is another one in every real run. */
const HASH_ORDER = "hash-order";

function otherHashOrder(prepared: Ready, options: ExplorationOptions): Search<State> {
  const { threadIds } = prepared.machine;
  const special = { hashOrder: 1, threadIds };
  const remake = (forgetting: Forgetting) => machineOf(prepared, true, { ...special, forgetting });
  const model = machineModel(machineOf(prepared, true, special), remake, options.after);
  return createSearch(model, {
    reduce: true,
    output: true,
    schedulingOnly: false,
    maxStates: options.maxStates,
    maxBytes: options.maxBytes ?? MAX_BYTES,
    patience: options.patience ?? PATIENCE,
  });
}

/** Explores to the end, however long it takes: for tests and tools without a clock. */
export function exploreAll(
  analysis: Analysis,
  options: ExplorationOptions & { readonly entry: string | undefined },
): Verdict {
  const choice: EntryChoice = { path: options.entry };
  const program = prepare(analysis, choice);
  if (program.kind !== "ready")
    return emptyVerdict(program.kind === "rejected" ? "error" : "unsupported");
  const running = startExploration(program, options);
  while (running.exploration.phase !== "done") running.exploration.advance(1_000_000);
  return running.verdict(0);
}

export function emptyVerdict(status: "error" | "unsupported"): Verdict {
  return {
    status,
    complete: false,
    completeExceptOutput: false,
    bound: undefined,
    covered: undefined,
    counts: "none",
    states: 0,
    executions: 0,
    schedules: undefined,
    schedulesError: undefined,
    elapsedMs: 0,
    assumptions: [],
    outcomes: [],
  };
}

function verdictOf(program: Ready, exploration: Exploration<State>, elapsedMs: number): Verdict {
  const result = exploration.result();
  const real = result.outcomes.filter(
    (one) => one.status !== "unsupported" && one.status !== "limit",
  );
  const outcomes = withObstruction(
    program,
    result,
    real.map((one) => outcomeOf(program, one)).sort(byLikelihood),
  );
  const outside = result.outcomes.some((one) => one.status === "unsupported");
  // What follows undefined behaviour is no claim about the program.
  const undefinedBehaviour = outcomes.some((one) =>
    one.findings.some(({ kind }) => UNDEFINED.has(kind)),
  );
  const loop =
    result.loop && unrolledText(lineAt(program.analysis, result.loop.position), result.loop.turns);
  return {
    status: outside && real.length === 0 ? "unsupported" : "explored",
    complete: result.complete && !undefinedBehaviour,
    completeExceptOutput: result.completeExceptOutput && !undefinedBehaviour,
    bound: undefinedBehaviour ? "undefined behaviour" : (loop ?? result.bound),
    covered: result.complete ? undefined : coveredText(result.covered),
    counts: result.counts,
    states: result.states,
    executions: result.executions,
    schedules: result.schedules?.toString(),
    schedulesError: result.schedulesError,
    elapsedMs,
    assumptions: assumptionsOf(program),
    outcomes,
  };
}

/** A livelock that luck can leave has no ending of its own: it is told with the likeliest one. */
function withObstruction(
  program: Ready,
  { obstruction }: ExplorationResult<State>,
  outcomes: readonly Outcome[],
): Outcome[] {
  if (obstruction === undefined) return [...outcomes];
  const { state, threads, kept } = obstruction;
  const found =
    kept.length === threads.length
      ? livelockFinding(state, threads)
      : starvationFinding(state, threads, kept);
  const finding = toTraceFinding(program, state, found);
  return outcomes.map((one, index) =>
    index === 0 ? { ...one, findings: [...one.findings, finding] } : one,
  );
}

const UNDEFINED: ReadonlySet<string> = new Set(["data_race", "undefined_behaviour"]);

function outcomeOf(program: Ready, raw: RawOutcome<State>): Outcome {
  const nameOf = threadNames(program.machine);
  const steps = raw.witness.choices.map(({ thread, alternative }) => ({
    thread: nameOf(thread),
    alternative,
  }));
  return {
    status: raw.status as Outcome["status"],
    exitCode: raw.exitCode,
    stdout: raw.stdout,
    ...(raw.status === "panic" ? { panic: panicsOf(raw.states) } : {}),
    findings: findings(program, raw),
    needs: raw.needs,
    schedules: raw.schedules?.toString(),
    probability: raw.probability,
    probabilityError: raw.probabilityError,
    preemptions: raw.witness.preemptions,
    switches: raw.witness.switches,
    schedule: scheduleOf(program, steps),
  };
}

/** What main can panic with: each message once, a line for each. */
function panicsOf(states: readonly State[]): string | undefined {
  const told = new Set(states.flatMap((state) => panicOf(state) ?? []));
  return told.size === 0 ? undefined : [...told].sort().join("\n");
}

/** The message of main's panic, as stderr has it: behind its place, up to what is not part of it. */
function panicOf({ stderr }: State): string | undefined {
  const told = /\nthread 'main' \(\d+\) panicked at [^\n]*:\n([^]*)$/.exec(stderr)?.[1];
  return told?.split(/\n(?:note: |thread ')/)[0]?.trimEnd();
}

/** Different endings with one output may have different findings: all of them count, each once. */
function findings(program: Ready, raw: RawOutcome<State>): TraceFinding[] {
  const found = new Map<string, TraceFinding>();
  for (const state of raw.states) {
    for (const finding of findingsOf(
      program.machine,
      state,
      raw.status === "deadlock",
      raw.livelock,
    )) {
      // The cycle is told with a trace's numbers, which an outcome does not have.
      const { cycle: _, ...converted } = toTraceFinding(program, state, finding);
      const key = `${converted.kind} ${converted.message}`;
      if (!found.has(key)) found.set(key, converted);
    }
  }
  return [...found.values()];
}

function byLikelihood(a: Outcome, b: Outcome): number {
  return (b.probability ?? 0) - (a.probability ?? 0) || (a.stdout < b.stdout ? -1 : 1);
}
