// Persistent sets from what threads were seen to touch.
//
// A set of threads is enough where no other thread can interfere with the next steps of its members before one of them moves
// (Godefroid, LNCS 1032, 1996, chapter 4). What a thread may still touch is not read from its program but learned: all that it was
// ever seen to stand before. When a thread stands before something new after a set had relied on the opposite, the search
// starts again, so that in the last one nothing is relied upon that was not so: of the shortest paths that would lead
// a thread to something new, the first step of a member can be moved to the front, and the search has been there.
//
// Not modelled: which part of a thread's program is already behind it.

import type { ModelChoice, Stance, Touch } from "./model.ts";

/** Who was seen to work on something, and who of them writes. */
interface Users {
  readonly all: Set<number>;
  readonly writers: Set<number>;
}

export class Footprints {
  private readonly users = new Map<number, Users>();
  private readonly parents = new Map<number, number | undefined>();
  /** A set relied on what was known. */
  relied = false;

  /** Notes what the threads stand before; true when that is new. */
  learn(stances: readonly Stance[]): boolean {
    let fresh = false;
    for (const { thread, parent, ended, touches } of stances) {
      if (ended) continue;
      if (!this.parents.has(thread)) this.parents.set(thread, parent);
      for (const { key, write } of touches) fresh = this.note(thread, key, write) || fresh;
    }
    return fresh;
  }

  /** The threads of the smallest set; undefined: all are needed. */
  smallest(
    choices: readonly ModelChoice[],
    stances: readonly Stance[],
  ): ReadonlySet<number> | undefined {
    const standing = new Map(stances.map((one) => [one.thread, one]));
    const open = new Set(choices.map((one) => one.thread));
    // Not from one that only a wake-up without a reason moves: without those, too, the set has to have a step.
    const starts = new Set(
      choices.filter((one) => one.needs === undefined).map(({ thread }) => thread),
    );
    let best: ReadonlySet<number> | undefined;
    let least = open.size;
    for (const thread of starts) {
      const set = this.closure(thread, standing, open, least);
      if (set === undefined) continue;
      least = countIn(set, open);
      best = set;
      if (least === 1) break;
    }
    if (best !== undefined) this.relied = true;
    return best;
  }

  private note(thread: number, key: number, write: boolean): boolean {
    let users = this.users.get(key);
    if (users === undefined) {
      users = { all: new Set(), writers: new Set() };
      this.users.set(key, users);
    }
    const before = users.all.size + users.writers.size;
    users.all.add(thread);
    if (write) users.writers.add(thread);
    return users.all.size + users.writers.size > before;
  }

  /** Undefined: it takes no fewer of the open threads than `least`. */
  private closure(
    start: number,
    standing: ReadonlyMap<number, Stance>,
    open: ReadonlySet<number>,
    least: number,
  ): ReadonlySet<number> | undefined {
    const set = new Set([start]);
    let taken = 1;
    for (const thread of set) {
      const needed = this.neededBy(standing.get(thread), set, standing);
      if (needed === undefined) return undefined;
      for (const one of needed) {
        if (set.has(one)) continue;
        set.add(one);
        if (open.has(one) && ++taken >= least) return undefined;
      }
    }
    return set;
  }

  /** Who could interfere with a thread's step, or has to move before it. */
  private neededBy(
    stance: Stance | undefined,
    set: ReadonlySet<number>,
    standing: ReadonlyMap<number, Stance>,
  ): Iterable<number> | undefined {
    if (stance?.nothingElse !== true) return undefined;
    const { thread, touches, waitsFor } = stance;
    if (waitsFor !== undefined && waitsFor.length > 0) {
      // One of them is enough.
      const known = waitsFor.find((one) => set.has(one)) ?? (waitsFor[0] as number);
      return [known];
    }
    const needed = new Set<number>();
    for (const touch of touches) {
      for (const user of this.rivals(touch)) {
        const present = this.present(user, standing);
        if (present !== undefined && present !== thread) needed.add(present);
      }
    }
    return needed;
  }

  private rivals({ key, write }: Touch): Iterable<number> {
    const users = this.users.get(key);
    return (write ? users?.all : users?.writers) ?? NOBODY;
  }

  /** The thread itself, or whoever could still spawn it; undefined: it will not come any more. */
  private present(thread: number, standing: ReadonlyMap<number, Stance>): number | undefined {
    let at: number | undefined = thread;
    while (at !== undefined) {
      const stance = standing.get(at);
      if (stance !== undefined) return stance.ended ? undefined : at;
      at = this.parents.get(at);
    }
    return undefined;
  }
}

const NOBODY: readonly number[] = [];

function countIn(set: ReadonlySet<number>, open: ReadonlySet<number>): number {
  let count = 0;
  for (const one of set) if (open.has(one)) count++;
  return count;
}
