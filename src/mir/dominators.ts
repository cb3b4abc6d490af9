// Dominators of the control-flow graph, by the simple iterative algorithm of Cooper, Harvey and Kennedy (2001).

import type { BlockId, Body } from "./mir.ts";
import { predecessors, successors } from "./successors.ts";

/** By block: its immediate dominator; undefined for blocks that nothing reaches. */
export type Dominators = readonly (number | undefined)[];

/** Whether every way from the start to `b` goes through `a`. */
export function dominates(dominators: Dominators, a: BlockId, b: BlockId): boolean {
  for (let at: number | undefined = b; at !== undefined; at = dominators[at]) {
    if (at === a) return true;
    if (at === 0) return false;
  }
  return false;
}

export function findDominators(body: Body): Dominators {
  const order = reversePostorder(body);
  const position = new Map(order.map((block, index) => [block, index]));
  const before = predecessors(body.blocks);
  const parents: (number | undefined)[] = body.blocks.map(() => undefined);
  parents[0] = 0;
  const intersect = (left: number, right: number): number => {
    let a = left;
    let b = right;
    while (a !== b) {
      while ((position.get(a) as number) > (position.get(b) as number)) a = parents[a] as number;
      while ((position.get(b) as number) > (position.get(a) as number)) b = parents[b] as number;
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const block of order.slice(1)) {
      const ready = (before[block] ?? []).filter((from) => parents[from] !== undefined);
      const merged = ready.reduce<number | undefined>(
        (best, from) => (best === undefined ? from : intersect(best, from)),
        undefined,
      );
      if (merged === undefined || parents[block] === merged) continue;
      parents[block] = merged;
      changed = true;
    }
  }
  return parents;
}

export function reversePostorder(body: Body): number[] {
  const out: number[] = [];
  const state = new Uint8Array(body.blocks.length);
  const stack: { block: number; next: readonly BlockId[]; at: number }[] = [];
  const enter = (block: number): void => {
    state[block] = 1;
    stack.push({
      block,
      next: successors((body.blocks[block] as Body["blocks"][number]).terminator),
      at: 0,
    });
  };
  enter(0);
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as (typeof stack)[number];
    const next = top.next[top.at++];
    if (next === undefined) {
      out.push(top.block);
      stack.pop();
    } else if (!state[next]) enter(next);
  }
  return out.reverse();
}
