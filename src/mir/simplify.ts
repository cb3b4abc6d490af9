// Shorter bodies for running: jumps to jumps are followed, and a block with one predecessor joins it.
// Follows `rustc_mir_transform::simplify` in what it does; statements are never changed.

import type { BasicBlock, BlockId, Body, Statement, Terminator } from "./mir.ts";
import { pruneBlocks } from "./prune.ts";
import { mapTargets, predecessors } from "./successors.ts";

export function simplifyBlocks(body: Body): Body {
  const threaded = { ...body, blocks: body.blocks.map((block) => threadJumps(body, block)) };
  return pruneBlocks(mergeChains(pruneBlocks(threaded)));
}

function threadJumps(body: Body, block: BasicBlock): BasicBlock {
  return {
    ...block,
    terminator: mapTargets(block.terminator, (target) => finalTarget(body, target)),
  };
}

/** Through empty blocks that only jump on. An empty endless loop stays as it is. */
function finalTarget(body: Body, start: BlockId): BlockId {
  let at = start;
  for (let steps = 0; steps < body.blocks.length; steps++) {
    const block = body.blocks[at] as BasicBlock;
    if (block.statements.length > 0 || block.terminator.kind !== "goto") return at;
    at = block.terminator.target;
  }
  return start;
}

function mergeChains(body: Body): Body {
  const before = predecessors(body.blocks);
  const merged = new Set<number>();
  const blocks = body.blocks.map((block, index): BasicBlock => {
    if (merged.has(index)) return block;
    let { terminator } = block;
    let statements: Statement[] | undefined;
    while (terminator.kind === "goto" && canMerge(body, before, block, terminator.target, index)) {
      const next = body.blocks[terminator.target] as BasicBlock;
      merged.add(terminator.target);
      statements ??= [...block.statements];
      statements.push(...next.statements);
      terminator = next.terminator;
    }
    return statements ? { ...block, statements, terminator } : block;
  });
  return { ...body, blocks };
}

function canMerge(
  body: Body,
  before: readonly (readonly BlockId[])[],
  into: BasicBlock,
  target: BlockId,
  index: number,
): boolean {
  const next = body.blocks[target] as BasicBlock;
  // A block merges only into one with a lower number: then it has not been given out as a start itself.
  return (
    target !== 0 && target > index && before[target]?.length === 1 && next.cleanup === into.cleanup
  );
}

export type { Terminator };
