// Every schedule of a program, in passes: the verdict on a reduced graph, then counts on the unreduced one.
//
// First states are told apart by what they have printed. Where that grows past the bound, a second search leaves the output out
// (`completeExceptOutput`). Resumable: `advance` works for a while and returns; the caller owns clock and cancellation.

import { stronglyConnected } from "./components.ts";
import { countSchedules } from "./counts.ts";
import type { Model, ModelEnd, Need } from "./model.ts";
import { createSearch, type EndNode, type Search } from "./search.ts";
import { shortestWitnesses, type Witness } from "./witness.ts";

export interface ExploreOptions {
  readonly maxStates: number;
  /** States of the unreduced graph that may be built for counting. */
  readonly maxCounted: number;
}

export type OutcomeStatus = "ok" | "panic" | "exit" | "deadlock" | "unsupported" | "limit";

export interface RawOutcome<S> {
  readonly status: OutcomeStatus;
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** Ends nowhere: a cycle that nothing leaves, under every fair scheduler. */
  readonly livelock: boolean;
  /** States in which it ends, the one of the witness first. */
  readonly states: readonly S[];
  readonly needs: readonly Need[];
  readonly witness: Witness;
  readonly schedules: bigint | undefined;
  readonly probability: number | undefined;
  readonly end: ModelEnd | undefined;
}

export interface ExplorationResult<S> {
  readonly outcomes: readonly RawOutcome<S>[];
  readonly complete: boolean;
  readonly completeExceptOutput: boolean;
  readonly bound: string | undefined;
  readonly counts: "exact" | "infinite" | "none";
  readonly states: number;
  readonly executions: number;
}

export interface Exploration<S> {
  readonly phase: "verdict" | "endings" | "counts" | "done";
  readonly states: number;
  readonly endings: number;
  /** The counts are known. */
  readonly counted: boolean;
  /** Works for about `fuel` operations of the model. */
  advance(fuel: number): void;
  /** Gives up what is left; the result says what was covered. */
  stop(reason: string): void;
  result(): ExplorationResult<S>;
}

export function createExploration<S>(model: Model<S>, options: ExploreOptions): Exploration<S> {
  return new Passes(model, options);
}

class Passes<S> implements Exploration<S> {
  phase: "verdict" | "endings" | "counts" | "done" = "verdict";
  private readonly verdict: Search<S>;
  private endingsSearch: Search<S> | undefined;
  private counting: Search<S> | undefined;
  private stopped: string | undefined;

  constructor(
    private readonly model: Model<S>,
    private readonly options: ExploreOptions,
  ) {
    const { maxStates } = options;
    this.verdict = createSearch(model, {
      reduce: true,
      output: true,
      schedulingOnly: false,
      maxStates,
    });
  }

  get states(): number {
    return (this.endingsSearch ?? this.verdict).graph.nodeCount;
  }

  get endings(): number {
    return (this.endingsSearch ?? this.verdict).ends.length;
  }

  get counted(): boolean {
    return this.counting?.done === true;
  }

  advance(fuel: number): void {
    const search = this.current();
    if (search === undefined) return;
    search.advance(fuel);
    if (search.done || search.bound !== undefined) this.next();
  }

  stop(reason: string): void {
    if (this.phase === "verdict" || this.phase === "endings") this.stopped = reason;
    this.phase = "done";
  }

  private current(): Search<S> | undefined {
    if (this.phase === "verdict") return this.verdict;
    if (this.phase === "endings") return this.endingsSearch;
    return this.phase === "counts" ? this.counting : undefined;
  }

  private next(): void {
    const { maxStates, maxCounted } = this.options;
    if (this.phase === "verdict" && this.verdict.bound !== undefined) {
      this.phase = "endings";
      this.endingsSearch = createSearch(this.model, {
        reduce: true,
        output: false,
        schedulingOnly: false,
        maxStates,
      });
      return;
    }
    if (this.phase === "verdict") {
      this.phase = "counts";
      this.counting = createSearch(this.model, {
        reduce: false,
        output: true,
        schedulingOnly: true,
        maxStates: maxCounted,
      });
      return;
    }
    this.phase = "done";
  }

