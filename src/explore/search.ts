// The search: every state that a model can reach, once.
//
// Stateful depth-first search over canonical keys (Holzmann, "The SPIN model checker", 2003). The reduction: where a thread
// stands before a mover (see model.ts) and no operation that observes its class is known to occur, that one step is the only one
// taken (a persistent set of one thread; Godefroid, LNCS 1032, 1996). A class turns out to be observed when some
// thread is seen to stand before an observer: the search then starts again without reducing that class, so the final one is
// sound. A cycle of reduced steps alone would ignore the other threads for ever: the node that closes one takes all its steps. A
// step that ends the process is never taken alone.
//
// Of the steps of a node, that of the next thread in turn is followed first, so that a thread that spins does not keep the
// search from the endings that the others reach.
//
// Not modelled: symmetry between threads.

import { StateGraph } from "./graph.ts";
import {
  isStuck,
  NEEDS,
  schedulingChoices,
  type Model,
  type ModelChoice,
  type ModelEnd,
} from "./model.ts";

export interface SearchOptions {
  /** Take movers alone. Off: the graph of all visible steps, for counting. */
  readonly reduce: boolean;
  /** Tell states apart by what they have printed. */
  readonly output: boolean;
  readonly maxStates: number;
  /** Look only at choices that need nothing but scheduling (see `schedulingChoices`). */
  readonly schedulingOnly: boolean;
}

/** A node at which a run ends. */
export interface EndNode<S> {
  readonly node: number;
  readonly state: S;
  /** Undefined: a deadlock. */
  readonly end: ModelEnd | undefined;
}

export interface Search<S> {
  readonly graph: StateGraph;
  readonly ends: readonly EndNode<S>[];
  /** Every reachable state has been expanded. */
  readonly done: boolean;
  /** Why it stopped before that. */
  readonly bound: string | undefined;
  readonly steps: number;
  /** Works for about `fuel` operations of the model. */
  advance(fuel: number): void;
}

export function createSearch<S>(model: Model<S>, options: SearchOptions): Search<S> {
  return new StatefulSearch(model, options);
}

/** A node being expanded: the choices still to be taken, and the step in progress. */
interface Open<S> {
  readonly node: number;
  readonly state: S;
  readonly choices: readonly ModelChoice[];
  readonly all: readonly ModelChoice[];
  next: number;
  running: { readonly choice: ModelChoice; state: S } | undefined;
}

/** Ends kept with their state; more are counted but not looked at closely. */
const MAX_ENDS = 200_000;

class StatefulSearch<S> implements Search<S> {
  graph = new StateGraph();
  ends: EndNode<S>[] = [];
  done = false;
  bound: string | undefined;
  steps = 0;
  private nodes = new Map<string, number>();
  private waiting: { node: number; state: S; last: number }[] = [];
  /** Where the one step of a reduced node leads. */
  private alone = new Map<number, number>();
  private open: Open<S> | undefined;
  private readonly observed = new Set<string>();
  private started = false;

  constructor(
    private readonly model: Model<S>,
    private readonly options: SearchOptions,
  ) {}

  advance(fuel: number): void {
    let left = fuel;
    if (!this.started) this.start();
    while (left > 0 && !this.done && this.bound === undefined) {
      left -= STEP_COST;
      if (this.open === undefined) this.expandNext();
      else this.stepOpen(left);
    }
  }

  private start(): void {
    this.started = true;
    this.graph = new StateGraph();
    this.ends = [];
    this.nodes = new Map();
    this.waiting = [];
    this.open = undefined;
    this.alone = new Map();
    this.reach(this.model.initial(), -1);
  }

  /** The node of a finished state, new or known. */
  private reach(state: S, last: number): number {
    const key = this.model.key(state, this.options.output);
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const node = this.graph.addNode();
    this.nodes.set(key, node);
    this.waiting.push({ node, state, last });
    if (this.graph.nodeCount >= this.options.maxStates)
      this.bound = `${this.options.maxStates} states`;
    return node;
  }

