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
  /** Preemptions, switches and steps of the shortest schedule. */
  readonly shortest: Length;
}

type Length = readonly [preemptions: number, switches: number, steps: number];

/** A schedule so far: how long it is, and who ran last. */
interface Way {
  readonly length: Length;
  readonly last: number;
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
  const visit = (state: S, probability: number, depth: number, way: Way): boolean => {
    if (left <= 0 || depth > MAX_DEPTH) return false;
    const end = model.end(state);
    const all = end === undefined ? model.choices(state) : [];
    if (isStuck(all)) {
      left--;
      add(
        outcomes,
        JSON.stringify([end?.kind ?? "deadlock", end?.code ?? null, model.stdout(state)]),
        probability,
        way.length,
      );
      return true;
    }
    return shares(schedulingChoices(all)).every(({ choice, share }) =>
      visit(run(model, state, choice), probability * share, depth + 1, longer(way, all, choice)),
    );
  };
  if (!visit(settle(model, model.initial()), 1, 0, { length: [0, 0, 0], last: -1 }))
    return undefined;
  let schedules = 0n;
  for (const outcome of outcomes.values()) schedules += outcome.schedules;
  return { outcomes, schedules };
}

function longer(way: Way, all: readonly ModelChoice[], { thread }: ModelChoice): Way {
  const [preemptions, switches, steps] = way.length;
  const switched = way.last >= 0 && way.last !== thread;
  const preempted =
    switched && all.some((one) => one.thread === way.last && one.needs === undefined);
  return {
    length: [preemptions + Number(preempted), switches + Number(switched), steps + 1],
    last: thread,
  };
}

function isShorter(a: Length, b: Length): boolean {
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) < 0;
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

function add(
  outcomes: Map<string, NaiveOutcome>,
  key: string,
  probability: number,
  length: Length,
): void {
  const known = outcomes.get(key) ?? { schedules: 0n, probability: 0, shortest: length };
  outcomes.set(key, {
    schedules: known.schedules + 1n,
    probability: known.probability + probability,
    shortest: isShorter(length, known.shortest) ? length : known.shortest,
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
