// Random schedules, each enabled thread equally likely at every step: what they end in, how often, and from that how many
// schedules there are in all.
//
// A walk that had probability p stands for 1/p schedules; the mean over all walks is an unbiased estimate of their number
// (Knuth, "Estimating the efficiency of backtrack programs", Mathematics of Computation 1975). The error is one standard
// deviation of the mean. Probabilities follow Laplace's rule of succession over the outcomes that are known to exist (the mean
// of a Dirichlet distribution, with its standard deviation): one that no walk has met is rare, not impossible.
//
// Not modelled: choices that need more than scheduling. A walk that is too long is given up and counts for nothing.

import { createChance } from "./chance.ts";
import { Endings } from "./endings.ts";
import { isStuck, schedulingChoices, type Model, type ModelChoice } from "./model.ts";
import type { Witness, WitnessStep } from "./witness.ts";

/** How often something was met, and the sums behind the estimate of its schedules. */
interface Tally {
  walks: number;
  weight: number;
  squares: number;
}

export interface Estimate {
  readonly schedules: number;
  /** Relative to `schedules`. */
  readonly schedulesError: number;
  readonly probability: number;
  readonly probabilityError: number;
}

interface Walk<S> {
  state: S;
  last: number;
  weight: number;
  preemptions: number;
  switches: number;
  running: boolean;
  readonly steps: WitnessStep[];
}

const MAX_STEPS = 20_000;
/** Fuel that choosing takes, in operations of the model. */
const STEP_COST = 50;

export class Sample<S> {
  endings: Endings<S>;
  /** The shortest walk to each ending, by its key. */
  readonly witnesses = new Map<string, Witness>();
  walks = 0;
  private readonly chance = createChance(1);
  private readonly tallies = new Map<string, Tally>();
  private readonly all: Tally = { walks: 0, weight: 0, squares: 0 };
  private walk: Walk<S> | undefined;

  constructor(
    private readonly model: Model<S>,
    private readonly maxWalks: number,
  ) {
    this.endings = new Endings(model);
  }

  get done(): boolean {
    return this.walks >= this.maxWalks;
  }

  advance(fuel: number): void {
    for (let left = fuel; left > 0 && !this.done; left -= STEP_COST) {
      this.walk ??= this.begin();
      this.take(this.walk, left);
    }
  }

  /** Of the ending with this key, one of so many that are known, or of all together. */
  estimate(key?: string, known = 1): Estimate {
    const { walks, weight, squares } = (key === undefined ? this.all : this.tallies.get(key)) ?? {
      walks: 0,
      weight: 0,
      squares: 0,
    };
    const total = Math.max(1, this.all.walks);
    const schedules = weight / total;
    const variance = Math.max(0, squares / total - schedules * schedules);
    const probability = (walks + 1) / (this.all.walks + known);
    const spread = probability * (1 - probability);
    return {
      schedules,
      schedulesError: schedules === 0 ? 0 : Math.sqrt(variance / total) / schedules,
      probability,
      probabilityError: Math.sqrt(spread / (this.all.walks + known + 1)),
    };
  }

  private restart(): void {
    this.endings = new Endings(this.model);
    this.witnesses.clear();
    this.tallies.clear();
    Object.assign(this.all, { walks: 0, weight: 0, squares: 0 });
    this.walks = 0;
    this.walk = undefined;
  }

  private begin(): Walk<S> {
    const state = this.model.initial();
    return { state, last: -1, weight: 1, preemptions: 0, switches: 0, running: false, steps: [] };
  }

  private take(walk: Walk<S>, fuel: number): void {
    if (walk.running) walk.state = this.model.resume(walk.state, fuel);
    else if (!this.step(walk, fuel)) return;
    walk.running = !this.model.isFinished(walk.state);
  }

  /** False where the walk is over. */
  private step(walk: Walk<S>, fuel: number): boolean {
    const end = this.model.end(walk.state);
    const all = end === undefined ? this.model.choices(walk.state) : [];
    if (this.model.refine?.(walk.state) === true) {
      this.restart();
      return false;
    }
    if (isStuck(all)) {
      this.finish(walk);
      return false;
    }
    if (walk.steps.length >= MAX_STEPS) {
      this.walks++;
      this.walk = undefined;
      return false;
    }
    const choice = this.pick(walk, schedulingChoices(all));
    walk.state = this.model.step(walk.state, choice, fuel);
    return true;
  }

  private pick(walk: Walk<S>, choices: readonly ModelChoice[]): ModelChoice {
    const threads = [...new Set(choices.map((one) => one.thread))];
    const thread = threads[Math.floor(this.chance() * threads.length)] as number;
    const own = choices.filter((one) => one.thread === thread);
    const choice = own[Math.floor(this.chance() * own.length)] as ModelChoice;
    walk.weight *= threads.length * own.length;
    if (walk.last >= 0 && walk.last !== thread) {
      walk.switches++;
      if (threads.includes(walk.last)) walk.preemptions++;
    }
    walk.last = thread;
    walk.steps.push({ thread, alternative: choice.alternative });
    return choice;
  }

  private finish(walk: Walk<S>): void {
    const { key } = this.endings.add(this.walks++, walk.state, this.model.end(walk.state));
    const tally = this.tallies.get(key) ?? { walks: 0, weight: 0, squares: 0 };
    this.tallies.set(key, tally);
    for (const each of [tally, this.all]) {
      each.walks++;
      each.weight += walk.weight;
      each.squares += walk.weight * walk.weight;
    }
    const { preemptions, switches, steps } = walk;
    const known = this.witnesses.get(key);
    if (known === undefined || known.choices.length > steps.length)
      this.witnesses.set(key, { preemptions, switches, needs: [], choices: steps });
    this.walk = undefined;
  }
}
