// The search: every state that a model can reach, once.
//
// Stateful depth-first search over canonical keys (Holzmann, "The SPIN model checker", 2003), reduced as reduction.ts says. Of
// the steps of a node, that of the next thread in turn is followed first, so that a thread that spins does not keep the
// search from the endings that the others reach.
//
// In layers it goes by preemptions: every schedule with none, then those with one, and so on (iterative context bounding;
// Musuvathi and Qadeer, PLDI 2007), choices of scheduling only. A mover taken alone is no switch: moving it forward in a
// schedule adds none. A node is then a state together with the thread that ran last.
//
// Progress: the start weighs 1, each node shares its weight among its steps, and what has been dealt with is summed up.
//
// Not modelled: symmetry between threads.

import { Endings } from "./endings.ts";
import { StateGraph } from "./graph.ts";
import { Growth, type Unrolled } from "./growth.ts";
import {
  isStuck,
  NEEDS,
  schedulingChoices,
  type Model,
  type ModelChoice,
  type Stance,
} from "./model.ts";
import { Reduction } from "./reduction.ts";

export interface SearchOptions {
  /** Take movers alone. Off: the graph of all visible steps, for counting. */
  readonly reduce: boolean;
  /** Tell states apart by what they have printed. */
  readonly output: boolean;
  readonly maxStates: number;
  /** By estimate. */
  readonly maxBytes?: number;
  /** Look only at choices that need nothing but scheduling (see `schedulingChoices`). */
  readonly schedulingOnly: boolean;
  /** By number of preemptions. */
  readonly layered?: boolean;
  /** States after which it asks whether it grows for ever. */
  readonly patience?: number;
}

export interface Search<S> {
  readonly graph: StateGraph;
  readonly endings: Endings<S>;
  /** Every reachable state has been expanded. */
  readonly done: boolean;
  /** Why it stopped before that. */
  readonly bound: string | undefined;
  /** How much seems to be dealt with, 0 to 1. */
  readonly progress: number;
  /** Layered: every schedule with so many preemptions has been followed; -1 for none. */
  readonly preemptions: number;
  /** A loop in it that goes on for ever. */
  readonly loop: Unrolled | undefined;
  /** Works for about `fuel` operations of the model. */
  advance(fuel: number): void;
  /** Lets go of what only going on would need. */
  close(): void;
}

export function createSearch<S>(model: Model<S>, options: SearchOptions): Search<S> {
  return new StatefulSearch(model, options);
}

/** A node reached and not yet expanded; `last` is the thread that came there. */
interface Reached<S> {
  readonly node: number;
  readonly state: S;
  readonly last: number;
  readonly weight: number;
}

/** A node being expanded: the choices still to be taken, and the step in progress. */
interface Open<S> {
  readonly from: Reached<S>;
  readonly choices: readonly ModelChoice[];
  readonly all: readonly ModelChoice[];
  next: number;
  /** Reduced: one of the steps leads on, not back. */
  led: boolean;
  running: { readonly choice: ModelChoice; state: S } | undefined;
}

class StatefulSearch<S> implements Search<S> {
  graph = new StateGraph();
  endings: Endings<S>;
  done = false;
  bound: string | undefined;
  progress = 0;
  preemptions = -1;
  private nodes = new Map<string, number>();
  private waiting: Reached<S>[] = [];
  /** Nodes that take one preemption more. */
  private later: Reached<S>[] = [];
  private open: Open<S> | undefined;
  private reduction = new Reduction();
  private readonly growth: Growth<S>;
  private started = false;

  constructor(
    private readonly model: Model<S>,
    private readonly options: SearchOptions,
  ) {
    this.endings = new Endings(model);
    this.growth = new Growth(model, options.patience ?? Infinity);
  }

  get loop(): Unrolled | undefined {
    return this.growth.loop;
  }

  advance(fuel: number): void {
    let left = fuel;
    if (!this.started) this.start();
    while (left > 0 && !this.done && this.bound === undefined) {
      left -= STEP_COST;
      if (this.open === undefined) this.expandNext();
      else this.stepOpen(this.open, left);
    }
  }

  close(): void {
    this.nodes = new Map();
    this.waiting = [];
    this.later = [];
    this.open = undefined;
  }

  private start(): void {
    this.started = true;
    this.graph = new StateGraph();
    this.endings = new Endings(this.model);
    this.close();
    this.progress = 0;
    this.preemptions = -1;
    this.reduction.restart();
    this.growth.restart();
    this.reach(this.model.initial(), -1, 1, false);
  }

  /** The node of a finished state, new or known. */
  private reach(state: S, last: number, weight: number, preempted: boolean): number {
    const place = this.model.key(state, this.options.output);
    const key = this.options.layered ? place + String.fromCharCode(last + 1) : place;
    const known = this.nodes.get(key);
    if (known !== undefined) {
      this.progress += weight;
      return known;
    }
    const node = this.graph.addNode();
    this.nodes.set(key, node);
    (preempted ? this.later : this.waiting).push({ node, state, last, weight });
    if (this.graph.nodeCount >= this.options.maxStates)
      this.bound = `${this.options.maxStates} states`;
    else if (this.bytes(state) > (this.options.maxBytes ?? Infinity))
      this.bound = `${Math.round((this.options.maxBytes ?? 0) / 1e6)} MB of memory`;
    return node;
  }

  /** States that wait are there as a whole, of the others only their keys and edges. */
  private bytes(state: S): number {
    const waiting = this.waiting.length + this.later.length;
    const graph = NODE_BYTES * this.graph.nodeCount + EDGE_BYTES * this.graph.target.length;
    return graph + waiting * (this.model.sizeOf?.(state) ?? 0);
  }