  result(): ExplorationResult<S> {
    const { verdict, endingsSearch } = this;
    const outcomes = this.collect(verdict);
    const known = new Set(outcomes.map(outcomeKey));
    // Endings that only the search without output reached: their output is one of several.
    const extra = endingsSearch === undefined ? [] : this.collect(endingsSearch);
    const statuses = new Set(outcomes.map((one) => `${one.status} ${one.exitCode}`));
    for (const one of extra) {
      if (statuses.has(`${one.status} ${one.exitCode}`) || known.has(outcomeKey(one))) continue;
      outcomes.push(one);
    }
    const outside = outcomes.some((one) => one.status === "unsupported" || one.status === "limit");
    const complete = verdict.done && !outside;
    const exceptOutput = complete || (endingsSearch?.done === true && !outside);
    return {
      outcomes,
      complete,
      completeExceptOutput: exceptOutput,
      bound: complete ? undefined : this.boundText(outcomes, exceptOutput),
      counts: this.countKind(),
      states: verdict.graph.nodeCount,
      executions: verdict.ends.length,
    };
  }

  private boundText(outcomes: readonly RawOutcome<S>[], exceptOutput: boolean): string {
    const outside = outcomes.find((one) => one.status === "unsupported" || one.status === "limit");
    if (outside !== undefined) return outside.end?.reason ?? outside.status;
    if (exceptOutput) return "output orders";
    return this.stopped ?? this.verdict.bound ?? "states";
  }

  private countKind(): "exact" | "infinite" | "none" {
    if (this.counting?.done !== true) return "none";
    return stronglyConnected(this.counting.graph).cyclic.includes(1) ? "infinite" : "exact";
  }

