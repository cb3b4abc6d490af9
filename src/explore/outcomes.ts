// Outcomes from what the searches found: endings grouped, each with its shortest witness.

import type { Ending, Identity } from "./endings.ts";
import { identityKey } from "./endings.ts";
import { obstruction, traps } from "./livelock.ts";
import type { Model, ModelEnd, Need } from "./model.ts";
import type { Sample } from "./sample.ts";
import type { Search } from "./search.ts";
import { cheaper, NO_WITNESS, shortestWitnesses, type Reached, type Witness } from "./witness.ts";

/** An outcome as one search saw it. */
export interface FoundOutcome<S> extends Identity {
  readonly key: string;
  /** Ends nowhere: a cycle that nothing leaves, under every fair scheduler. */
  readonly livelock: boolean;
  /** States in which it ends, the one of the witness first where it was kept. */
  readonly states: readonly S[];
  readonly needs: readonly Need[];
  readonly witness: Witness;
  readonly end: ModelEnd | undefined;
}

export function outcomesOf<S>(model: Model<S>, search: Search<S>): FoundOutcome<S>[] {
  const groups = [...search.endings.groups.values()];
  const ends = new Set(groups.flatMap((group) => group.nodes));
  const trapped = search.done ? traps(search.graph, ends) : [];
  const reached = shortestWitnesses(search.graph, [
    ...groups.map((group) => group.nodes),
    ...trapped.map((node) => [node]),
  ]);
  return [
    ...groups.map((group, index) => outcomeOf(group, reached[index])),
    ...trapped.map((_, index) => trapOf(model, reached[groups.length + index])),
  ];
}

/** Threads that can keep each other from getting on, in a state in which they do. */
export interface FoundObstruction<S> {
  readonly state: S;
  readonly threads: readonly number[];
  /** Those of them that get nowhere. */
  readonly kept: readonly number[];
}

/** Only of a search that is through. */
export function obstructionOf<S>(
  model: Model<S>,
  search: Search<S>,
): FoundObstruction<S> | undefined {
  if (!search.done) return undefined;
  const groups = [...search.endings.groups.values()];
  const ends = new Set(groups.flatMap((group) => group.nodes));
  const states = groups.flatMap((group) => group.kept.map((one) => one.state));
  const canEnd = (thread: number): boolean =>
    states.some((state) => model.hasEnded?.(state, thread) ?? true);
  const found = obstruction(search.graph, traps(search.graph, ends), canEnd);
  const [reached] = found === undefined ? [] : shortestWitnesses(search.graph, [[found.node]]);
  if (found === undefined || reached === undefined) return undefined;
  return { state: replay(model, reached.witness), threads: found.threads, kept: found.kept };
}

export function sampledOutcomes<S>(sample: Sample<S>): FoundOutcome<S>[] {
  return [...sample.endings.groups.values()].map((group) => ({
    ...described(group),
    states: group.kept.map((one) => one.state),
    needs: [],
    witness: sample.witnesses.get(group.key) ?? NO_WITNESS,
  }));
}

/** Each outcome once: the cheapest way to it, and what all of them know of its states. */
export function merged<S>(lists: readonly (readonly FoundOutcome<S>[])[]): FoundOutcome<S>[] {
  const known = new Map<string, FoundOutcome<S>>();
  for (const one of lists.flat()) {
    const other = known.get(one.key);
    if (other === undefined || cheaper(one.witness, other.witness)) known.set(one.key, one);
  }
  return [...known.values()];
}

function described<S>(group: Ending<S>): Omit<FoundOutcome<S>, "states" | "needs" | "witness"> {
  const { key, status, exitCode, stdout, end } = group;
  return { key, status, exitCode, stdout, end, livelock: false };
}

function outcomeOf<S>(group: Ending<S>, reached: Reached | undefined): FoundOutcome<S> {
  const best = reached?.node;
  const kept = [...group.kept].sort((a, b) => Number(b.node === best) - Number(a.node === best));
  const witness = reached?.witness ?? NO_WITNESS;
  return {
    ...described(group),
    states: kept.map((one) => one.state),
    needs: witness.needs,
    witness,
  };
}

function trapOf<S>(model: Model<S>, reached: Reached | undefined): FoundOutcome<S> {
  const witness = reached?.witness ?? NO_WITNESS;
  const state = replay(model, witness);
  const identity = {
    status: "deadlock" as const,
    exitCode: undefined,
    stdout: model.stdout(state),
  };
  return {
    ...identity,
    key: identityKey(identity),
    livelock: true,
    states: [state],
    needs: witness.needs,
    witness,
    end: undefined,
  };
}

/** The state at the end of a witness: states inside a graph are not kept. */
function replay<S>(model: Model<S>, witness: Witness): S {
  let state = settle(model, model.initial());
  for (const step of witness.choices) {
    const choice = model
      .choices(state)
      .find((one) => one.thread === step.thread && one.alternative === step.alternative);
    if (choice === undefined) return state;
    state = settle(model, model.step(state, choice, REPLAY_FUEL));
  }
  return state;
}

function settle<S>(model: Model<S>, state: S): S {
  let next = state;
  while (!model.isFinished(next)) next = model.resume(next, REPLAY_FUEL);
  return next;
}

const REPLAY_FUEL = 1_000_000;