  private expandNext(): void {
    const next = this.waiting.pop();
    if (next === undefined) this.nextLayer();
    else this.expand(next);
  }

  private nextLayer(): void {
    this.preemptions++;
    this.waiting = this.later;
    this.later = [];
    this.done = this.waiting.length === 0;
  }

  private expand(from: Reached<S>): void {
    const { node, state } = from;
    const end = this.model.end(state);
    if (end !== undefined) {
      if (this.beginsAgain()) return;
      this.endings.add(node, state, end);
      this.progress += from.weight;
      return;
    }
    const all = this.model.choices(state);
    const observed = this.options.reduce && this.reduction.learn(all);
    const mover = this.options.reduce ? this.reduction.mover(all) : undefined;
    const stances = this.footprints ? this.model.stances?.(state, mover?.thread) : undefined;
    const touched = stances !== undefined && this.reduction.meet(stances);
    if ((observed || touched) && this.graph.nodeCount > 1) {
      this.start();
      return;
    }
    if (isStuck(all)) {
      if (this.beginsAgain()) return;
      this.endings.add(node, state, undefined);
    }
    const candidates = this.options.schedulingOnly ? schedulingChoices(all) : all;
    this.graph.open(node, plainThreads(candidates));
    const inTurn = lastInTurn(candidates, from.last);
    const choices = this.enough(inTurn, mover, stances);
    if (choices.length === 0) this.progress += from.weight;
    this.open = { from, all: inTurn, choices, next: 0, running: undefined, led: false };
  }

  private enough(
    choices: readonly ModelChoice[],
    mover: ModelChoice | undefined,
    stances: readonly Stance[] | undefined,
  ): readonly ModelChoice[] {
    if (mover !== undefined) return [mover];
    return stances === undefined ? choices : this.reduction.fewThreads(choices, stances);
  }

  /** By switches of scheduling a step moved to the front may count; then sets of several threads do not serve. */
  private get footprints(): boolean {
    return this.options.reduce && this.options.layered !== true;
  }

  /** At the first ending, where what was seen on the way there makes the search smaller. */
  private beginsAgain(): boolean {
    if (!this.footprints || !this.reduction.ended()) return false;
    this.start();
    return true;
  }

  private stepOpen(open: Open<S>, fuel: number): void {
    if (open.running === undefined) {
      const choice = open.choices[open.next];
      if (choice === undefined) {
        this.open = undefined;
        return;
      }
      open.next++;
      open.running = { choice, state: this.model.step(open.from.state, choice, fuel) };
    } else {
      open.running.state = this.model.resume(open.running.state, fuel);
    }
    if (this.model.isFinished(open.running.state)) this.arrive(open, open.running);
  }

  private arrive(open: Open<S>, { choice, state }: { choice: ModelChoice; state: S }): void {
    if (this.model.refine?.(state) === true || this.growth.meet(state, this.graph.nodeCount)) {
      // Another model: what was learned about the old one says nothing.
      this.reduction = new Reduction();
      this.start();
      return;
    }
    open.running = undefined;
    const { node, last, weight } = open.from;
    const reduced = open.choices.length < open.all.length;
    if (reduced && this.model.end(state) !== undefined) {
      // Taken alone it would hide what the others can still do before the process ends.
      this.widen(open, open.next - 1);
      return;
    }
    const preempted = this.options.layered === true && !reduced && preempts(choice, open);
    const ran = this.options.layered === true && reduced ? last : choice.thread;
    const target = this.reach(state, ran, weight / open.choices.length, preempted);
    open.led ||= reduced && this.reduction.follow(node, target);
    // The earliest timer is a matter of course when nothing else can happen.
    const needs = schedulingChoices(open.all).includes(choice) ? undefined : choice.needs;
    const need = needs === undefined ? 0 : NEEDS.indexOf(needs) + 1;
    this.graph.addEdge(node, target, choice.thread, choice.alternative, need);
    if (reduced && !open.led && open.next === open.choices.length) this.widen(open, open.next);
  }

  /** Takes all steps of a node after all; `taken` of them are done. */
  private widen(open: Open<S>, taken: number): void {
    const done = open.choices.slice(0, taken);
    const rest = open.all.filter((one) => !done.includes(one));
    const weight = taken === 0 ? open.from.weight : 0;
    const from = { ...open.from, weight };
    this.open = { ...open, from, choices: [...done, ...rest], next: taken, running: undefined };
  }
}

function plainThreads(choices: readonly ModelChoice[]): number[] {
  const plain = choices.filter((one) => one.needs === undefined);
  return [...new Set(plain.map((one) => one.thread))];
}

/** Whether the thread that ran last could have gone on. */
function preempts<S>(choice: ModelChoice, { all, from }: Open<S>): boolean {
  if (choice.thread === from.last) return false;
  return all.some((one) => one.thread === from.last && one.needs === undefined);
}

/** The choices in the order in which they are taken: what is taken last is followed first, and that is the next thread's plain step. */
function lastInTurn(choices: readonly ModelChoice[], last: number): readonly ModelChoice[] {
  if (choices.length < 2) return choices;
  const distance = (choice: ModelChoice): number =>
    choice.thread > last ? choice.thread - last : choice.thread - last + 1e6;
  const rank = (choice: ModelChoice): number =>
    distance(choice) + (choice.needs === undefined ? 0 : 1e9);
  return [...choices].sort((a, b) => rank(b) - rank(a) || b.alternative - a.alternative);
}

/** A key of eight characters in a map, and the node's numbers. */
const NODE_BYTES = 120;
const EDGE_BYTES = 16;
/** Fuel that choosing and hashing take, in operations of the model. */
const STEP_COST = 200;