  private collect(search: Search<S>): RawOutcome<S>[] {
    const groups = new Map<string, EndNode<S>[]>();
    for (const end of search.ends) {
      const key = JSON.stringify(this.identity(end));
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [end]);
      else group.push(end);
    }
    const traps = search.done ? this.livelocks(search) : [];
    const witnesses = shortestOf(search, [...groups.values(), ...traps.map((trap) => [trap])]);
    const counted = this.countsByKey();
    const outcomes: RawOutcome<S>[] = [];
    for (const [key, group] of groups) {
      outcomes.push(
        this.outcome(group, witnesses, counted?.get(key), counted !== undefined, false),
      );
    }
    for (const trap of traps)
      outcomes.push(this.outcome([trap], witnesses, undefined, false, true));
    return outcomes.filter(
      (one, index) =>
        outcomes.findIndex((other) => outcomeKey(other) === outcomeKey(one)) === index,
    );
  }

  private outcome(
    group: readonly EndNode<S>[],
    witnesses: ReadonlyMap<number, Witness>,
    counted: { schedules: bigint | undefined; probability: number } | undefined,
    hasCounts: boolean,
    livelock: boolean,
  ): RawOutcome<S> {
    const best = group.reduce((a, b) =>
      cheaper(witnesses.get(b.node), witnesses.get(a.node)) ? b : a,
    );
    const witness = witnesses.get(best.node) ?? {
      preemptions: 0,
      switches: 0,
      needs: [],
      choices: [],
    };
    const states = [best.state, ...group.filter((one) => one !== best).map((one) => one.state)];
    return {
      ...this.identity(best),
      livelock,
      states: states.slice(0, MAX_STATES_KEPT),
      needs: witness.needs,
      witness,
      schedules: hasCounts ? (counted === undefined ? 0n : counted.schedules) : undefined,
      probability: hasCounts ? (counted?.probability ?? 0) : undefined,
      end: best.end,
    };
  }

  private identity(end: EndNode<S>): {
    status: OutcomeStatus;
    exitCode: number | undefined;
    stdout: string;
  } {
    const stdout = this.model.stdout(end.state);
    if (end.end === undefined) return { status: "deadlock", exitCode: undefined, stdout };
    if (end.end.kind !== "exit") return { status: end.end.kind, exitCode: undefined, stdout };
    const { code } = end.end;
    return { status: code === 0 ? "ok" : code === 101 ? "panic" : "exit", exitCode: code, stdout };
  }

  /** Components that no edge leaves and that hold no ending: whoever gets in stays, whatever the scheduler does. */
  private livelocks(search: Search<S>): EndNode<S>[] {
    const { graph } = search;
    const components = stronglyConnected(graph);
    const leaves = new Uint8Array(components.count);
    const ends = new Set(search.ends.map((end) => end.node));
    for (let node = 0; node < graph.nodeCount; node++) {
      const own = components.of[node] as number;
      if (ends.has(node)) leaves[own] = 1;
      const first = graph.firstEdge.at(node);
      for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
        if (components.of[graph.target.at(edge)] !== own) leaves[own] = 1;
      }
    }
    const traps = new Map<number, number>();
    for (let node = graph.nodeCount - 1; node >= 0; node--) {
      const own = components.of[node] as number;
      if (components.cyclic[own] === 1 && leaves[own] === 0) traps.set(own, node);
    }
    const wanted = shortestWitnesses(graph, new Set(traps.values()));
    return [...wanted].map(([node, witness]) => ({
      node,
      state: this.replay(witness),
      end: undefined,
    }));
  }

  /** The state at the end of a witness: states inside the graph are not kept. */
  private replay(witness: Witness): S {
    let state = this.settle(this.model.initial());
    for (const step of witness.choices) {
      const choice = this.model
        .choices(state)
        .find((one) => one.thread === step.thread && one.alternative === step.alternative);
      if (choice === undefined) return state;
      state = this.settle(this.model.step(state, choice, REPLAY_FUEL));
    }
    return state;
  }

  private settle(state: S): S {
    let next = state;
    while (!this.model.isFinished(next)) next = this.model.resume(next, REPLAY_FUEL);
    return next;
  }

  private countsByKey():
    | Map<string, { schedules: bigint | undefined; probability: number }>
    | undefined {
    const search = this.counting;
    if (search?.done !== true) return undefined;
    const keys = new Map<string, number>();
    const classOf = new Int32Array(search.graph.nodeCount).fill(-1);
    for (const end of search.ends) {
      const key = JSON.stringify(this.identity(end));
      const index = keys.get(key) ?? keys.size;
      keys.set(key, index);
      classOf[end.node] = index;
    }
    const counts = countSchedules(
      search.graph,
      stronglyConnected(search.graph),
      classOf,
      keys.size,
    );
    return new Map(
      [...keys].map(([key, index]) => [
        key,
        { schedules: counts.schedules[index], probability: counts.probability[index] ?? 0 },
      ]),
    );
  }
}

const MAX_STATES_KEPT = 50;
const REPLAY_FUEL = 1_000_000;

function shortestOf<S>(
  search: Search<S>,
  groups: readonly (readonly EndNode<S>[])[],
): Map<number, Witness> {
  const wanted = new Set(groups.flatMap((group) => group.map((end) => end.node)));
  return shortestWitnesses(search.graph, wanted);
}

function cheaper(a: Witness | undefined, b: Witness | undefined): boolean {
  if (a === undefined) return false;
  if (b === undefined) return true;
  const order = [
    a.needs.length - b.needs.length,
    a.preemptions - b.preemptions,
    a.switches - b.switches,
    a.choices.length - b.choices.length,
  ];
  return (order.find((difference) => difference !== 0) ?? 0) < 0;
}

function outcomeKey(outcome: {
  status: string;
  exitCode: number | undefined;
  stdout: string;
}): string {
  return JSON.stringify([outcome.status, outcome.exitCode ?? null, outcome.stdout]);
}