  private expandNext(): void {
    const next = this.waiting.pop();
    if (next === undefined) {
      this.done = true;
      return;
    }
    const { node, state } = next;
    const end = this.model.end(state);
    if (end !== undefined) {
      this.finish({ node, state, end });
      return;
    }
    const all = this.model.choices(state);
    if (this.options.reduce && this.learn(all)) {
      this.start();
      return;
    }
    if (isStuck(all)) this.finish({ node, state, end: undefined });
    const candidates = this.candidates(all);
    const threads = [
      ...new Set(candidates.filter((one) => one.needs === undefined).map((one) => one.thread)),
    ];
    this.graph.open(node, threads);
    const inTurn = lastInTurn(candidates, next.last);
    this.open = {
      node,
      state,
      all: inTurn,
      choices: this.reduced(inTurn),
      next: 0,
      running: undefined,
    };
  }

  private candidates(all: readonly ModelChoice[]): readonly ModelChoice[] {
    return this.options.schedulingOnly ? schedulingChoices(all) : all;
  }

  /** Notes observers; true when a class was reduced that turns out to be observed. */
  private learn(choices: readonly ModelChoice[]): boolean {
    let fresh = false;
    for (const choice of choices) {
      for (const name of choice.observes) {
        if (this.observed.has(name)) continue;
        this.observed.add(name);
        fresh = true;
      }
    }
    return fresh && this.graph.nodeCount > 1;
  }

  private reduced(choices: readonly ModelChoice[]): readonly ModelChoice[] {
    if (!this.options.reduce) return choices;
    const mover = choices.find(
      (choice) =>
        choice.mover !== undefined &&
        !this.observed.has(choice.mover) &&
        choice.needs === undefined,
    );
    if (mover === undefined) return choices;
    const own = choices.filter((choice) => choice.thread === mover.thread);
    return own.length === 1 ? own : choices;
  }

  private stepOpen(fuel: number): void {
    const open = this.open as Open<S>;
    if (open.running === undefined) {
      const choice = open.choices[open.next];
      if (choice === undefined) {
        this.open = undefined;
        return;
      }
      open.next++;
      this.steps++;
      open.running = { choice, state: this.model.step(open.state, choice, fuel) };
    } else {
      open.running.state = this.model.resume(open.running.state, fuel);
    }
    const { choice, state } = open.running;
    if (!this.model.isFinished(state)) return;
    open.running = undefined;
    const reduced = open.choices.length < open.all.length;
    if (reduced && this.model.end(state) !== undefined) {
      // Taken alone it would hide what the others can still do before the process ends.
      this.open = { ...open, choices: open.all, next: 0 };
      return;
    }
    const target = this.reach(state, choice.thread);
    if (reduced && this.closesCycle(open.node, target)) {
      this.open = { ...open, choices: open.all, next: 0 };
      return;
    }
    if (reduced) this.alone.set(open.node, target);
    // The earliest timer is a matter of course when nothing else can happen.
    const needs = schedulingChoices(open.all).includes(choice) ? undefined : choice.needs;
    const need = needs === undefined ? 0 : NEEDS.indexOf(needs) + 1;
    this.graph.addEdge(open.node, target, choice.thread, choice.alternative, need);
  }

  /** Whether reduced steps alone lead from `target` to `node`. */
  private closesCycle(node: number, target: number): boolean {
    let at: number | undefined = target;
    while (at !== undefined && at !== node) at = this.alone.get(at);
    return at === node;
  }

  private finish(end: EndNode<S>): void {
    if (this.ends.length < MAX_ENDS) this.ends.push(end);
    else this.bound ??= `${MAX_ENDS} endings`;
  }
}

/** The choices in the order in which they are taken: what is taken last is followed first, and that is the next thread's plain step. */
function lastInTurn(choices: readonly ModelChoice[], last: number): readonly ModelChoice[] {
  const distance = (choice: ModelChoice): number =>
    choice.thread > last ? choice.thread - last : choice.thread - last + 1e6;
  const rank = (choice: ModelChoice): number =>
    distance(choice) + (choice.needs === undefined ? 0 : 1e9);
  return [...choices].sort((a, b) => rank(b) - rank(a) || b.alternative - a.alternative);
}

/** Fuel that choosing and hashing take, in operations of the model. */
const STEP_COST = 200;
