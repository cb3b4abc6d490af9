// The ways in which a pattern can match, brought together.

import type { BlockId } from "../../mir.ts";
import { newBlock, terminateAt } from "../builder.ts";
import type { Builder, BuildScope } from "../builder.ts";
import type { Leaf } from "./candidates.ts";

/** Binds at each leaf, then goes on in one block. Only the last leaf leaves its drops scheduled: they are the same. */
export function joinLeaves(b: Builder, leaves: readonly Leaf[], bind: (leaf: Leaf) => void): void {
  const ends: BlockId[] = [];
  for (const [index, leaf] of leaves.entries()) {
    b.block = leaf.block;
    const before = b.scopes.map((scope) => scope.drops.slice());
    bind(leaf);
    ends.push(b.block);
    if (index < leaves.length - 1) before.forEach((drops, i) => ((b.scopes[i] as BuildScope).drops = drops));
  }
  const [only] = ends;
  if (ends.length === 1 && only !== undefined) {
    b.block = only;
    return;
  }
  const join = newBlock(b);
  for (const end of ends) terminateAt(b, end, { kind: "goto", target: join }, b.thir.span);
  b.block = join;
}
