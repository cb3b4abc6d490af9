// The edges of the control-flow graph.

import type { BlockId, Terminator } from "./mir.ts";

/** Every block that control can reach from here; unwind and false edges included. */
export function successors(terminator: Terminator): BlockId[] {
  switch (terminator.kind) {
    case "goto":
      return [terminator.target];
    case "switch":
      return [...terminator.targets, terminator.otherwise];
    case "drop":
    case "assert":
      return terminator.unwind === undefined
        ? [terminator.target]
        : [terminator.target, terminator.unwind];
    case "call": {
      const next: BlockId[] = [];
      if (terminator.target !== undefined) next.push(terminator.target);
      if (terminator.unwind !== undefined) next.push(terminator.unwind);
      return next;
    }
    case "falseEdge":
      return [terminator.target, terminator.imaginary];
    case "unsupported":
      return terminator.target === undefined ? [] : [terminator.target];
    case "return":
    case "unreachable":
    case "resume":
    case "abort":
      return [];
  }
}

export function mapTargets(terminator: Terminator, map: (block: BlockId) => BlockId): Terminator {
  const optional = (block: BlockId | undefined) => (block === undefined ? undefined : map(block));
  switch (terminator.kind) {
    case "goto":
      return { ...terminator, target: map(terminator.target) };
    case "switch":
      return {
        ...terminator,
        targets: terminator.targets.map(map),
        otherwise: map(terminator.otherwise),
      };
    case "drop":
    case "assert":
      return { ...terminator, target: map(terminator.target), unwind: optional(terminator.unwind) };
    case "call":
      return {
        ...terminator,
        target: optional(terminator.target),
        unwind: optional(terminator.unwind),
      };
    case "falseEdge":
      return {
        ...terminator,
        target: map(terminator.target),
        imaginary: map(terminator.imaginary),
      };
    case "unsupported":
      return terminator.target === undefined
        ? terminator
        : { ...terminator, target: map(terminator.target) };
    default:
      return terminator;
  }
}

/** For each block the blocks that lead to it. */
export function predecessors(
  blocks: readonly { readonly terminator: Terminator }[],
): readonly (readonly BlockId[])[] {
  const out: BlockId[][] = blocks.map(() => []);
  blocks.forEach((block, index) => {
    for (const next of successors(block.terminator)) out[next]?.push(index as BlockId);
  });
  return out;
}

/** Blocks in an order in which each stands after those that lead to it, loops aside; the first of two branches comes first. */
export function reversePostorder(
  blocks: readonly { readonly terminator: Terminator }[],
): readonly BlockId[] {
  const out: BlockId[] = [];
  const seen = new Set<BlockId>();
  const stack: { readonly block: BlockId; readonly rest: BlockId[] }[] = [];
  const open = (block: BlockId) => {
    const data = seen.has(block) ? undefined : blocks[block];
    if (!data) return;
    seen.add(block);
    stack.push({ block, rest: successors(data.terminator) });
  };
  open(0 as BlockId);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.rest.pop();
    if (next !== undefined) {
      open(next);
      continue;
    }
    out.push(top.block);
    stack.pop();
  }
  return out.reverse();
}
