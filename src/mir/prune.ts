// Removes blocks that nothing reaches, and renumbers the rest in reverse postorder of discovery.

import type { BasicBlock, BlockId, Body, Terminator } from "./mir.ts";
import { mapTargets, successors } from "./successors.ts";

export function pruneBlocks(body: Body): Body {
  const order: BlockId[] = [];
  const number = new Map<BlockId, BlockId>();
  const stack: BlockId[] = [0 as BlockId];
  while (stack.length > 0) {
    const block = stack.pop() as BlockId;
    if (number.has(block)) continue;
    number.set(block, order.length as BlockId);
    order.push(block);
    const next = successors((body.blocks[block] as BasicBlock).terminator);
    for (let i = next.length - 1; i >= 0; i--) stack.push(next[i] as BlockId);
  }
  const blocks = order.map((block): BasicBlock => {
    const data = body.blocks[block] as BasicBlock;
    const terminator: Terminator = mapTargets(
      data.terminator,
      (target) => number.get(target) as BlockId,
    );
    return { ...data, terminator };
  });
  return { ...body, blocks };
}
