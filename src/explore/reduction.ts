// The reduction: which choices of a state are enough.
//
// Where a thread stands before a mover (see model.ts) and no operation that observes its class is known to occur, that one
// step is the only one taken (a persistent set of one thread; Godefroid, LNCS 1032, 1996). A class turns out to be observed when
// some thread is seen to stand before an observer: the search then starts again without reducing that class, so the final one
// is sound. Where nobody stands before a mover, the smallest set of threads that the others cannot interfere with is taken
// (footprints.ts), once a first ending has shown what they touch. A cycle of reduced steps alone would ignore the other threads for
// ever: the node that closes one takes all its steps. A step that ends the process is never taken alone.
//
// Not modelled: footprints where a timer can fire, since any step may read the time.

import { Footprints } from "./footprints.ts";
import type { ModelChoice, Stance } from "./model.ts";

interface Skipped {
  readonly choices: readonly ModelChoice[];
  readonly stances: readonly Stance[];
}

/** States on the first way that are looked at again when it has ended. */
const MAX_SKIPPED = 100;
/** Footprints that grow more often than this are not worth it. */
const MAX_RELEARNED = 3;

export class Reduction {
  private readonly observed = new Set<string>();
  /** Where the one step of a reduced node leads, or one of its few. */
  private alone = new Map<number, number>();
  private readonly footprints = new Footprints();
  private skipped: Skipped[] = [];
  private learning: "first way" | "done" | "given up" = "first way";
  private relearned = 0;

  /** Notes observers and timers; true when the search has to begin again. */
  learn(choices: readonly ModelChoice[]): boolean {
    let fresh = false;
    for (const choice of choices) {
      if (choice.deadline !== undefined && this.learning !== "given up") {
        this.learning = "given up";
        fresh ||= this.footprints.relied;
      }
      for (const name of choice.observes) {
        if (this.observed.has(name)) continue;
        this.observed.add(name);
        fresh = true;
      }
    }
    return fresh;
  }

  /** Notes what threads touch; true when the search has to begin again. */
  meet(stances: readonly Stance[]): boolean {
    if (this.learning === "given up" || !this.footprints.learn(stances)) return false;
    if (!this.footprints.relied) return false;
    if (++this.relearned > MAX_RELEARNED) this.learning = "given up";
    return true;
  }

  /** The first ending was reached; true when the search has to begin again, with less. */
  ended(): boolean {
    if (this.learning !== "first way") return false;
    this.learning = "done";
    const { skipped } = this;
    this.skipped = [];
    return skipped.some(
      ({ choices, stances }) => this.footprints.smallest(choices, stances) !== undefined,
    );
  }

  /** The graph begins again. */
  restart(): void {
    this.alone = new Map();
    this.skipped = [];
    this.footprints.relied = false;
  }

  /** A step that is enough by itself, unless what follows says otherwise. */
  mover(choices: readonly ModelChoice[]): ModelChoice | undefined {
    for (const choice of choices) {
      if (choice.mover === undefined || choice.needs !== undefined) continue;
      if (this.observed.has(choice.mover)) continue;
      const isOnly = choices.every((one) => one === choice || one.thread !== choice.thread);
      return isOnly ? choice : undefined;
    }
    return undefined;
  }

  /** Notes that a reduced `node` is left by a step to `target`; false when reduced steps alone lead back. */
  follow(node: number, target: number): boolean {
    let at: number | undefined = target;
    while (at !== undefined && at !== node) at = this.alone.get(at);
    if (at === node) return false;
    this.alone.set(node, target);
    return true;
  }

  /** The steps of as few threads as are enough, unless what follows says otherwise. */
  fewThreads(choices: readonly ModelChoice[], stances: readonly Stance[]): readonly ModelChoice[] {
    if (this.learning === "given up" || !hasSeveralThreads(choices)) return choices;
    if (this.learning === "first way") {
      if (this.skipped.length < MAX_SKIPPED) this.skipped.push({ choices, stances });
      return choices;
    }
    const set = this.footprints.smallest(choices, stances);
    return set === undefined ? choices : choices.filter(({ thread }) => set.has(thread));
  }
}

function hasSeveralThreads(choices: readonly ModelChoice[]): boolean {
  const first = choices[0]?.thread;
  return choices.some(({ thread }) => thread !== first);
}
