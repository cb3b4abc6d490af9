// An exploration with a second search behind it: of the same program with something else that real runs leave to chance, such as
// the order of hash maps. The verdict holds only where both reach the same outcomes.

import { identityKey } from "./endings.ts";
import type { Exploration, ExplorationResult, Phase } from "./exploration.ts";
import type { Search } from "./search.ts";

/** `begin` gives the second search once the first one is through; undefined: none is needed. `bound` names what differs. */
export function withOtherOrder<S>(
  first: Exploration<S>,
  begin: () => Search<S> | undefined,
  bound: string,
): Exploration<S> {
  return new OtherOrder(first, begin, bound);
}

class OtherOrder<S> implements Exploration<S> {
  private second: Search<S> | undefined;
  private asked = false;
  private givenUp: string | undefined;

  constructor(
    private readonly first: Exploration<S>,
    private readonly begin: () => Search<S> | undefined,
    private readonly bound: string,
  ) {}

  get phase(): Phase {
    return this.isOpen() ? "verdict" : this.first.phase;
  }

  get deciding(): boolean {
    return this.first.deciding || this.isOpen();
  }

  get states(): number {
    return this.first.states;
  }

  get endings(): number {
    return this.first.endings;
  }

  get progress(): number {
    return this.isOpen() ? Math.min(1, this.second?.progress ?? 0) : this.first.progress;
  }

  get counted(): boolean {
    return this.first.counted;
  }

  advance(fuel: number): void {
    if (!this.isOpen()) {
      this.first.advance(fuel);
      if (!this.first.deciding && !this.asked) this.ask();
      return;
    }
    this.second?.advance(fuel);
    if (this.second?.bound !== undefined) this.givenUp = this.second.bound;
  }

  moveOn(reason: string): void {
    if (this.isOpen()) this.givenUp = reason;
    else this.first.moveOn(reason);
  }

  stop(reason: string): void {
    if (this.isOpen() || !this.asked) this.givenUp = reason;
    this.first.stop(reason);
  }

  result(): ExplorationResult<S> {
    const result = this.first.result();
    if (this.second === undefined || !result.complete) return result;
    const bound = this.second.done ? this.difference(result) : this.givenUp;
    if (bound === undefined) return result;
    return { ...result, complete: false, completeExceptOutput: false, bound };
  }

  /** Only what the first search told completely is worth a second one. */
  private ask(): void {
    this.asked = true;
    if (this.first.result().complete) this.second = this.begin();
  }

  private isOpen(): boolean {
    return this.second !== undefined && !this.second.done && this.givenUp === undefined;
  }

  private difference({ outcomes }: ExplorationResult<S>): string | undefined {
    const groups = [...(this.second?.endings.groups.values() ?? [])];
    const there = new Set(groups.map(identityKey));
    // A livelock is no ending, so the second search does not list it.
    const here = new Set(outcomes.filter((one) => !one.livelock).map(identityKey));
    const same = there.size === here.size && [...there].every((key) => here.has(key));
    return same ? undefined : this.bound;
  }
}
