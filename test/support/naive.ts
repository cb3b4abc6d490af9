// Every schedule of a model, one by one, without merging states or leaving anything out: slow, and plainly right.

import {
  isStuck,
  schedulingChoices,
  type Model,
  type ModelChoice,
} from "../../src/explore/model.ts";

export interface NaiveOutcome {
  readonly schedules: bigint;
  readonly probability: number;
}

export interface NaiveResult {
  /** By ending and output. */
  readonly outcomes: ReadonlyMap<string, NaiveOutcome>;
  readonly schedules: bigint;
}

/** Only choices of scheduling; undefined when there are more than `limit` schedules, or one that does not end soon. */
export function everySchedule<S>(model: Model<S>, limit: number): NaiveResult | undefined {
  const outcomes = new Map<string, NaiveOutcome>();
  let left = limit;
  const visit = (state: S, probability: number, depth: number): boolean => {
    if (left <= 0 || depth > MAX_DEPTH) return false;
    const end = model.end(state);
    const all = end === undefined ? model.choices(state) : [];
    if (isStuck(all)) {
      left--;
      add(
        outcomes,
        JSON.stringify([end?.kind ?? "deadlock", end?.code ?? null, model.stdout(state)]),
        probability,
      );
      return true;
    }
    return shares(schedulingChoices(all)).every(({ choice, share }) =>
      visit(run(model, state, choice), probability * share, depth + 1),
    );
  };
  if (!visit(settle(model, model.initial()), 1, 0)) return undefined;
  let schedules = 0n;
  for (const outcome of outcomes.values()) schedules += outcome.schedules;
  return { outcomes, schedules };
}

/** Each thread is equally likely, and within a thread each of its ways. */
function shares(
  choices: readonly ModelChoice[],
): { readonly choice: ModelChoice; readonly share: number }[] {
  const threads = new Set(choices.map((choice) => choice.thread)).size;
  return choices.map((choice) => {
    const ways = choices.filter((other) => other.thread === choice.thread).length;
    return { choice, share: 1 / threads / ways };
  });
}

function add(outcomes: Map<string, NaiveOutcome>, key: string, probability: number): void {
  const known = outcomes.get(key) ?? { schedules: 0n, probability: 0 };
  outcomes.set(key, {
    schedules: known.schedules + 1n,
    probability: known.probability + probability,
  });
}

function run<S>(model: Model<S>, state: S, choice: ModelChoice): S {
  return settle(model, model.step(state, choice, FUEL));
}

function settle<S>(model: Model<S>, state: S): S {
  let next = state;
  while (!model.isFinished(next)) next = model.resume(next, FUEL);
  return next;
}

const FUEL = 1_000_000;
const MAX_DEPTH = 300;
