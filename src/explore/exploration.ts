// Every schedule of a program, in passes.
//
// The verdict comes from a reduced search that tells states apart by what they have printed. Where that is cut short by its
// share of the time or by the number of states: a search without the output (`completeExceptOutput`); where that is cut short
// too, every schedule with no preemption, then one, two and so on; then random ones. Behind a verdict come the counts: the
// unreduced graph as a whole, or, where that is too large, an estimate from random schedules.
//
// Resumable: `advance` works for a while and returns. The caller owns the clock: `advance` works on the present pass until it
// is through, `moveOn` gives that pass up for the next, `stop` gives up all.

import { stronglyConnected, type Components } from "./components.ts";
import { countSchedules, type Counts } from "./counts.ts";
import type { Unrolled } from "./growth.ts";
import type { Model } from "./model.ts";
import {
  merged,
  outcomesOf,
  obstructionOf,
  sampledOutcomes,
  type FoundObstruction,
  type FoundOutcome,
} from "./outcomes.ts";
import { Sample, type Estimate } from "./sample.ts";
import { createSearch, type Search, type SearchOptions } from "./search.ts";

export interface ExploreOptions {
  readonly maxStates: number;
  /** For one search, by estimate. Default: no bound. */
  readonly maxBytes?: number;
  /** States of the unreduced graph that may be built for counting. */
  readonly maxCounted: number;
  /** Random schedules, where those must do. */
  readonly maxWalks: number;
  /** States after which a search asks whether it grows for ever. Default: never. */
  readonly patience?: number;
}

export interface RawOutcome<S> extends FoundOutcome<S> {
  /** Only where it is exact. */
  readonly schedules: bigint | undefined;
  readonly probability: number | undefined;
  /** One standard deviation; undefined where the probability is exact. */
  readonly probabilityError: number | undefined;
}

/** What was done besides a complete search. */
export interface Covered {
  readonly states: number;
  readonly endings: number;
  /** Every schedule with so many preemptions; -1 for none. */
  readonly preemptions: number;
  /** So many random schedules. */
  readonly random: number;
}

export interface ExplorationResult<S> {
  readonly outcomes: readonly RawOutcome<S>[];
  readonly complete: boolean;
  readonly completeExceptOutput: boolean;
  readonly bound: string | undefined;
  /** Why the bound was reached, where it is a loop. */
  readonly loop: Unrolled | undefined;
  /** A livelock that luck can leave. */
  readonly obstruction: FoundObstruction<S> | undefined;
  readonly covered: Covered;
  readonly counts: "exact" | "estimated" | "infinite" | "none";
  /** Of all outcomes together. */
  readonly schedules: bigint | undefined;
  /** Relative, one standard deviation; undefined where the number is exact. */
  readonly schedulesError: number | undefined;
  readonly states: number;
  readonly executions: number;
}

export type Phase =
  | "verdict"
  | "endings"
  | "preemptions"
  | "random"
  | "counts"
  | "estimate"
  | "done";

export interface Exploration<S> {
  readonly phase: Phase;
  /** The verdict is still open. */
  readonly deciding: boolean;
  readonly states: number;
  readonly endings: number;
  /** How much of the present pass seems to be done, 0 to 1. */
  readonly progress: number;
  /** The counts are known. */
  readonly counted: boolean;
  /** Works for about `fuel` operations of the model. */
  advance(fuel: number): void;
  /** Gives up the present pass for the next. */
  moveOn(reason: string): void;
  /** Gives up what is left; the result says what was covered. */
  stop(reason: string): void;
  result(): ExplorationResult<S>;
}

export function createExploration<S>(model: Model<S>, options: ExploreOptions): Exploration<S> {
  return new Passes(model, options);
}

/** States of the next layer are kept whole: memory would run out before the time. */
const MAX_LAYERED = 100_000;

/** States in which the shortest ways are looked for once more. */
const MAX_SHORTEST = 50_000;

interface Counted {
  readonly components: Components;
  readonly counts: Counts;
  readonly classes: ReadonlyMap<string, number>;
}

class Passes<S> implements Exploration<S> {
  phase: Phase = "verdict";
  private readonly verdict: Search<S>;
  private withoutOutput: Search<S> | undefined;
  private layers: Search<S> | undefined;
  private counting: Search<S> | undefined;
  private sample: Sample<S> | undefined;
  private cut: string | undefined;
  private known: Counted | undefined;
  private cyclic: boolean | undefined;

