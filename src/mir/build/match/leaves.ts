// The ways in which a pattern can match, brought together.

import type { BlockId } from "../../mir.ts";
import { newBlock, terminateAt } from "../builder.ts";
import type { Builder, BuildScope } from "../builder.ts";
import type { Candidate, Leaf } from "./candidates.ts";

/** From each match an edge to the next one, which the analyses must assume to be possible. */
export function falseEdges(b: Builder, candidates: readonly Candidate[]): Leaf[][] {
  const all = candidates.map((candidate) => candidate.leaves.map((leaf) => ({ ...leaf })));
  const flat = all.flat();
  return all.map((leaves) =>
    leaves.map((leaf) => {
      const next = flat[flat.indexOf(leaf) + 1];
      if (!next) return leaf;
      const bind = newBlock(b);
      terminateAt(
        b,
        leaf.block,
        { kind: "falseEdge", target: bind, imaginary: next.block },
        b.thir.span,
      );
      return { ...leaf, block: bind };
    }),
  );
}

/** Binds at each leaf, then goes on in one block. Only the last leaf leaves its drops scheduled: they are the same. */
export function joinLeaves(b: Builder, leaves: readonly Leaf[], bind: (leaf: Leaf) => void): void {
  const ends: BlockId[] = [];
  for (const [index, leaf] of leaves.entries()) {
    b.block = leaf.block;
    const before = b.scopes.map((scope) => scope.drops.slice());
    bind(leaf);
    ends.push(b.block);
    if (index < leaves.length - 1)
      before.forEach((drops, i) => ((b.scopes[i] as BuildScope).drops = drops));
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
