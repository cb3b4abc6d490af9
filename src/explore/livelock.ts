// Livelock: states from which no run ends, whatever the scheduler does.
//
// Components of the graph that hold a cycle and no ending, and that no edge leaves: whoever gets in stays. A loop that some
// schedule leaves is none: it waits for others, which every fair scheduler lets go on.
//
// Not modelled: cycles in which threads keep undoing each other's work and that only luck leaves.

import { stronglyConnected } from "./components.ts";
import type { StateGraph } from "./graph.ts";

/** One node of each such component, the one reached first. */
export function traps(graph: StateGraph, ends: ReadonlySet<number>): number[] {
  const components = stronglyConnected(graph);
  const leaves = new Uint8Array(components.count);
  for (let node = 0; node < graph.nodeCount; node++) {
    const own = components.of[node] as number;
    if (ends.has(node)) leaves[own] = 1;
    const first = graph.firstEdge.at(node);
    for (let edge = first; edge < first + graph.edgeCount.at(node); edge++) {
      if (components.of[graph.target.at(edge)] !== own) leaves[own] = 1;
    }
  }
  const found = new Map<number, number>();
  for (let node = graph.nodeCount - 1; node >= 0; node--) {
    const own = components.of[node] as number;
    if (components.cyclic[own] === 1 && leaves[own] === 0) found.set(own, node);
  }
  return [...found.values()];
}