  constructor(
    private readonly model: Model<S>,
    private readonly options: ExploreOptions,
  ) {
    this.verdict = this.search({ reduce: true, output: true });
  }

  get deciding(): boolean {
    return this.phase !== "counts" && this.phase !== "estimate" && this.phase !== "done";
  }

  get states(): number {
    return (this.layers ?? this.withoutOutput ?? this.verdict).graph.nodeCount;
  }

  get endings(): number {
    return (this.layers ?? this.withoutOutput ?? this.verdict).endings.count;
  }

  get progress(): number {
    const search = this.current();
    if (search === undefined) return 1;
    return search instanceof Sample
      ? search.walks / this.options.maxWalks
      : Math.min(1, search.progress);
  }

  get counted(): boolean {
    return this.counting?.done === true || (this.sample !== undefined && this.sample.walks > 0);
  }

  advance(fuel: number): void {
    const current = this.current();
    if (current === undefined) return;
    current.advance(fuel);
    if (current.done) this.next();
    else if (!(current instanceof Sample) && current.bound !== undefined)
      this.moveOn(current.bound);
  }

  moveOn(reason: string): void {
    if (this.deciding) this.cut ??= reason;
    this.next();
  }

  stop(reason: string): void {
    if (this.deciding) this.cut ??= reason;
    this.phase = "done";
  }

  private search(
    options: Pick<SearchOptions, "reduce" | "output"> & Partial<SearchOptions>,
  ): Search<S> {
    const { maxStates, maxBytes, patience } = this.options;
    return createSearch(this.model, {
      schedulingOnly: false,
      maxStates,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      ...(patience === undefined ? {} : { patience }),
      ...options,
    });
  }

  private current(): Search<S> | Sample<S> | undefined {
    switch (this.phase) {
      case "verdict":
        return this.verdict;
      case "endings":
        return this.withoutOutput;
      case "preemptions":
        return this.layers;
      case "counts":
        return this.counting;
      case "random":
      case "estimate":
        return this.sample;
      case "done":
        return undefined;
    }
  }

  private next(): void {
    const over = this.current();
    if (over !== undefined && !(over instanceof Sample)) over.close();
    this.phase = this.following();
    switch (this.phase) {
      case "endings":
        this.withoutOutput = this.search({ reduce: true, output: false });
        return;
      case "preemptions":
        this.layers = this.search({
          reduce: true,
          output: true,
          schedulingOnly: true,
          layered: true,
          maxStates: Math.min(this.options.maxStates, MAX_LAYERED),
        });
        return;
      case "counts":
        this.counting = this.search({
          reduce: false,
          output: true,
          schedulingOnly: true,
          maxStates: this.options.maxCounted,
        });
        return;
      case "random":
      case "estimate":
        this.sample = new Sample(this.model, this.options.maxWalks);
        return;
      default:
    }
  }

  private following(): Phase {
    switch (this.phase) {
      case "verdict":
        return this.verdict.done ? "counts" : "endings";
      case "endings":
        return this.withoutOutput?.done === true ? "random" : "preemptions";
      case "preemptions":
        return "random";
      case "counts":
        return this.counting?.done === true ? "done" : "estimate";
      default:
        return "done";
    }
  }

  result(): ExplorationResult<S> {
    const { verdict, withoutOutput, layers, sample } = this;
    const found = this.found();
    const outside = found.find((one) => one.status === "unsupported" || one.status === "limit");
    const complete = verdict.done && outside === undefined;
    const exceptOutput = complete || (withoutOutput?.done === true && outside === undefined);
    const bound = outside?.end?.reason ?? (exceptOutput ? "output orders" : (this.cut ?? "states"));
    const kind = this.countKind();
    // Walks take nothing but scheduling.
    const walkable = found.filter((one) => one.needs.length === 0).length;
    return {
      outcomes: found.map((one) => ({ ...one, ...this.countsOf(one, kind, walkable) })),
      complete,
      completeExceptOutput: exceptOutput,
      bound: complete ? undefined : bound,
      loop: complete || exceptOutput || outside !== undefined ? undefined : verdict.loop,
      obstruction: obstructionOf(this.model, verdict),
      covered: {
        states: verdict.graph.nodeCount + (layers?.graph.nodeCount ?? 0),
        endings: verdict.endings.count + (layers?.endings.count ?? 0),
        preemptions: layers?.preemptions ?? -1,
        random: this.phase === "estimate" ? 0 : (sample?.walks ?? 0),
      },
      counts: kind,
      ...this.total(kind),
      states: verdict.graph.nodeCount,
      executions: verdict.endings.count,
    };
  }

