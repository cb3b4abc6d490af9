// The reduction: which choices of a state are enough.
//
// Where a thread stands before a mover (see model.ts) and no operation that observes its class is known to occur, that one
// step is the only one taken (a persistent set of one thread; Godefroid, LNCS 1032, 1996). A class turns out to be observed when
// some thread is seen to stand before an observer: the search then starts again without reducing that class, so the final one
// is sound. A cycle of reduced steps alone would ignore the other threads for ever: the node that closes one takes all
// its steps. A step that ends the process is never taken alone.

import type { ModelChoice } from "./model.ts";

export class Reduction {
  private readonly observed = new Set<string>();
  /** Where the one step of a reduced node leads. */
  private alone = new Map<number, number>();

  /** Notes observers; true when one is new. */
  learn(choices: readonly ModelChoice[]): boolean {
    let fresh = false;
    for (const choice of choices) {
      for (const name of choice.observes) {
        if (this.observed.has(name)) continue;
        this.observed.add(name);
        fresh = true;
      }
    }
    return fresh;
  }

  /** The graph begins again. */
  restart(): void {
    this.alone = new Map();
  }

  /** The choices that are enough, unless what follows says otherwise. */
  reduce(choices: readonly ModelChoice[]): readonly ModelChoice[] {
    for (const mover of choices) {
      if (mover.mover === undefined || mover.needs !== undefined) continue;
      if (this.observed.has(mover.mover)) continue;
      const own = choices.filter((choice) => choice.thread === mover.thread);
      return own.length === 1 ? own : choices;
    }
    return choices;
  }

  /** Notes that `node` is left by one step to `target`; false when reduced steps alone lead back. */
  follow(node: number, target: number): boolean {
    let at: number | undefined = target;
    while (at !== undefined && at !== node) at = this.alone.get(at);
    if (at === node) return false;
    this.alone.set(node, target);
    return true;
  }
}