  private found(): FoundOutcome<S>[] {
    const { verdict, withoutOutput, layers, sample } = this;
    const lists = [outcomesOf(this.model, verdict)];
    if (layers !== undefined) lists.push(outcomesOf(this.model, layers));
    lists.push(this.shortest());
    if (!verdict.done && sample !== undefined) lists.push(sampledOutcomes(sample));
    const outcomes = merged(lists);
    if (withoutOutput === undefined) return outcomes;
    // Endings that only the search without output reached: their output is one of several.
    const statuses = new Set(outcomes.map((one) => `${one.status} ${one.exitCode}`));
    const extra = outcomesOf(this.model, withoutOutput);
    return merged([
      outcomes,
      extra.filter((one) => !statuses.has(`${one.status} ${one.exitCode}`)),
    ]);
  }

  /** The reduced graph leaves ways out: the shortest are in the whole one. What circles there may be left by more than scheduling. */
  private shortest(): FoundOutcome<S>[] {
    const { counting } = this;
    if (counting?.done !== true || counting.graph.nodeCount > MAX_SHORTEST) return [];
    return outcomesOf(this.model, counting).filter((one) => !one.livelock);
  }

  private countKind(): ExplorationResult<S>["counts"] {
    const counted = this.exactCounts();
    if (counted !== undefined) return counted.counts.finite ? "exact" : "infinite";
    return this.sample !== undefined && this.sample.walks > 0 ? "estimated" : "none";
  }

  private countsOf(
    { key, needs }: FoundOutcome<S>,
    kind: ExplorationResult<S>["counts"],
    walkable: number,
  ): Pick<RawOutcome<S>, "schedules" | "probability" | "probabilityError"> {
    const counted = this.exactCounts();
    if (counted !== undefined) {
      const index = counted.classes.get(key);
      const schedules = index === undefined ? 0n : counted.counts.schedules[index];
      const probability = index === undefined ? 0 : (counted.counts.probability[index] ?? 0);
      return {
        schedules: kind === "exact" ? schedules : undefined,
        probability,
        probabilityError: undefined,
      };
    }
    const estimate = kind === "estimated" ? this.sample?.estimate(key, walkable) : undefined;
    if (needs.length > 0 && estimate !== undefined)
      return { schedules: undefined, probability: 0, probabilityError: undefined };
    return {
      schedules: undefined,
      probability: estimate?.probability,
      probabilityError: estimate?.probabilityError,
    };
  }

  private total(
    kind: ExplorationResult<S>["counts"],
  ): Pick<ExplorationResult<S>, "schedules" | "schedulesError"> {
    if (kind === "exact") {
      const each = this.exactCounts()?.counts.schedules ?? [];
      return { schedules: each.reduce((sum, one) => sum + one, 0n), schedulesError: undefined };
    }
    const estimate = kind === "estimated" ? this.sample?.estimate() : undefined;
    const schedules =
      this.hasCycle() || this.verdict.loop !== undefined ? undefined : asCount(estimate);
    return {
      schedules,
      schedulesError: schedules === undefined ? undefined : estimate?.schedulesError,
    };
  }

  /** As far as the graph of visible steps is known: then there is no number of schedules. */
  private hasCycle(): boolean {
    const graph = (this.counting ?? this.layers)?.graph;
    this.cyclic ??= graph !== undefined && stronglyConnected(graph).cyclic.includes(1);
    return this.cyclic;
  }

  /** Made once, when the graph is there. */
  private exactCounts(): Counted | undefined {
    const search = this.counting;
    if (search?.done !== true) return undefined;
    this.known ??= countEndings(search);
    return this.known;
  }
}

function countEndings<S>(search: Search<S>): Counted {
  const classOf = new Int32Array(search.graph.nodeCount).fill(-1);
  const classes = new Map<string, number>();
  for (const group of search.endings.groups.values()) {
    for (const node of group.nodes) classOf[node] = classes.size;
    classes.set(group.key, classes.size);
  }
  const components = stronglyConnected(search.graph);
  const counts = countSchedules(search.graph, components, classOf, classes.size);
  return { components, counts, classes };
}

/** Where no walk was long enough to overflow. */
function asCount(estimate: Estimate | undefined): bigint | undefined {
  if (estimate === undefined || !Number.isFinite(estimate.schedules)) return undefined;
  return BigInt(Math.round(estimate.schedules));
}
